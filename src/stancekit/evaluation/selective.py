"""What is gained by answering only the surest rows (Geifman and El-Yaniv, 2017).

Rows are ranked by the probability of their most probable label. The risk at a coverage is the error
rate of the surest share of the rows; the area under this curve (AURC) is its mean over all
coverages of 1/n, 2/n to 1. For resamples to be sums over rows, rows are ranked in at most 50 steps
of about equally many; rows of equal probability share a step, and within a step errors count as
evenly spread, which is the mean over all orders of its rows. With up to 50 rows, or 50 different
probabilities, that is the exact curve.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from stancekit.evaluation.rows import FloatArray, IntArray
from stancekit.resampling import ratio

MOST_STEPS = 50
COVERAGES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


def confidence_steps(confidence: FloatArray) -> IntArray:
    """Give the number of each row's step, counted from 0 at the surest rows."""
    values, own, counts = np.unique(-confidence, return_inverse=True, return_counts=True)
    if len(values) <= MOST_STEPS:
        return np.asarray(own, dtype=np.int64)
    before = np.cumsum(counts) - counts
    steps = before * MOST_STEPS // len(confidence)
    return np.asarray(np.unique(steps[own], return_inverse=True)[1], dtype=np.int64)


def step_rows(confidence: FloatArray, wrong: FloatArray) -> FloatArray:
    """Give each row's place in the ranking, shape (n, steps, 2): a row, and whether it is wrong."""
    n = len(confidence)
    steps = confidence_steps(confidence)
    cells = np.zeros((n, int(steps.max(initial=0)) + 1, 2))
    cells[np.arange(n), steps] = np.stack([np.ones(n), wrong], axis=1)
    return cells


def risk_at(steps: FloatArray, coverage: float) -> FloatArray:
    """Error rate of the surest `coverage` of the rows.

    Takes sums as :func:`step_rows` defines them, shape (..., steps, 2). Of the last step that is
    needed, a part counts.
    """
    return risks_at(steps, (coverage,))[..., 0]


def risks_at(steps: FloatArray, coverages: Sequence[float]) -> FloatArray:
    """Give :func:`risk_at` for each of the coverages, on the last dimension."""
    upto = np.cumsum(steps, axis=-2)
    n = upto[..., -1, 0]
    return np.stack([_risk(steps, upto, share * n) for share in coverages], axis=-1)


def _risk(steps: FloatArray, upto: FloatArray, wanted: FloatArray) -> FloatArray:
    """Give the error rate of so many of the surest rows; `upto` sums the steps."""
    last = (upto[..., 0] < wanted[..., None]).sum(axis=-1)[..., None, None]
    step = np.take_along_axis(steps, last, axis=-2)[..., 0, :]
    before = np.take_along_axis(upto, last, axis=-2)[..., 0, :] - step
    part = np.clip(ratio(wanted - before[..., 0], step[..., 0], empty=0.0), 0.0, 1.0)
    kept = before + part[..., None] * step
    return ratio(kept[..., 1], kept[..., 0])


def aurc(steps: FloatArray) -> FloatArray:
    """Area under the risk-coverage curve: the mean of the risk over all coverages; 0 is best."""
    rows, wrong = steps[..., 0], steps[..., 1]
    after = np.cumsum(rows, axis=-1)
    before = after - rows
    n = after[..., -1]
    harmonic = _harmonic_numbers(int(n.max(initial=0)))
    inverses = harmonic[np.rint(after).astype(int)] - harmonic[np.rint(before).astype(int)]
    rate = ratio(wrong, rows, empty=0.0)
    # The sum over j = 1..rows of (earlier + rate * j) / (before + j).
    earlier = np.cumsum(wrong, axis=-1) - wrong
    areas = rate * rows + (earlier - rate * before) * inverses
    return ratio(areas.sum(axis=-1), n)


def _harmonic_numbers(most: int) -> FloatArray:
    """Give 1 + 1/2 + ... + 1/k for each k from 0 to `most`."""
    return np.concatenate([[0.0], np.cumsum(1.0 / np.arange(1, most + 1))])
