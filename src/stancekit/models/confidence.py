"""How far to trust probabilities: thresholds for a precision, and label sets with a coverage.

Both are read off predictions for training rows that were held out of the fit. Above a threshold,
labels are right as often as asked for (Geifman and El-Yaniv 2017); a label set holds the gold label
as often as asked for (split conformal prediction: Sadinle, Lei and Wasserman 2019).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from stancekit.errors import ModelError
from stancekit.models.arrays import FloatArray

CONFIDENCE: Final = "confidence.json"

_SURE: Final = 1.645
"""Standard errors by which a precision is shown: 95 % sure, on one side."""
_DIGITS: Final = 6


@dataclass(frozen=True, eq=False, kw_only=True)
class Confidence:
    """What held-out rows taught of one axis' probabilities.

    Parameters
    ----------
    probable
        The probability of the most probable label of each row, the highest first.
    right
        The share of the gold label that the most probable one is, in the same order: 0 or 1, or in
        between for soft labels.
    strangeness
        One minus the probability of each gold label, the lowest first.
    weights
        The share of each of these gold labels in its row.
    n_groups
        How many groups the rows are of.
    """

    probable: FloatArray
    right: FloatArray
    strangeness: FloatArray
    weights: FloatArray
    n_groups: int

    @classmethod
    def of(cls, proba: FloatArray, targets: FloatArray, groups: npt.NDArray[Any]) -> Confidence:
        """Learn from calibrated probabilities of rows that the model was not fitted on.

        Parameters
        ----------
        proba, targets
            Shape (rows, labels): probabilities, and the share of each label.
        groups
            The group of each row.
        """
        highest = proba.max(axis=1)
        order = np.argsort(-highest, kind="stable")
        right = np.take_along_axis(targets, proba.argmax(axis=1)[:, None], axis=1)[:, 0]
        rows, codes = np.nonzero(targets)
        strange = 1.0 - proba[rows, codes]
        rising = np.argsort(strange, kind="stable")
        return cls(
            probable=highest[order].round(_DIGITS),
            right=right[order],
            strangeness=strange[rising].round(_DIGITS),
            weights=targets[rows, codes][rising],
            n_groups=len(np.unique(groups)),
        )

    def threshold(self, precision: float) -> float:
        """Give the lowest threshold above which that precision is shown on held-out rows.

        Shown is a precision whose lower bound (Wilson 1927, one-sided, 95 %) reaches it.

        Raises
        ------
        ModelError
            If no threshold reaches it; the message says what is reached.
        """
        n = np.arange(1, len(self.probable) + 1)
        bounds = _lower_bound(np.cumsum(self.right) / n, n)
        # Rows of equal probability stay together: the last of them stands for all.
        last = np.append(self.probable[1:] < self.probable[:-1], True)
        reached = np.flatnonzero(last & (bounds >= precision))
        if not len(reached):
            best = float(bounds[last].max(initial=0.0))
            raise ModelError(
                f"found no threshold with a precision of {precision:g} on the {len(n)} held-out "
                f"rows; at most {best:.3f} is shown. Ask for less, or label more passages"
            )
        return float(self.probable[reached[-1]])

    def least_probability(self, coverage: float) -> float:
        """Give the probability from which on a label belongs to a set with that coverage.

        The correction for a finite sample counts groups and not rows: a new group is what is
        predicted, and rows of one group say less than as many rows of several.
        """
        total = float(self.weights.sum())
        unseen = total / max(self.n_groups, 1)
        needed = coverage * (total + unseen)
        sums = np.cumsum(self.weights)
        place = int(np.searchsorted(sums, needed - 1e-9))
        return 0.0 if place >= len(sums) else float(1.0 - self.strangeness[place])

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON."""
        return {
            "probable": self.probable.tolist(),
            "right": self.right.tolist(),
            "strangeness": self.strangeness.tolist(),
            "weights": self.weights.tolist(),
            "n_groups": self.n_groups,
        }


def write_confidence(folder: Path, axes: Mapping[str, Confidence]) -> None:
    """Write what is known of each axis beside a saved model."""
    content = {axis: confidence.to_dict() for axis, confidence in axes.items()}
    (folder / CONFIDENCE).write_text(json.dumps(content), encoding="ascii")


def read_confidence(folder: Path) -> dict[str, Confidence]:
    """Read what `write_confidence` wrote; empty where the model had no held-out rows."""
    path = folder / CONFIDENCE
    if not path.is_file():
        return {}
    content = json.loads(path.read_text(encoding="ascii"))
    return {axis: _confidence(values) for axis, values in content.items()}


def label_sets(proba: FloatArray, least: float) -> npt.NDArray[np.bool_]:
    """Tell which labels are in the set of each row: all from `least` on, and the most probable."""
    inside = proba >= least - 10.0**-_DIGITS
    inside[np.arange(len(proba)), proba.argmax(axis=1)] = True
    return inside


def _confidence(values: Mapping[str, Any]) -> Confidence:
    arrays = {name: np.asarray(values[name], np.float64) for name in _ARRAYS}
    return Confidence(**arrays, n_groups=int(values["n_groups"]))


_ARRAYS: Final = ("probable", "right", "strangeness", "weights")


def _lower_bound(shares: FloatArray, n: npt.NDArray[np.int64]) -> FloatArray:
    """Give Wilson's lower bound of a share."""
    square = _SURE**2
    centre = shares + square / (2 * n)
    spread = _SURE * np.sqrt(shares * (1 - shares) / n + square / (4 * n**2))
    bound: FloatArray = (centre - spread) / (1 + square / n)
    return bound
