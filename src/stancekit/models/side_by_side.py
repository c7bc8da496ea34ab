"""Scores of several axes that stand side by side in one array."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stancekit.models.arrays import FloatArray


def split_axes(scores: FloatArray, axes: Mapping[str, Sequence[str]]) -> dict[str, FloatArray]:
    """Take scores apart, by axis: views of shape (rows, labels of the axis)."""
    found, first = {}, 0
    for axis, labels in axes.items():
        found[axis] = scores[:, first : first + len(labels)]
        first += len(labels)
    return found
