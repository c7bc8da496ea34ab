"""Coefficients to tables: what each word, n-gram and word pair adds to each score."""

from __future__ import annotations

from typing import Any

import numpy as np

from stancekit.models.arrays import FloatArray
from stancekit.models.linear.counts import TrainingCounts
from stancekit.models.linear.scorer import Table
from stancekit.models.linear.weighting import BLOCK_SCALES, FeatureSpace

_NGRAM_TABLES = {"characters": "ngrams", "target_characters": "target_ngrams"}


def to_tables(
    counts: TrainingCounts, space: FeatureSpace, coefficients: FloatArray
) -> dict[str, Table]:
    """Fold coefficients and inverse document frequencies into one table a block.

    Parameters
    ----------
    coefficients
        Shape (scores, features), in the order of `FeatureSpace.slices`.
    """
    tables = {}
    slices = space.slices()
    for name, weights in space.blocks.items():
        block = counts.blocks[name]
        width = block.counts.shape[1]
        scaled = BLOCK_SCALES.get(name, 1.0) * weights.idf
        folded = weights.full(coefficients[:, slices[name]] * scaled, width)
        squares = weights.full(weights.idf**2, width)
        if block.spelling is None:
            tables[name] = _table(folded, squares)
        else:
            tables[_NGRAM_TABLES[name]] = _table(folded, squares)
            tables[name] = _spelled(block.spelling, folded, squares)
    return tables


def _spelled(spelling: Any, folded: FloatArray, squares: FloatArray) -> Table:
    return _table((spelling @ folded.T).T, spelling.power(2) @ squares)


def _table(weights: FloatArray, squares: FloatArray) -> Table:
    return Table(np.ascontiguousarray(weights, np.float32), squares.astype(np.float32))
