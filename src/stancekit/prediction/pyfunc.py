"""The stance model as MLflow loads it: this file is copied into the logged model and run there.

MLflow executes it when a model is logged and whenever one is loaded; the weights lie beside it as
a stancekit model folder, so that nothing is pickled.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
from mlflow.models import set_model
from mlflow.pyfunc import PythonModel, PythonModelContext

from stancekit.prediction import Predictor


class StancePyfunc(PythonModel):  # type: ignore[misc]  # MLflow ships no usable types
    """Predicts one tidy frame: for each axis its label, its probabilities, and abstentions."""

    def load_context(self, context: PythonModelContext) -> None:
        """Load the model folder that was logged beside this file."""
        self.predictor = Predictor.load(context.artifacts["model"])

    def predict(
        self,
        context: PythonModelContext,  # noqa: ARG002  # the caller passes it by position
        model_input: pd.DataFrame,
        params: dict[str, Any] | None = None,
    ) -> pd.DataFrame:
        """Predict the rows in order.

        Parameters
        ----------
        model_input
            A column ``text`` and, where known, ``target``, ``speaker`` and ``affiliation``; a
            list of texts does as well where MLflow lets it through.
        params
            ``threshold``: below this probability a row abstains, and its label is null.
        """
        rows = model_input if isinstance(model_input, pd.DataFrame) else as_frame(model_input)
        return self.predictor.predict_frame(rows, threshold=(params or {}).get("threshold"))


def as_frame(texts: Any) -> pd.DataFrame:
    """Give a list of texts as rows with a ``text`` column."""
    return pd.DataFrame({"text": [str(text) for text in texts]})


set_model(StancePyfunc())
