"""Texts as points: near each other where they share words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float32]

N_DIMENSIONS = 128
_SAMPLE = 20_000
_CHUNK = 10_000
_WORD = r"\w+"


def text_points(texts: Sequence[str], others: Sequence[str], *, seed: int) -> tuple[Points, Points]:
    """Give points of unit length for the texts, and for the others in the same space.

    The space is that of latent semantic analysis (Deerwester et al. 1990): TF-IDF of words and
    word pairs, and the directions in which the first 20,000 texts differ most. A text that shares
    no word with them is the point zero.
    """
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer

    vectorizer = TfidfVectorizer(
        token_pattern=_WORD, ngram_range=(1, 2), sublinear_tf=True, min_df=_least(len(texts))
    )
    try:
        sample = vectorizer.fit_transform(texts[:_SAMPLE])
    except ValueError:  # not a word is left
        return np.zeros((len(texts), 1), np.float32), np.zeros((len(others), 1), np.float32)
    n_dimensions = min(N_DIMENSIONS, min(sample.shape) - 1)
    if n_dimensions < 1:
        return _unit(sample.toarray()), _unit(_transformed(vectorizer, None, others))
    svd = TruncatedSVD(n_dimensions, random_state=seed).fit(sample)
    return (
        _unit(_transformed(vectorizer, svd, texts)),
        _unit(_transformed(vectorizer, svd, others)),
    )


def _least(n_texts: int) -> int:
    """Give in how many texts a word must stand: one that stands alone places no text by another."""
    return 2 if n_texts > 50 else 1


def _transformed(vectorizer: Any, svd: Any, texts: Sequence[str]) -> Points:
    """Transform chunk by chunk: the sparse matrix of all texts would be the largest thing held."""
    width = len(vectorizer.vocabulary_) if svd is None else svd.n_components
    points = np.zeros((len(texts), width), dtype=np.float32)
    for start in range(0, len(texts), _CHUNK):
        counts = vectorizer.transform(texts[start : start + _CHUNK])
        points[start : start + _CHUNK] = counts.toarray() if svd is None else svd.transform(counts)
    return points


def _unit(points: npt.NDArray[Any]) -> Points:
    lengths = np.linalg.norm(points, axis=1, keepdims=True)
    unit: Points = np.divide(
        points, lengths, out=np.zeros(points.shape, np.float32), where=lengths > 0, casting="unsafe"
    )
    return unit
