"""Logits to probabilities, at a temperature fitted on out-of-fold predictions."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]

_BOUNDS = (0.05, 20.0)


def softmax(logits: FloatArray, temperature: float = 1.0) -> FloatArray:
    """Give probabilities from logits of shape (n, labels); a logit of -inf gives 0."""
    scaled = logits / temperature
    powers: FloatArray = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    probabilities: FloatArray = powers / powers.sum(axis=1, keepdims=True)
    return probabilities


def fit_temperature(logits: FloatArray, codes: NDArray[np.int64]) -> float:
    """Find the temperature of least log loss (Guo et al. 2017).

    Parameters
    ----------
    logits
        Shape (n, labels), predicted for rows that the model was not fitted on.
    codes
        The gold label of each row, as its column. A row whose gold label has a logit of -inf
        says nothing of the temperature and is left out.
    """
    from scipy.optimize import minimize_scalar

    finite = np.isfinite(logits[np.arange(len(codes)), codes])
    logits, codes = logits[finite], codes[finite]
    if not len(codes):
        return 1.0

    def log_loss(log_temperature: float) -> float:
        scaled = logits / np.exp(log_temperature)
        peak = scaled.max(axis=1)
        total = peak + np.log(np.exp(scaled - peak[:, None]).sum(axis=1))
        return float(np.mean(total - scaled[np.arange(len(codes)), codes]))

    found = minimize_scalar(log_loss, bounds=tuple(np.log(_BOUNDS)), method="bounded")
    return float(np.exp(found.x))
