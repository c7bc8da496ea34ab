"""What a saved model has to beat, as far as it tells what it was trained on."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from stancekit.codebook import Codebook
from stancekit.prediction import Predictor
from stancekit.training.scoring import Proba

NO_NAME_BASELINE = (
    "There is no name-only baseline here: it is learned from the training rows, which a saved "
    "model does not hold. The report of the training run has it."
)


def saved_baselines(predictor: Predictor, codebook: Codebook, n: int) -> dict[str, Proba]:
    """Give the majority baseline, where the model saw labels and says how often it saw each."""
    counted = predictor.info.training.get("labels")
    if counted is None or not all(any(counted[axis].values()) for axis in codebook.axes):
        return {}
    return {"majority": _majority(counted, codebook, n)}


def _majority(counted: Mapping[str, Mapping[str, int]], codebook: Codebook, n: int) -> Proba:
    """Give the training rows' shares of each label, for every row."""
    shares = {
        axis: np.array([counted[axis][label] for label in codebook.axes[axis].labels], float)
        for axis in codebook.axes
    }
    return {axis: np.tile(values / values.sum(), (n, 1)) for axis, values in shares.items()}
