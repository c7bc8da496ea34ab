"""Embeds what the cache lacks, a stretch at a time, so that a run cut off keeps its work."""

from __future__ import annotations

import numpy as np

from stancekit.models.contract import Progress
from stancekit.models.encoder.cache import EmbeddingCache, key_of
from stancekit.models.encoder.embedding import Embedder, Embeddings
from stancekit.models.windows import Encoded

_AT_ONCE = 512


def embed_cached(
    embedder: Embedder,
    encoded: Encoded,
    cache: EmbeddingCache | None,
    progress: Progress | None = None,
) -> Embeddings:
    """Give embeddings of unit length, shape (passages, columns), those known from the cache."""
    if cache is None:
        return embedder.embed(encoded, progress)
    keys = [key_of(*pair) for pair in zip(encoded.ids, encoded.segments, strict=True)]
    known = cache.find(list(dict.fromkeys(keys)))
    found = np.empty((len(keys), embedder.n_columns), np.float32)
    first: dict[bytes, int] = {}
    for row, key in enumerate(keys):
        if key in known:
            found[row] = known[key]
        else:
            first.setdefault(key, row)
    new = sorted(first.values(), key=lambda row: len(encoded.ids[row]))
    for start in range(0, len(new), _AT_ONCE):
        rows = new[start : start + _AT_ONCE]
        vectors = embedder.embed(encoded.rows(rows))
        cache.keep([keys[row] for row in rows], vectors)
        found[rows] = vectors
        if progress is not None:
            progress("embed", start + len(rows), len(new))
    for row, key in enumerate(keys):
        if key in first:
            found[row] = found[first[key]]
    return found
