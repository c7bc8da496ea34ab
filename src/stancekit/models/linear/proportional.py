"""Columns that are multiples of each other as one column: the same ridge problem, much smaller.

The n-grams of a rare word stand in the same passages as often as the word does, so that their
columns are multiples of one another. Under an L2 penalty the best weights of such columns are in
proportion to their lengths, and one column that is as long as all of them together takes their
place: predictions and penalty are the same. Of a corpus of 3,000 passages, two thirds of the
columns go away.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp

from stancekit.models.arrays import FloatArray, IntArray

_DIGITS = 10
"""Digits to which two directions agree that count as one."""


@dataclass(frozen=True)
class Merged:
    """A matrix with one column for each direction, and what it takes to undo that.

    Parameters
    ----------
    features
        Shape (rows, directions).
    direction
        The column of `features` that stands for each column.
    share
        The length of each column, over that of the column that stands for it; 0 without an entry.
    """

    features: Any
    direction: IntArray
    share: FloatArray

    def expand(self, coefficients: FloatArray) -> FloatArray:
        """Give the weights of all columns, shape (labels, columns), from those of directions."""
        if not coefficients.shape[1]:
            return np.zeros((len(coefficients), len(self.share)))
        expanded: FloatArray = coefficients[:, self.direction] * self.share
        return expanded


def merge_proportional(features: Any) -> Merged:
    """Merge the columns that are multiples of each other.

    Directions are told apart by their products with two fixed random vectors.
    """
    columns = sp.csc_matrix(features)
    lengths = np.sqrt(columns.multiply(columns).sum(axis=0)).A1
    used = np.flatnonzero(lengths > 0)
    probes = np.random.default_rng(0).uniform(1.0, 2.0, size=(2, columns.shape[0]))
    marks = np.round((probes @ columns)[:, used] / lengths[used], _DIGITS)
    _, first, group = np.unique(marks, axis=1, return_index=True, return_inverse=True)
    together = np.sqrt(np.bincount(group.ravel(), lengths[used] ** 2))
    direction = np.zeros(columns.shape[1], dtype=np.int64)
    direction[used] = group.ravel()
    share = np.zeros(columns.shape[1])
    share[used] = lengths[used] / together[group.ravel()]
    scale = sp.diags_array(together / lengths[used[first]])
    return Merged((columns[:, used[first]] @ scale).tocsr(), direction, share)


def unmerged(features: FloatArray) -> Merged:
    """Give a matrix, whose columns are no multiples of each other, as it is."""
    n_columns = features.shape[1]
    return Merged(features, np.arange(n_columns, dtype=np.int64), np.ones(n_columns))
