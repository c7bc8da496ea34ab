"""Predicts each passage with the model of its target."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from stancekit.models.arrays import FloatArray
from stancekit.models.contract import ReadsWindows, StanceScorer
from stancekit.models.passages import to_columns


class PerTargetScorer:
    """Predicts with one model a target, and with one more where a target has none.

    Parameters
    ----------
    own
        The model of each target.
    others
        That of all other targets, and of passages without one.
    """

    def __init__(self, own: Mapping[str, StanceScorer], others: StanceScorer) -> None:
        self.own = dict(own)
        self.others = others
        self.axes = others.axes

    def predict_proba(self, X: Any) -> dict[str, FloatArray]:
        """Give calibrated probabilities for each axis, shape (n, labels in codebook order)."""
        columns = to_columns(X)
        found = {axis: np.zeros((len(columns), len(names))) for axis, names in self.axes.items()}
        for target, rows in self._rows(columns.targets).items():
            proba = self._scorer(target).predict_proba(columns.select(rows))
            for axis, values in found.items():
                values[rows] = proba[axis]
        return found

    def truncated_share(self, X: Any) -> float:
        """Give the share of the passages that are longer than the model of their target reads."""
        columns = to_columns(X)
        n_truncated = 0.0
        for target, rows in self._rows(columns.targets).items():
            scorer = self._scorer(target)
            if isinstance(scorer, ReadsWindows):
                n_truncated += len(rows) * scorer.truncated_share(columns.select(rows))
        return n_truncated / max(1, len(columns))

    def _scorer(self, target: str | None) -> StanceScorer:
        return self.others if target is None else self.own[target]

    def _rows(self, targets: list[str | None]) -> dict[str | None, list[int]]:
        """Give the rows of each target that has a model; ``None`` stands for all others."""
        rows: dict[str | None, list[int]] = {}
        for row, target in enumerate(targets):
            rows.setdefault(target if target in self.own else None, []).append(row)
        return rows
