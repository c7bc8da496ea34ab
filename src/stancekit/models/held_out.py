"""What a model said of training rows that it was not fitted on: the base of all that is tuned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from stancekit.models.arrays import FloatArray, IntArray
from stancekit.models.calibration import fit_temperature, softmax
from stancekit.models.confidence import Confidence


@dataclass(frozen=True, eq=False, kw_only=True)
class HeldOut:
    """One axis' predictions for rows that the predicting model was not fitted on.

    Parameters
    ----------
    logits
        Shape (rows, labels in codebook order); -inf for a label without a training row.
    targets
        The share of each label in each row, of the same shape: 1 for the gold label of a hard one.
    groups
        Number of each row's group, shape (rows,).
    rows
        Where each stands among the rows of `fit`, shape (rows,).
    """

    logits: FloatArray
    targets: FloatArray
    groups: IntArray
    rows: IntArray

    @classmethod
    def of(
        cls, logits: FloatArray, targets: FloatArray, groups: Sequence[Any] | None = None
    ) -> Self:
        """Take the rows that were predicted and labelled; without groups each is its own."""
        known = ~(np.isnan(logits).any(axis=1) | np.isnan(targets).any(axis=1))
        names = np.arange(len(logits)) if groups is None else np.asarray(groups, dtype=object)
        numbers = np.unique([str(name) for name in names], return_inverse=True)[1]
        return cls(
            logits=logits[known],
            targets=targets[known],
            groups=numbers[known].astype(np.int64),
            rows=np.flatnonzero(known),
        )

    def __len__(self) -> int:
        return len(self.logits)

    def proba(self) -> FloatArray:
        """Give the probabilities at the temperature of least log loss among these rows."""
        proba: FloatArray = softmax(self.logits, fit_temperature(self.logits, self.targets))
        return proba


def confidence_of(axes: Mapping[str, HeldOut]) -> dict[str, Confidence]:
    """Learn from each axis' held-out rows, at the temperature of least log loss among them."""
    return {
        axis: Confidence.of(rows.proba(), rows.targets, rows.groups)
        for axis, rows in axes.items()
        if len(rows)
    }
