"""Passages that are unlike each other and unlike those labelled."""

from __future__ import annotations

import numpy as np

from stancekit.corpus.suggest.pool import Floats, Ints
from stancekit.corpus.suggest.space import Points


def choose_spread(points: Points, labelled: Points, n: int, seed: int) -> tuple[Ints, Floats]:
    """Draw `n` points by k-means++ (Arthur and Vassilvitskii 2007), labelled points as its first.

    Each is drawn with a probability proportional to its squared distance from the nearest point
    labelled or drawn before. The farthest point, which k-center takes (Sener and Savarese 2018),
    is too often an outlier.

    Returns
    -------
    The points, and how far each was from the nearest before it: 1 where it shared nothing with any.
    """
    generator = np.random.default_rng(seed)
    left = np.ones(len(points), dtype=bool)
    near = _nearest(points, labelled)
    order, distances = np.zeros(n, np.int64), np.zeros(n)
    for place in range(n):
        weights = np.where(left, 1.0 - near, 0.0)
        if weights.sum() <= 0:  # whatever is left lies on a point taken before
            weights = left.astype(np.float64)
        drawn = int(generator.choice(len(points), p=weights / weights.sum()))
        order[place], distances[place] = drawn, 1.0 - near[drawn]
        left[drawn] = False
        near = np.maximum(near, _similarity(points, points[drawn]))
    return order, distances


def _nearest(points: Points, others: Points) -> Floats:
    near = np.zeros(len(points))
    for other in others:
        near = np.maximum(near, _similarity(points, other))
    return near


def _similarity(points: Points, point: Points) -> Floats:
    """Give the cosine, 0 at least; of unit vectors, 1 minus it is half the squared distance."""
    similarity: Floats = np.clip((points @ point).astype(np.float64), 0.0, 1.0)
    return similarity
