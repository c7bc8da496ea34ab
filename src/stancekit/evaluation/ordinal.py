"""Measures of axes whose labels stand on a scale: how far off a prediction is, not only whether.

A label without a position, such as ``none``, stands nowhere on the scale: it is never counted as 0.
A row counts here where its gold label and its prediction both have a position; whether anything is
expressed at all is what the gate measures tell. The measures take confusion matrices, shape (...,
labels, labels), and give one number a matrix, NaN where it is undefined.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from stancekit.evaluation.rows import FloatArray
from stancekit.resampling import Measure, ResampledSums, Score, ratio

MIN_POSITIONS = 3
"""An order of two positions says no more than their names."""


def ordinal_scores(
    sums: ResampledSums, labels: Sequence[str], positions: Mapping[str, float | None]
) -> dict[str, Score]:
    """Give the scores of positions; none where the axis is not ordinal."""
    placed, places = placed_labels(labels, positions)
    if not placed:
        return {}
    measures = {"quadratic_kappa": quadratic_kappa, "position_mae": position_mae}
    note = _left_out(sums.total["confusion"], placed)
    return {
        name: sums.score(_of_placed(measure, placed, places), note=note)
        for name, measure in measures.items()
    }


def placed_labels(
    labels: Sequence[str], positions: Mapping[str, float | None]
) -> tuple[list[int], FloatArray]:
    """Give the indices of the labels that have a position, and these positions.

    Both are empty where the axis is not ordinal: it has fewer than three different positions.
    """
    known = {i: positions.get(label) for i, label in enumerate(labels)}
    placed = {i: position for i, position in known.items() if position is not None}
    if len(set(placed.values())) < MIN_POSITIONS:
        placed = {}
    return list(placed), np.array(list(placed.values()), dtype=np.float64)


def among(confusion: FloatArray, placed: Sequence[int]) -> FloatArray:
    """Give the matrices of the rows whose gold label and prediction both have a position."""
    cells: FloatArray = confusion[..., list(placed), :][..., list(placed)]
    return cells


def quadratic_kappa(confusion: FloatArray, positions: FloatArray) -> FloatArray:
    """Weighted kappa with squared distances of positions as weights (Cohen, 1968).

    1 minus the squared error over what it would be if prediction and gold had nothing to do with
    each other. Where positions are evenly spaced it is scikit-learn's ``cohen_kappa_score`` with
    ``weights="quadratic"``. Undefined where all rows share one position.
    """
    weights = (positions[:, None] - positions[None, :]) ** 2
    n = confusion.sum(axis=(-2, -1))
    gold, predicted = confusion.sum(axis=-1), confusion.sum(axis=-2)
    expected = ratio(gold[..., :, None] * predicted[..., None, :], n[..., None, None])
    found = (weights * confusion).sum(axis=(-2, -1))
    return 1.0 - ratio(found, (weights * expected).sum(axis=(-2, -1)))


def position_mae(confusion: FloatArray, positions: FloatArray) -> FloatArray:
    """Mean absolute distance of the predicted position from the gold one."""
    distances = np.abs(positions[:, None] - positions[None, :])
    return ratio((distances * confusion).sum(axis=(-2, -1)), confusion.sum(axis=(-2, -1)))


def _of_placed(
    measure: Callable[[FloatArray, FloatArray], FloatArray],
    placed: Sequence[int],
    places: FloatArray,
) -> Measure:
    return lambda sums: measure(among(sums["confusion"], placed), places)


def _left_out(confusion: FloatArray, placed: Sequence[int]) -> str | None:
    both, gold = int(among(confusion, placed).sum()), int(confusion[list(placed)].sum())
    if both == int(confusion.sum()):
        return None
    return f"over {both} rows: of the {gold} whose gold label has a position, those predicted so"
