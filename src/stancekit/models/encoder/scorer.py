"""A fitted encoder model: embeddings times weights, plus what n-grams add."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from stancekit.models.arrays import BoolArray, FloatArray
from stancekit.models.calibration import softmax
from stancekit.models.encoder.embedding import Embedder
from stancekit.models.encoder.features import embedding_columns
from stancekit.models.linear.scorer import LinearScorer
from stancekit.models.passages import PassageColumns, to_columns
from stancekit.models.reading import ReadingOptions
from stancekit.models.side_by_side import split_axes
from stancekit.models.wording import read_passages

CHUNK = 4096
"""Passages embedded at once, so that memory does not grow with their number."""


@dataclass(frozen=True, kw_only=True)
class EncoderParts:
    """All that a fitted encoder model is beside its encoder.

    Parameters
    ----------
    axes
        The labels of each axis, in codebook order; their scores stand side by side in this order.
    weights
        Shape (scores, columns of `embedding_columns`).
    centre
        The mean embedding of the training passages, which is taken off every embedding.
    targets
        The targets that have columns of their own.
    intercepts
        Shape (scores,); ``None`` where `linear` has them.
    linear
        The n-grams' share; ``None`` without them.
    """

    axes: Mapping[str, tuple[str, ...]]
    weights: FloatArray
    centre: FloatArray
    targets: tuple[str, ...]
    scale: float
    intercepts: FloatArray | None
    temperatures: Mapping[str, float]
    linear: LinearScorer | None
    reading: ReadingOptions


class EncoderScorer:
    """Predicts with a fitted encoder model."""

    def __init__(self, parts: EncoderParts, embedder: Embedder) -> None:
        self.parts = parts
        self.embedder = embedder
        self.axes: Mapping[str, tuple[str, ...]] = parts.axes

    def predict_proba(self, X: Any) -> dict[str, FloatArray]:
        """Give calibrated probabilities for each axis, shape (n, labels in codebook order)."""
        logits = self.logits(X)
        return {axis: softmax(logits[axis], self.parts.temperatures[axis]) for axis in self.axes}

    def logits(self, X: Any) -> dict[str, FloatArray]:
        """Give uncalibrated scores for each axis, shape (n, labels in codebook order)."""
        columns = to_columns(X)
        scores = np.empty((len(columns), len(self.parts.weights)))
        for start in range(0, len(columns), CHUNK):
            part = slice(start, start + CHUNK)
            scores[part] = self._score(columns.rows(part))
        return split_axes(scores, self.axes)

    def truncated(self, X: Any) -> BoolArray:
        """Give which passages are longer than the encoder reads, shape (n,)."""
        readings = read_passages(to_columns(X), self.parts.reading)
        return self.embedder.encode(readings).truncated

    def _score(self, columns: PassageColumns) -> FloatArray:
        parts = self.parts
        encoded = self.embedder.encode(read_passages(columns, parts.reading))
        embeddings = self.embedder.embed(encoded)
        known = embedding_columns(
            embeddings, columns.targets, centre=parts.centre, own=parts.targets, scale=parts.scale
        )
        scores: FloatArray = known @ parts.weights.T
        if parts.linear is not None:
            scores += np.concatenate(list(parts.linear.logits(columns).values()), axis=1)
        if parts.intercepts is not None:
            scores += parts.intercepts
        return scores
