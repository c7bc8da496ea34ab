"""Whether one model is better than another on the same rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from numpy.typing import ArrayLike

from stancekit.evaluation import confusion
from stancekit.evaluation.rows import EvaluationError, FloatArray, code_rows
from stancekit.resampling import Score, Sums, resample_sums

MatrixMeasure = Callable[[FloatArray], FloatArray]
"""Gives one number for each confusion matrix of a stack."""

MEASURES: Mapping[str, MatrixMeasure] = {
    "macro_f1": confusion.macro_f1,
    "accuracy": confusion.accuracy,
    "weighted_f1": confusion.weighted_f1,
    "mcc": confusion.mcc,
}


def paired_difference(
    y_true: Sequence[str | None],
    proba_a: ArrayLike,
    proba_b: ArrayLike,
    *,
    labels: Sequence[str],
    axis: str = "",
    groups: Sequence[Any] | None = None,
    metric: str = "macro_f1",
    resamples: int = 2000,
    seed: int = 0,
    level: float = 0.95,
) -> Score:
    """Give the metric of model A minus that of model B, with its paired interval.

    Both models are scored on the same resamples of the groups, so that what makes a resample easy
    for both cancels out. A is better beyond chance where `low` is above 0.

    Parameters
    ----------
    metric
        ``macro_f1``, ``accuracy``, ``weighted_f1`` or ``mcc``, as :func:`evaluate_axis` has them.
    level
        Of the interval; for m comparisons read as one, ``1 - 0.05 / m`` keeps the risk of any
        false finding at 5% (Bonferroni).

    Examples
    --------
    >>> gold = ["up", "down"] * 10
    >>> right = [[0.9, 0.1], [0.1, 0.9]] * 10
    >>> always_up = [[0.9, 0.1]] * 20
    >>> paired_difference(gold, right, always_up, labels=["up", "down"], metric="accuracy").value
    0.5
    """
    measure = measure_of(metric)
    rows_a = code_rows(y_true, proba_a, axis=axis, labels=labels, groups=groups)
    rows_b = code_rows(y_true, proba_b, axis=axis, labels=labels, groups=groups)
    cells = {
        name: confusion.confusion_rows(rows.gold, rows.predicted, len(labels))
        for name, rows in (("a", rows_a), ("b", rows_b))
    }
    sums = resample_sums(cells, rows_a.groups, resamples=resamples, seed=seed)

    def difference(sums: Sums) -> FloatArray:
        return measure(sums["a"]) - measure(sums["b"])

    return sums.score(difference, level=level)


def measure_of(metric: str) -> MatrixMeasure:
    """Give what computes a metric from confusion matrices.

    Raises
    ------
    EvaluationError
        If models are not compared by a metric of that name.
    """
    if metric not in MEASURES:
        raise EvaluationError(f"metric={metric!r}, expected one of {sorted(MEASURES)}")
    return MEASURES[metric]
