"""The mean of several models' probabilities."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from stancekit.models.arrays import BoolArray, FloatArray
from stancekit.models.calibration import log_proba, softmax
from stancekit.models.contract import Progress, StanceScorer, truncated
from stancekit.models.passages import to_columns


class EnsembleScorer:
    """Predicts with several models: for each axis, the mean of those that have it.

    Parameters
    ----------
    weights
        What each member counts.
    axes
        The labels of each axis, in codebook order; each axis has a member.
    temperatures
        Of each axis, by which the logarithms of the mean are divided.
    """

    def __init__(
        self,
        members: Sequence[StanceScorer],
        *,
        weights: Sequence[float],
        axes: Mapping[str, tuple[str, ...]],
        temperatures: Mapping[str, float],
    ) -> None:
        self.members = tuple(members)
        self.weights = tuple(weights)
        self.axes = axes
        self.temperatures = dict(temperatures)

    def predict_proba(self, X: Any) -> dict[str, FloatArray]:
        """Give calibrated probabilities for each axis, shape (n, labels in codebook order)."""
        mean = self.mean_proba(X)
        return {axis: _tempered(proba, self.temperatures[axis]) for axis, proba in mean.items()}

    def mean_proba(self, X: Any, progress: Progress | None = None) -> dict[str, FloatArray]:
        """Give the weighted mean of the members' probabilities for each axis."""
        columns = to_columns(X)
        sums = {axis: np.zeros((len(columns), len(names))) for axis, names in self.axes.items()}
        if not len(columns):
            return sums
        totals = dict.fromkeys(self.axes, 0.0)
        for number, (member, weight) in enumerate(zip(self.members, self.weights, strict=True)):
            if progress is not None:
                progress("predict with each member", number, len(self.members))
            proba = member.predict_proba(columns)
            for axis in self.axes:
                if axis in proba:
                    sums[axis] += weight * proba[axis]
                    totals[axis] += weight
        if progress is not None:
            progress("predict with each member", len(self.members), len(self.members))
        return {axis: sums[axis] / totals[axis] for axis in self.axes}

    def truncated(self, X: Any) -> BoolArray | None:
        """Give which passages are longer than one of the members reads, shape (n,).

        ``None`` where all of the members read passages of any length.
        """
        columns = to_columns(X)
        each = [truncated(member, columns) for member in self.members]
        told = [found for found in each if found is not None]
        return np.logical_or.reduce(told) if told else None


def _tempered(proba: FloatArray, temperature: float) -> FloatArray:
    return proba if temperature == 1.0 else softmax(log_proba(proba), temperature)
