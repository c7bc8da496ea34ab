"""Logits to probabilities, at a temperature fitted on out-of-fold predictions."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from stancekit.models.arrays import FloatArray

_BOUNDS = (0.05, 20.0)
_LEAST = 1e-12
"""A probability of 0 has no logarithm."""


def softmax(logits: FloatArray, temperature: float = 1.0) -> FloatArray:
    """Give probabilities from logits of shape (n, labels); a logit of -inf gives 0."""
    scaled = logits / temperature
    powers: FloatArray = np.exp(scaled - scaled.max(axis=1, keepdims=True))
    probabilities: FloatArray = powers / powers.sum(axis=1, keepdims=True)
    return probabilities


def log_proba(proba: FloatArray) -> FloatArray:
    """Give logarithms of probabilities, finite ones also of 0."""
    logarithms: FloatArray = np.log(np.maximum(proba, _LEAST))
    return logarithms


def fit_temperature(logits: FloatArray, targets: NDArray[np.int64] | FloatArray) -> float:
    """Find the temperature of least log loss (Guo et al. 2017).

    Parameters
    ----------
    logits
        Shape (n, labels), predicted for rows that the model was not fitted on.
    targets
        The gold label of each row, as its column; or, for soft labels, the share of each label,
        shape (n, labels). A row that holds a label with a logit of -inf says nothing of the
        temperature and is left out.
    """
    from scipy.optimize import minimize_scalar

    shares = to_shares(targets, logits.shape[1])
    finite = (np.isfinite(logits) | (shares == 0)).all(axis=1)
    logits, shares = logits[finite], shares[finite]
    if not len(logits):
        return 1.0

    def log_loss(log_temperature: float) -> float:
        scaled = logits / np.exp(log_temperature)
        peak = scaled.max(axis=1)
        total = peak + np.log(np.exp(scaled - peak[:, None]).sum(axis=1))
        given = np.multiply(scaled, shares, where=shares > 0, out=np.zeros_like(scaled))
        return float(np.mean(total - given.sum(axis=1)))

    found = minimize_scalar(log_loss, bounds=tuple(np.log(_BOUNDS)), method="bounded")
    return float(np.exp(found.x))


def to_shares(targets: NDArray[np.int64] | FloatArray, n_labels: int) -> FloatArray:
    """Give the share of each label, shape (n, labels): 1 for the gold label of a hard one."""
    if targets.ndim == 2:
        return np.asarray(targets, dtype=np.float64)
    shares: FloatArray = np.zeros((len(targets), n_labels))
    shares[np.arange(len(targets)), targets] = 1.0
    return shares
