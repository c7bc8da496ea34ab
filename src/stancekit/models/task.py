"""What a family learns: for each axis its labels, and the share of each in each row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from stancekit.models.arrays import FloatArray, IntArray
from stancekit.models.held_out import HeldOut


@dataclass(frozen=True, eq=False, kw_only=True)
class Task:
    """What is learned of some passages.

    Parameters
    ----------
    labels
        The labels of each axis, in codebook order.
    targets
        For each axis shape (rows, labels), NaN in rows without a label.
    groups
        What stays whole in a fold; ``None`` where each row stands alone.
    seed
        Of everything that is drawn.
    """

    labels: Mapping[str, tuple[str, ...]]
    targets: Mapping[str, FloatArray]
    groups: Sequence[Any] | None
    seed: int

    def labelled(self, axis: str) -> IntArray:
        """Give the rows that have a label on an axis."""
        return np.flatnonzero(~np.isnan(self.targets[axis][:, 0]))

    def labelled_anywhere(self) -> IntArray:
        """Give the rows that have a label on any axis."""
        known = [~np.isnan(targets[:, 0]) for targets in self.targets.values()]
        return np.flatnonzero(np.any(known, axis=0))

    def select(self, rows: IntArray) -> Task:
        """Give the task of some rows, by their numbers."""
        return Task(
            labels=self.labels,
            targets={axis: targets[rows] for axis, targets in self.targets.items()},
            groups=None if self.groups is None else [self.groups[row] for row in rows.tolist()],
            seed=self.seed,
        )

    def rarest_codes(self) -> IntArray:
        """Give each row's label on the axis with the rarest label, by which folds are stratified.

        A row without a label there counts as the first one.
        """
        rarest = min(self.targets, key=lambda axis: np.nansum(self.targets[axis], axis=0).min())
        codes: IntArray = np.nan_to_num(self.targets[rarest]).argmax(axis=1).astype(np.int64)
        return codes

    def held_out(self, logits: Mapping[str, FloatArray]) -> dict[str, HeldOut]:
        """Give the predictions for rows that were held out.

        Parameters
        ----------
        logits
            For each axis shape (rows, labels), NaN in rows that no model was kept from.
        """
        return {
            axis: HeldOut.of(values, self.targets[axis], self.groups)
            for axis, values in logits.items()
        }
