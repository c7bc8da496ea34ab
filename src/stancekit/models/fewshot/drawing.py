"""Draws the passages of each step, so that pairs of one label are among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from stancekit.models.arrays import FloatArray, IntArray
from stancekit.models.task import Task


def draw_steps(
    task: Task, rows: IntArray, *, n_steps: int, n_passages: int, class_weight: Any
) -> IntArray:
    """Draw the passages of all steps from some of the rows.

    The axes take turns, step by step; a step draws from the rows that have a label on its axis.

    Parameters
    ----------
    class_weight
        ``balanced`` draws each label as often as every other, ``None`` in proportion to its rows;
        a mapping multiplies that.

    Returns
    -------
    Row numbers, shape (steps, passages).
    """
    chance = np.random.default_rng(task.seed)
    axes = [
        _passages(
            task.targets[axis], _among(task, axis, rows), task.labels[axis], class_weight, chance
        )
        for axis in task.labels
        if len(_among(task, axis, rows))
    ]
    drawn = [[next(axes[step % len(axes)]) for _ in range(n_passages)] for step in range(n_steps)]
    return np.array(drawn, np.int64)


def _among(task: Task, axis: str, rows: IntArray) -> IntArray:
    return np.intersect1d(task.labelled(axis), rows)


def _passages(
    targets: FloatArray,
    rows: IntArray,
    names: tuple[str, ...],
    class_weight: Any,
    chance: np.random.Generator,
) -> Iterator[int]:
    """Give rows without end: next is always the label that lags furthest behind its share."""
    codes = targets[rows].argmax(axis=1)
    counts = np.bincount(codes, minlength=len(names)).astype(float)
    if class_weight == "balanced":
        shares = (counts > 0).astype(float)
    elif isinstance(class_weight, Mapping):
        shares = counts * [class_weight.get(name, 1.0) for name in names]
    else:
        shares = counts
    shares /= shares.sum()
    endless = {
        code: _endless(rows[codes == code], chance) for code in np.flatnonzero(shares).tolist()
    }
    given = np.zeros(len(names))
    # Ties are broken by chance, once: equal shares would otherwise favour the first labels.
    order = chance.random(len(names)) * 1e-6
    while True:
        lag = np.where(shares > 0, shares * (given.sum() + 1) - given + order, -np.inf)
        code = int(lag.argmax())
        given[code] += 1
        yield next(endless[code])


def _endless(rows: IntArray, chance: np.random.Generator) -> Iterator[int]:
    """Give all of the rows in random order, over and over."""
    while True:
        yield from chance.permutation(rows).tolist()
