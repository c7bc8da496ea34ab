"""MinHash signatures of distinct texts, their candidate pairs, and the exact comparison."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from datasketch import MinHash
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.csgraph import connected_components

from stancekit.corpus.rare_pairs import rare_pairs, sharing_rare_pairs

Ints = npt.NDArray[np.int64]

_LEAST_WORDS = 5
_N_HASHES = 128
_MISSED = 1e-6  # allowed probability of missing a pair that lies exactly at the threshold
_LARGE = 100  # members of a bucket that are sooner compared than sorted out
_CHUNK = 50_000
_BATCH = 2_000_000


class SimilarityIndex:
    """Distinct texts indexed by their word pairs, to find those alike.

    Parameters
    ----------
    keys
        Distinct texts, each as words joined by single blanks. Those under five words match none.
    threshold
        Least Jaccard similarity of the sets of word pairs.
    seed
        Chooses the hash functions.
    """

    def __init__(self, keys: Sequence[str], *, threshold: float, seed: int) -> None:
        if not 0 < threshold <= 1:
            raise ValueError(f"threshold={threshold!r}, expected a number above 0 and at most 1")
        self.threshold = threshold
        self._n_texts = len(keys)
        words = [key.split(" ") for key in keys]
        self._long = np.flatnonzero([len(part) >= _LEAST_WORDS for part in words])
        self._shingles = _word_pairs([words[place] for place in self._long.tolist()])
        self._sizes = np.diff(self._shingles.indptr)
        self._buckets = list(self._find_buckets(seed))

    def pairs(self) -> list[tuple[int, int, float]]:
        """Give every pair of similar texts with its similarity."""
        apart = np.arange(len(self._long))
        edges = self._similar(part for members in self._buckets for part in _across(members, apart))
        left, right = self._long[edges].T
        return list(zip(left.tolist(), right.tolist(), self._jaccard(edges).tolist(), strict=True))

    def components(self) -> Ints:
        """Give each text the number of its connected component of similar texts.

        Each bucket's members are compared with its first one, then only those that are still in
        different components with each other: a large family costs its size, not its square.
        """
        stars = self._similar(_star(members) for members in self._buckets)
        found = self._connected(stars)
        rest = self._similar(part for members in self._buckets for part in _across(members, found))
        numbers = np.arange(self._n_texts) + len(self._long)  # short texts stand alone
        numbers[self._long] = self._connected(np.concatenate([stars, rest]))
        return numbers

    def _find_buckets(self, seed: int) -> Iterator[Ints]:
        signatures = _signatures(self._shingles, seed)
        crowd = [np.empty(0, dtype=np.int64)]
        for members in _buckets(signatures, _rows_per_band(self.threshold)):
            if len(members) <= _LARGE:
                yield members
            else:
                crowd.append(members)
        rare = rare_pairs(self._shingles, self.threshold)
        yield from sharing_rare_pairs(np.unique(np.concatenate(crowd)), rare)

    def _connected(self, edges: Ints) -> Ints:
        n_texts = len(self._long)
        graph = coo_matrix((np.ones(len(edges)), edges.T), shape=(n_texts, n_texts))
        components: Ints = connected_components(graph, directed=False)[1].astype(np.int64)
        return components

    def _similar(self, candidates: Iterator[Ints]) -> Ints:
        """Give the distinct candidate pairs that are similar, the lower number first."""
        kept = [np.empty((0, 2), dtype=np.int64)]
        for batch in _batches(candidates):
            edges = _distinct(batch, len(self._long))
            kept.append(edges[self._jaccard(edges) >= self.threshold])
        return _distinct(np.concatenate(kept), len(self._long))

    def _jaccard(self, edges: Ints) -> npt.NDArray[np.float64]:
        shared = np.zeros(len(edges))
        for start in range(0, len(edges), _CHUNK):
            left, right = edges[start : start + _CHUNK].T
            both = self._shingles[left].multiply(self._shingles[right])
            shared[start : start + _CHUNK] = np.asarray(both.sum(axis=1)).ravel()
        either = self._sizes[edges].sum(axis=1) - shared
        similarity: npt.NDArray[np.float64] = shared / np.maximum(either, 1)
        return similarity


def _word_pairs(texts: Sequence[Sequence[str]]) -> csr_matrix:
    """Give the binary matrix of texts by distinct pairs of neighbouring words."""
    numbers: dict[str, int] = {}
    flat = np.array(
        [numbers.setdefault(word, len(numbers)) for text in texts for word in text], dtype=np.int64
    )
    lengths = np.array([len(text) for text in texts], dtype=np.int64)
    ends = np.cumsum(lengths)
    text_of = np.repeat(np.arange(len(texts)), lengths)
    starts = np.ones(len(flat), dtype=bool)  # a word that is not its text's last starts a pair
    starts[ends - 1] = False
    places = np.flatnonzero(starts)
    codes = flat[places] * len(numbers) + flat[places + 1]
    distinct, columns = np.unique(codes, return_inverse=True)
    matrix = csr_matrix(
        (np.ones(len(places), dtype=np.int32), (text_of[places], columns)),
        shape=(len(texts), len(distinct)),
    )
    matrix.sum_duplicates()
    matrix.data[:] = 1
    return matrix


def _signatures(shingles: csr_matrix, seed: int) -> npt.NDArray[np.uint64]:
    rows = (shingles.indices[start:end] for start, end in pairwise(shingles.indptr))
    # Column numbers are distinct already, so they serve as the hashes that MinHash permutes.
    sketches = MinHash.generator(rows, num_perm=_N_HASHES, seed=seed, hashfunc=int)
    signatures = np.empty((shingles.shape[0], _N_HASHES), dtype=np.uint64)
    for place, sketch in enumerate(sketches):
        signatures[place] = sketch.hashvalues
    return signatures


def _rows_per_band(threshold: float) -> int:
    """Give the longest band at which a pair at the threshold is all but never missed."""
    sizes = range(_N_HASHES, 1, -1)
    missed = ((size, (1 - threshold**size) ** (_N_HASHES // size)) for size in sizes)
    return next((size for size, probability in missed if probability < _MISSED), 1)


def _buckets(signatures: npt.NDArray[np.uint64], n_rows: int) -> Iterator[Ints]:
    """Yield, band by band, the texts whose signatures agree there."""
    odd = np.random.default_rng(0).integers(1, 2**63, n_rows, dtype=np.uint64) | np.uint64(1)
    for start in range(0, _N_HASHES - n_rows + 1, n_rows):
        # Wraps around; two bands that fall together by chance cost one exact comparison.
        keys = (signatures[:, start : start + n_rows] * odd).sum(axis=1)
        order = np.argsort(keys, kind="stable")
        cuts = np.flatnonzero(np.diff(keys[order])) + 1
        bounds = np.concatenate([[0], cuts, [len(order)]])
        shared = np.flatnonzero(np.diff(bounds) > 1)
        for place in shared.tolist():
            yield order[bounds[place] : bounds[place + 1]]


def _star(members: Ints) -> Ints:
    return np.column_stack([np.full(len(members) - 1, members[0]), members[1:]])


def _across(members: Ints, components: Ints) -> Iterator[Ints]:
    """Yield, member by member, the pairs of members that stand in different components."""
    order = members[np.argsort(components[members], kind="stable")]
    own = components[order]
    for place, end in enumerate(np.searchsorted(own, own, side="right").tolist()):
        if end < len(order):
            yield np.column_stack([np.full(len(order) - end, order[place]), order[end:]])


def _batches(parts: Iterator[Ints]) -> Iterator[Ints]:
    """Join parts until there are enough, so that candidates never fill the memory."""
    waiting: list[Ints] = []
    n_waiting = 0
    for part in parts:
        waiting.append(part)
        n_waiting += len(part)
        if n_waiting >= _BATCH:
            yield np.concatenate(waiting)
            waiting, n_waiting = [], 0
    if waiting:
        yield np.concatenate(waiting)


def _distinct(edges: Ints, n_texts: int) -> Ints:
    codes = np.unique(edges.min(axis=1) * n_texts + edges.max(axis=1))
    return np.column_stack(np.divmod(codes, max(n_texts, 1)))
