"""Quotients of counts, where a denominator of 0 has a meaning."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from stancekit.evaluation.rows import FloatArray


def ratio(above: ArrayLike, below: ArrayLike, *, empty: float = np.nan) -> FloatArray:
    """Give `above` / `below`, and `empty` where `below` is 0; NaN stands for undefined.

    Examples
    --------
    >>> ratio([1.0, 0.0], [2.0, 0.0], empty=0.0)
    array([0.5, 0. ])
    """
    numerator = np.asarray(above, dtype=np.float64)
    denominator = np.asarray(below, dtype=np.float64)
    filled = np.full(np.broadcast_shapes(numerator.shape, denominator.shape), empty)
    divided: FloatArray = np.divide(numerator, denominator, out=filled, where=denominator > 0)
    return divided
