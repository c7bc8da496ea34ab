"""The rarest word pairs of each text: of two similar texts, one at least is rare in both.

Two sets whose Jaccard similarity is t or more share an element among the n - ceil(t n) + 1 rarest
ones of each, n being its size (prefix filtering; Bayardo, Ma and Srikant 2007, "Scaling up all
pairs similarity search"). Texts made from one template share most of their word pairs without being
similar, and their MinHash bands meet by the thousand; their rare word pairs do not.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

Ints = npt.NDArray[np.int64]

_ROUNDING = 1e-9


def rare_pairs(shingles: csr_matrix, threshold: float) -> csr_matrix:
    """Give the binary matrix of texts by word pairs with each text's rarest ones only."""
    sizes = np.diff(shingles.indptr)
    text_of = np.repeat(np.arange(len(sizes)), sizes)
    frequency = np.bincount(shingles.indices, minlength=shingles.shape[1])
    order = np.lexsort((shingles.indices, frequency[shingles.indices], text_of))
    rank = np.arange(len(order)) - np.repeat(shingles.indptr[:-1], sizes)
    n_rare = sizes - np.ceil(threshold * sizes - _ROUNDING).astype(np.int64) + 1
    kept = order[rank < np.repeat(n_rare, sizes)]
    entries = (np.ones(len(kept), dtype=np.int32), (text_of[kept], shingles.indices[kept]))
    return csr_matrix(entries, shape=shingles.shape)


def sharing_rare_pairs(members: Ints, rare: csr_matrix) -> Iterator[Ints]:
    """Yield the members that hold one rare word pair, for each word pair that several hold."""
    own = rare[members].tocsc()
    shared = np.flatnonzero(np.diff(own.indptr) > 1)
    for column in shared.tolist():
        yield members[own.indices[own.indptr[column] : own.indptr[column + 1]]]
