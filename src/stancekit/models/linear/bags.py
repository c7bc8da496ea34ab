"""Token streams to bags: which features each row holds, and with what weight.

All bags are made by numpy over all rows at once. The weight of a feature that occurs `c` times in
a row is 1 + log c (sublinear term frequency; Manning, Raghavan and Schuetze 2008, section 6.4.1).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from stancekit.models.arrays import FloatArray, IntArray
from stancekit.models.linear.lexicon import TokenStream

_DAMPED = 1.0 + np.log(np.maximum(np.arange(1024), 1))


@dataclass(frozen=True, slots=True)
class Bag:
    """Parallel arrays: a row, a feature that it holds, and its damped count there."""

    rows: IntArray
    features: IntArray
    weights: FloatArray
    n_rows: int


def to_bag(rows: IntArray, features: IntArray, n_rows: int) -> Bag:
    """Count the features of each row."""
    width = int(features.max()) + 1 if len(features) else 1
    keys = rows * width + features
    keys.sort()
    first = np.flatnonzero(np.diff(keys, prepend=-1))
    counts = np.diff(first, append=len(keys))
    distinct = keys[first]
    rows, features = np.divmod(distinct, width)
    return Bag(rows, features, damped(counts), n_rows)


def damped(counts: IntArray) -> FloatArray:
    """Give the weight of features by how often they occur in a row."""
    weights: FloatArray = _DAMPED[np.minimum(counts, len(_DAMPED) - 1)]
    return weights


def bigram_keys(stream: TokenStream, n_known: int) -> tuple[IntArray, IntArray]:
    """Give rows and keys of the neighbouring pairs of known words."""
    lefts, keys = bigram_places(stream, n_known)
    return stream.rows[lefts], keys


def bigram_places(stream: TokenStream, n_known: int) -> tuple[IntArray, IntArray]:
    """Give where each neighbouring pair of known words begins in the stream, and its key."""
    left, right = stream.ids[:-1], stream.ids[1:]
    here = (stream.rows[:-1] == stream.rows[1:]) & (left < n_known) & (right < n_known)
    lefts = np.flatnonzero(here)
    return lefts, left[lefts] * n_known + right[lefts]


def pair_keys(
    stream: TokenStream, prefix_ids: IntArray, n_prefixes: int, window: int
) -> tuple[IntArray, IntArray]:
    """Give rows and keys of the unordered pairs of word prefixes 2 to `window` words apart.

    They tie a subject to what is said of it ("inflation" with "rise", "talks" with "stall")
    across the words between, whatever the order and the ending.
    """
    rows, keys = [], []
    for _, lefts, found in pair_places(stream, prefix_ids, n_prefixes, window):
        rows.append(stream.rows[lefts])
        keys.append(found)
    if not rows:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    return np.concatenate(rows), np.concatenate(keys)


def pair_places(
    stream: TokenStream, prefix_ids: IntArray, n_prefixes: int, window: int
) -> Iterator[tuple[int, IntArray, IntArray]]:
    """Yield each distance, where its pairs begin in the stream, and their keys."""
    prefixes = prefix_ids[stream.ids]
    for distance in range(2, window + 1):
        left, right = prefixes[:-distance], prefixes[distance:]
        here = stream.rows[:-distance] == stream.rows[distance:]
        here &= (left < n_prefixes) & (right < n_prefixes)
        lefts = np.flatnonzero(here)
        left, right = left[lefts], right[lefts]
        yield distance, lefts, np.minimum(left, right) * n_prefixes + np.maximum(left, right)


def near_features(
    stream: TokenStream, marker: int, n_known: int, window: int
) -> tuple[IntArray, IntArray]:
    """Give rows and features of the known words around each marker, left and right apart.

    A word on the left is its own number, one on the right its number plus `n_known`.
    """
    places, features = near_places(stream, marker, n_known, window)
    return stream.rows[places], features


def near_places(
    stream: TokenStream, marker: int, n_known: int, window: int
) -> tuple[IntArray, IntArray]:
    """Give where the words of `near_features` stand in the stream, and their features."""
    at = np.flatnonzero(stream.ids == marker)
    places, features = [], []
    for distance in range(-window, window + 1):
        there = at + distance
        here = (there >= 0) & (there < len(stream.ids)) & (distance != 0)
        there, marks = there[here], at[here]
        same = (stream.rows[there] == stream.rows[marks]) & (stream.ids[there] < n_known)
        there = there[same]
        places.append(there)
        features.append(stream.ids[there] + (n_known if distance > 0 else 0))
    return np.concatenate(places), np.concatenate(features)


class KeyIndex:
    """Finds the places of keys, many at once, in a hash table made of plain arrays.

    Open addressing with linear probing (Knuth 1998, section 6.4), at most an eighth full, so that
    nearly every key is settled at the first look. A binary search takes five times as long here.

    Parameters
    ----------
    keys
        Distinct numbers of 0 or more; a key's place is its index.
    """

    def __init__(self, keys: IntArray) -> None:
        self._bits = max(10, int(len(keys) * 8 - 1).bit_length())
        self._keys = np.full(1 << self._bits, -1, dtype=np.int64)
        self._places = np.zeros(1 << self._bits, dtype=np.int32)
        places = np.arange(len(keys))
        slots = self._slots(keys)
        while len(places):
            free = self._keys[slots] == -1
            self._keys[slots[free]] = keys[places[free]]
            # Of keys that met in one slot, the last one written stays.
            settled = self._keys[slots] == keys[places]
            self._places[slots[settled]] = places[settled]
            places, slots = places[~settled], self._next(slots[~settled])

    def find(self, rows: IntArray, keys: IntArray) -> tuple[IntArray, IntArray]:
        """Give the rows and places of those keys that are in the index."""
        found_rows, found_places = [], []
        slots = self._slots(keys)
        while len(keys):
            there = self._keys[slots]
            hit = np.flatnonzero(there == keys)
            found_rows.append(rows[hit])
            found_places.append(self._places[slots[hit]])
            on = np.flatnonzero((there != keys) & (there != -1))
            rows, keys, slots = rows[on], keys[on], self._next(slots[on])
        if not found_rows:
            return np.empty(0, np.int64), np.empty(0, np.int64)
        return np.concatenate(found_rows), np.concatenate(found_places).astype(np.int64)

    def _slots(self, keys: IntArray) -> IntArray:
        # Fibonacci hashing: the upper bits of the product, which wraps around on purpose.
        spread = keys.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        slots: IntArray = (spread >> np.uint64(64 - self._bits)).astype(np.int64)
        return slots

    def _next(self, slots: IntArray) -> IntArray:
        following: IntArray = (slots + 1) & ((1 << self._bits) - 1)
        return following
