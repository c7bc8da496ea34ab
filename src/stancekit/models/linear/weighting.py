"""Counts to features: inverse document frequencies and lengths, learned from training rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp

from stancekit.models.arrays import FloatArray, IntArray
from stancekit.models.linear.counts import BlockCounts, TrainingCounts
from stancekit.models.linear.relation import Relation

_LARGE = 5000
_RARELY_REPEATED = frozenset({"pairs"})

BLOCK_SCALES = {"words": 0.5}
"""How long a block is made, where not 1. Single words speak through their character n-grams as
well; at full length they drown the pairs (``experiments/benchmarks/README.md``)."""


@dataclass(frozen=True)
class BlockWeights:
    """The features of a block that are kept, and the inverse document frequency of each."""

    kept: IntArray
    idf: FloatArray

    def full(self, values: FloatArray, width: int) -> FloatArray:
        """Spread values of kept features over all `width` features, 0 elsewhere."""
        spread = np.zeros((*values.shape[:-1], width))
        spread[..., self.kept] = values
        return spread


@dataclass(frozen=True)
class FeatureSpace:
    """What training rows taught of every block: the features, before any label is seen."""

    blocks: dict[str, BlockWeights]
    relation: Relation | None

    def slices(self) -> dict[str, slice]:
        """Give the columns of each block in the joint matrix."""
        found, start = {}, 0
        for name, weights in self.blocks.items():
            found[name] = slice(start, start + len(weights.kept))
            start += len(weights.kept)
        if self.relation is not None:
            found["relation"] = slice(start, start + self.relation.n_features)
        return found


def fit_space(counts: TrainingCounts, rows: IntArray, min_df: int | None) -> FeatureSpace:
    """Learn the features and their frequencies from those rows alone."""
    blocks = {
        name: _fit_block(block, rows, _least(name, len(rows), min_df))
        for name, block in counts.blocks.items()
    }
    relation = None
    if counts.targets is not None:
        idf = blocks["words"].full(blocks["words"].idf, counts.lexicon.n_known)
        relation = Relation.fit(counts, rows, idf)
    return FeatureSpace(blocks, relation)


def to_features(counts: TrainingCounts, space: FeatureSpace) -> Any:
    """Give the features of all rows, each block of unit length, as one sparse matrix."""
    parts = [
        BLOCK_SCALES.get(name, 1.0) * _weigh(counts.blocks[name], weights)
        for name, weights in space.blocks.items()
    ]
    if space.relation is not None and counts.targets is not None:
        parts.append(
            sp.csr_matrix(
                space.relation.features(counts.texts, counts.targets, counts.lexicon.prefix_ids)
            )
        )
    return sp.hstack(parts).tocsr()


def _least(name: str, n_rows: int, min_df: int | None) -> int:
    if min_df is not None:
        return min_df
    return (2 if n_rows >= _LARGE else 1) + (name in _RARELY_REPEATED)


def _fit_block(block: BlockCounts, rows: IntArray, least: int) -> BlockWeights:
    frequency = np.bincount(block.counts[rows].indices, minlength=block.counts.shape[1])
    kept = np.flatnonzero(frequency >= least)
    idf = np.log((1 + len(rows)) / (1 + frequency[kept])) + 1
    return BlockWeights(kept, idf)


def _weigh(block: BlockCounts, weights: BlockWeights) -> Any:
    lengths = np.sqrt(_squared_lengths(block, weights))
    scale = np.divide(1.0, lengths, out=np.zeros_like(lengths), where=lengths > 0)
    return sp.diags(scale) @ block.counts[:, weights.kept] @ sp.diags(weights.idf)


def _squared_lengths(block: BlockCounts, weights: BlockWeights) -> FloatArray:
    squares = weights.full(weights.idf**2, block.counts.shape[1])
    if block.spelling is None:
        return np.asarray(block.counts.power(2) @ squares)
    return np.asarray(block.spelled.power(2) @ (block.spelling.power(2) @ squares))
