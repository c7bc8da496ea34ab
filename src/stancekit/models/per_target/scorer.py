"""Predicts each passage with the model of its target."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from stancekit.models.arrays import BoolArray, FloatArray
from stancekit.models.contract import StanceScorer, truncated
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

    def truncated(self, X: Any) -> BoolArray | None:
        """Give which passages are longer than the model of their target reads, shape (n,).

        ``None`` where all of the models read passages of any length.
        """
        columns = to_columns(X)
        found = np.zeros(len(columns), bool)
        is_told = False
        for target, rows in self._rows(columns.targets).items():
            told = truncated(self._scorer(target), columns.select(rows))
            if told is not None:
                found[rows] = told
                is_told = True
        return found if is_told else None

    def _scorer(self, target: str | None) -> StanceScorer:
        return self.others if target is None else self.own[target]

    def _rows(self, targets: list[str | None]) -> dict[str | None, list[int]]:
        """Give the rows of each target that has a model; ``None`` stands for all others."""
        rows: dict[str | None, list[int]] = {}
        for row, target in enumerate(targets):
            rows.setdefault(target if target in self.own else None, []).append(row)
        return rows
