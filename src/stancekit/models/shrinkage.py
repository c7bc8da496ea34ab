"""Scores to calibrated scores where few rows are labelled: maximum likelihood, with shrinkage.

A temperature and a bias a label are fitted (bias-corrected temperature scaling: Alexandari, Kundaje
and Shrikumar 2020) under standard normal priors of the biases and the temperature's logarithm. A
handful of rows thus moves little, hundreds move what they show, and no row moves nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Self

import numpy as np

from stancekit.models.arrays import FloatArray
from stancekit.models.calibration import softmax

_FOLDS: Final = 5
_BOUNDS: Final = (-3.0, 3.0)
"""Of the temperature's logarithm."""


@dataclass(frozen=True, kw_only=True)
class Calibration:
    """What scores are divided by, and what is then added to each label's."""

    temperature: float
    biases: tuple[float, ...]

    @classmethod
    def none(cls, n_labels: int) -> Self:
        """Give the calibration that changes nothing."""
        return cls(temperature=1.0, biases=(0.0,) * n_labels)

    def logits(self, scores: FloatArray) -> FloatArray:
        """Give calibrated scores, shape (rows, labels)."""
        calibrated: FloatArray = scores / self.temperature + np.asarray(self.biases)
        return calibrated


def calibrate(scores: FloatArray, targets: FloatArray, *, with_biases: bool = True) -> Calibration:
    """Find the most probable calibration.

    Parameters
    ----------
    scores
        Finite scores, shape (rows, labels).
    targets
        The share of each label in each row, of the same shape.
    with_biases
        ``False`` fits the temperature alone.
    """
    n_labels = scores.shape[1]
    if not len(scores):
        return Calibration.none(n_labels)
    from scipy.optimize import minimize

    free = n_labels if with_biases else 0

    def loss(parameters: FloatArray) -> tuple[float, FloatArray]:
        slope, biases = np.exp(-parameters[0]), parameters[1:]
        scaled = scores * slope
        logits = scaled + biases if with_biases else scaled
        proba = softmax(logits)
        wrong = proba - targets
        surprise = -np.sum(targets * np.log(np.maximum(proba, 1e-300)))
        gradient = np.concatenate(
            [[-np.sum(wrong * scaled)], wrong.sum(axis=0) if with_biases else []]
        )
        return float(surprise + parameters @ parameters / 2), gradient + parameters

    bounds = [_BOUNDS, *[(None, None)] * free]
    found = minimize(loss, np.zeros(1 + free), jac=True, method="L-BFGS-B", bounds=bounds)
    biases = found.x[1:] if with_biases else np.zeros(n_labels)
    return Calibration(
        temperature=float(np.exp(found.x[0])), biases=tuple(float(bias) for bias in biases)
    )


def cross_calibrated(
    scores: FloatArray,
    targets: FloatArray,
    groups: Sequence[Any] | None,
    *,
    seed: int,
    with_biases: bool = True,
) -> FloatArray:
    """Calibrate each row by what was learned of the other folds, which keep groups whole.

    Parameters
    ----------
    scores, targets
        As for `calibrate`.

    Returns
    -------
    Shape (rows, labels); NaN in all rows where there are too few to divide.
    """
    from stancekit.models.folds import make_folds

    found: FloatArray = np.full(scores.shape, np.nan)
    if not len(scores):
        return found
    codes = targets.argmax(axis=1).astype(np.int64)
    for fit, test in make_folds(codes, groups, _FOLDS, seed):
        learned = calibrate(scores[fit], targets[fit], with_biases=with_biases)
        found[test] = learned.logits(scores[test])
    return found
