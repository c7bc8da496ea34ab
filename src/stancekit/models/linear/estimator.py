"""The linear family: logistic regression over n-grams of masked text, for all axes in one pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
import pandas as pd
from pydantic import ValidationError
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils.validation import check_is_fitted
from threadpoolctl import threadpool_limits

from stancekit.codebook import Codebook
from stancekit.errors import ModelError, nearest
from stancekit.models.arrays import FloatArray
from stancekit.models.contract import Progress
from stancekit.models.labels import check_lengths, check_weights, own_labels, to_targets
from stancekit.models.linear.learning import Learning, describe_fit, held_out, learn
from stancekit.models.linear.options import LinearOptions
from stancekit.models.linear.scorer import LinearScorer
from stancekit.models.linear.storage import write_parts
from stancekit.models.passages import to_columns


class LinearStanceClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Logistic regression over words, word pairs and character n-grams of masked passages.

    Parameters
    ----------
    codebook
        The axes to learn and their labels; ``None`` takes the columns of `y` and their sorted
        labels.
    options
        A `LinearOptions`, or a mapping of its fields; ``None`` for the defaults.
    random_state
        Seed of the folds in which strengths are chosen and temperatures fitted.

    Attributes
    ----------
    codebook_
        The codebook that was learned: the one given, or one made of the labels in `y`.
    scorer_
        The fitted model as tables (`LinearScorer`).
    choices_
        For each axis, what was chosen and how each choice scored.
    held_out_
        For each axis, the out-of-fold predictions of its labelled rows (`HeldOut`).

    Notes
    -----
    Passages with a target are read with the target marked, the words around it apart, and with
    features of how text and target relate. Temperatures are fitted to out-of-fold predictions
    (Guo et al. 2017).
    """

    family = "linear"

    def __init__(
        self,
        codebook: Codebook | None = None,
        *,
        options: LinearOptions | Mapping[str, Any] | None = None,
        random_state: int = 0,
    ) -> None:
        self.codebook = codebook
        self.options = options
        self.random_state = random_state

    def fit(
        self,
        X: Any,
        y: pd.DataFrame,
        *,
        groups: Sequence[Any] | None = None,
        progress: Progress | None = None,
    ) -> Self:
        """Fit all axes; rows whose label is null are masked for that axis.

        A cell of `y` is a label, or a mapping of labels to their shares: a soft label, which
        counts for each of them in proportion.

        Raises
        ------
        ModelError
            If an axis has fewer than two labels in `y`, or a label that the codebook lacks.
        """
        # One thread, whatever the machine: sums in another order would be another model.
        with threadpool_limits(1, user_api="blas"):
            return self._fit(X, y, groups, progress)

    def _fit(
        self, X: Any, y: pd.DataFrame, groups: Sequence[Any] | None, progress: Progress | None
    ) -> Self:
        options = self._checked_options()
        columns = to_columns(X)
        y = pd.DataFrame(y).reset_index(drop=True)
        groups = None if groups is None else list(groups)
        check_lengths(len(columns), len(y), groups)
        labels = self._labels(y)
        check_weights(options.class_weight, labels)
        targets = {axis: to_targets(axis, y[axis], names) for axis, names in labels.items()}
        task = Learning(labels=labels, targets=targets, groups=groups, seed=self.random_state)
        learned = learn(columns, task, options, progress=progress)
        self.codebook_ = self.codebook or Codebook.from_labels(labels, name="unnamed")
        self.choices_ = {axis: describe_fit(fit) for axis, fit in learned.fits.items()}
        self.held_out_ = held_out(learned.fits, task)
        self.classes_ = {axis: np.array(names) for axis, names in labels.items()}
        self.scorer_ = LinearScorer(learned.parts)
        return self

    def predict_proba(self, X: Any) -> dict[str, FloatArray]:
        """Give calibrated probabilities for each axis, shape (n, labels in codebook order)."""
        check_is_fitted(self, "scorer_")
        return self.scorer_.predict_proba(X)

    def predict(self, X: Any) -> pd.DataFrame:
        """Give the most probable label of each axis, one column an axis."""
        proba = self.predict_proba(X)
        return pd.DataFrame(
            {axis: self.classes_[axis][proba[axis].argmax(axis=1)] for axis in proba}
        )

    def score(self, X: Any, y: pd.DataFrame, sample_weight: Any = None) -> float:
        """Give the mean accuracy over axes, each over its labelled rows."""
        predicted, gold = self.predict(X), pd.DataFrame(y).reset_index(drop=True)
        shares = [
            np.average(
                (predicted[axis] == gold[axis])[gold[axis].notna()],
                weights=None if sample_weight is None else sample_weight[gold[axis].notna()],
            )
            for axis in predicted
        ]
        return float(np.mean(shares))

    def describe(self) -> dict[str, Any]:
        """Give the chosen strengths, temperatures and out-of-fold scores of each axis."""
        check_is_fitted(self, "choices_")
        return dict(self.choices_)

    def write_weights(self, folder: Path) -> None:
        """Write the tables into the folder, as arrays and JSON."""
        check_is_fitted(self, "scorer_")
        write_parts(self.scorer_.parts, folder)

    def _checked_options(self) -> LinearOptions:
        if isinstance(self.options, LinearOptions):
            return self.options
        try:
            return LinearOptions.model_validate(dict(self.options or {}))
        except ValidationError as error:
            known = nearest(str(error.errors()[0]["loc"][0]), LinearOptions.model_fields)
            raise ModelError(f"options: {error.errors()[0]['msg']}; {known}") from error

    def _labels(self, y: pd.DataFrame) -> dict[str, tuple[str, ...]]:
        if self.codebook is not None:
            missing = [axis for axis in self.codebook.axes if axis not in y]
            if missing:
                raise ModelError(f"y has the columns {list(y)}, expected also {missing}")
            return {name: axis.label_names for name, axis in self.codebook.axes.items()}
        return {str(axis): own_labels(str(axis), y[axis]) for axis in y}
