"""Passages that stand for many others and are unlike those labelled, by experimental design.

Transductive experimental design (Yu, Bi and Tresp 2006): of a linear model over the points, choose
the point whose label takes most from the variance of the predictions for the whole pool. A point
far from everything else settles nothing but itself, and one beside a labelled point is settled
already: the design neither falls for outliers, as k-center does (Sener and Savarese 2018), nor
picks the same thing twice, as uncertainty alone does (Settles 2009, section 4).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from stancekit.corpus.suggest.pool import Floats, Ints
from stancekit.corpus.suggest.space import Points

_RIDGE = 1.0
_BLOCK = 10_000


@dataclass(frozen=True, eq=False)
class Design:
    """Points chosen one after the other.

    Parameters
    ----------
    order
        The points chosen.
    gains
        What each took from the pool's variance, as a share of what there is without any label.
    open
        What was open of each when it was chosen: 1 where nothing like it was labelled or chosen
        before, near 0 beside such a point.
    """

    order: Ints
    gains: Floats
    open: Floats


def choose_by_design(
    points: Points, labelled: Points, n: int, worth: Floats | None = None
) -> Design:
    """Choose `n` points greedily.

    The cost of a choice is two passes over the points; nothing of the size of their square is
    held.

    Parameters
    ----------
    worth
        How much a label of each point would tell: the precision of its observation, 1 by default.
        A point of worth 0 is chosen last.
    """
    worth = np.ones(len(points)) if worth is None else worth
    spread = _gram(points)
    total = max(float(np.trace(spread)) / _RIDGE, np.finfo(float).tiny)
    covariance = np.linalg.inv(_gram(labelled) + _RIDGE * np.eye(points.shape[1]))
    variance = _quadratic(points, covariance)
    settled = _quadratic(points, covariance @ spread @ covariance)
    left = np.ones(len(points), dtype=bool)
    order, gains, open_ = np.zeros(n, np.int64), np.zeros(n), np.zeros(n)
    for place in range(n):
        gain = np.where(left, worth * settled / (1.0 + worth * variance), -1.0)
        best = int(gain.argmax())
        order[place], gains[place] = best, max(gain[best], 0.0) / total
        open_[place] = variance[best] * _RIDGE
        left[best] = False
        # The posterior covariance and all that hangs on it, updated for one observation.
        direction = covariance @ points[best].astype(np.float64)
        factor = worth[best] / (1.0 + worth[best] * variance[best])
        onward = spread @ direction
        both = np.column_stack([direction, covariance @ onward]).astype(np.float32)
        along, across = (points @ both).astype(np.float64).T
        settled += factor * along * (factor * float(direction @ onward) * along - 2.0 * across)
        variance -= factor * along**2
        covariance -= factor * np.outer(direction, direction)
    return Design(order, np.clip(gains, 0.0, 1.0), np.clip(open_, 0.0, 1.0))


def _gram(points: Points) -> npt.NDArray[np.float64]:
    return (points.T @ points).astype(np.float64)


def _quadratic(points: Points, matrix: npt.NDArray[np.floating]) -> Floats:
    """Give p'Mp of each point p, block by block."""
    values = np.empty(len(points))
    narrow = matrix.astype(np.float32)
    for start in range(0, len(points), _BLOCK):
        block = points[start : start + _BLOCK]
        values[start : start + _BLOCK] = ((block @ narrow) * block).sum(axis=1)
    return values
