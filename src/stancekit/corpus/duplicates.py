"""Near-duplicate passages and articles, found by MinHash and verified exactly.

Two texts are near-duplicates when the sets of their word pairs have a Jaccard similarity of at
least 0.8, letter case, spacing and punctuation aside. Texts under five words are duplicates only
when equal: a set of three word pairs says too little. Candidates come from MinHash signatures cut
into bands (Broder 1997; Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, chapter 3);
every candidate is then compared exactly, so that a reported pair is never a false one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from stancekit.corpus.signatures import SimilarityIndex
from stancekit.corpus.words import word_key

Ints = npt.NDArray[np.int64]

DEFAULT_THRESHOLD = 0.8


class NearDuplicate(NamedTuple):
    """Two rows, the earlier one first, and the Jaccard similarity of their word pairs."""

    left: int
    right: int
    similarity: float


def near_duplicate_pairs(
    texts: Sequence[str], threshold: float = DEFAULT_THRESHOLD, *, seed: int = 0
) -> list[NearDuplicate]:
    """Give every pair of near-duplicate texts, ordered by row.

    A family of n near-duplicates has n(n-1)/2 pairs; where families may be large, use
    :func:`duplicate_clusters`, whose work and memory grow with n.

    Parameters
    ----------
    threshold
        Least similarity, above 0 and at most 1.
    seed
        Chooses the hash functions. A pair that lies exactly at the threshold is missed with a
        probability under one in a million.
    """
    copies = _Copies(texts)
    index = SimilarityIndex(copies.keys, threshold=threshold, seed=seed)
    found = [
        NearDuplicate(min(left, right), max(left, right), similarity)
        for first, second, similarity in index.pairs()
        for left in copies.rows(first)
        for right in copies.rows(second)
    ]
    for number in range(len(copies.keys)):
        rows = copies.rows(number)
        found.extend(
            NearDuplicate(left, right, 1.0)
            for place, left in enumerate(rows)
            for right in rows[place + 1 :]
        )
    return sorted(found)


def duplicate_clusters(
    texts: Sequence[str], threshold: float = DEFAULT_THRESHOLD, *, seed: int = 0
) -> Ints:
    """Give each text the number of its family of near-duplicates, in order of first appearance.

    A family is closed under similarity: if a resembles b and b resembles c, all three are one
    family, though a and c may differ.

    Examples
    --------
    >>> duplicate_clusters(["No comment.", "Talks may resume.", "no comment"]).tolist()
    [0, 1, 0]
    """
    copies = _Copies(texts)
    index = SimilarityIndex(copies.keys, threshold=threshold, seed=seed)
    return in_order_of_appearance(index.components()[copies.number])


def joined_groups(
    texts: Sequence[str],
    groups: Sequence[str],
    *,
    threshold: float = DEFAULT_THRESHOLD,
    seed: int = 0,
) -> Ints:
    """Give each row the number of the groups that must stay together with its own.

    Groups are joined where they share a near-duplicate text, and where their texts taken together
    are near-duplicates, as when two outlets cut one wire story into different paragraphs.
    """
    own = in_order_of_appearance(
        np.unique(np.asarray(groups, dtype=object), return_inverse=True)[1]
    )
    passages = duplicate_clusters(texts, threshold, seed=seed)
    articles = duplicate_clusters(_group_texts(texts, own), threshold, seed=seed)[own]
    return joined(joined(own, passages), articles)


def joined(first: Ints, second: Ints) -> Ints:
    """Merge two groupings of the same rows: rows that share a group in either end up together."""
    n_first, n_second = int(first.max(initial=-1)) + 1, int(second.max(initial=-1)) + 1
    size = n_first + n_second
    edges = coo_matrix((np.ones(len(first)), (first, second + n_first)), shape=(size, size))
    return in_order_of_appearance(connected_components(edges, directed=False)[1][first])


def in_order_of_appearance(numbers: npt.NDArray[np.integer]) -> Ints:
    """Renumber groups 0, 1, 2... as they first occur."""
    _, first, inverse = np.unique(numbers, return_index=True, return_inverse=True)
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    return rank[inverse]


def _group_texts(texts: Sequence[str], groups: Ints) -> list[str]:
    parts: list[list[str]] = [[] for _ in range(int(groups.max(initial=-1)) + 1)]
    for text, group in zip(texts, groups.tolist(), strict=True):
        parts[group].append(text)
    return [" ".join(part) for part in parts]


class _Copies:
    """Texts that are equal but for case, spacing and punctuation, counted once."""

    def __init__(self, texts: Sequence[str]) -> None:
        numbers: dict[str, int] = {}
        self.number = np.array(
            [numbers.setdefault(word_key(text), len(numbers)) for text in texts], dtype=np.int64
        )
        self.keys = list(numbers)
        self._order = np.argsort(self.number, kind="stable")
        self._ends = np.cumsum(np.bincount(self.number, minlength=len(numbers)))

    def rows(self, number: int) -> list[int]:
        start = int(self._ends[number - 1]) if number else 0
        rows: list[int] = self._order[start : int(self._ends[number])].tolist()
        return rows
