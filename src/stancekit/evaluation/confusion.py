"""Measures of confusion matrices: gold labels in rows, predicted labels in columns.

Each function takes one matrix or a stack of them, shape (..., labels, labels), and gives one number
a matrix (or one a label): a bootstrap passes all its resamples at once. NaN means undefined.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from stancekit.evaluation.rows import FloatArray, IntArray
from stancekit.resampling import ratio


def confusion_rows(gold: IntArray, predicted: IntArray, n_labels: int) -> FloatArray:
    """Give one matrix a row, shape (n, labels, labels), with a single 1 in it."""
    cells = np.zeros((len(gold), n_labels, n_labels))
    cells[np.arange(len(gold)), gold, predicted] = 1.0
    return cells


def accuracy(confusion: FloatArray) -> FloatArray:
    """Share of rows whose most probable label is the gold label."""
    hits, gold, _ = _margins(confusion)
    return ratio(hits.sum(axis=-1), gold.sum(axis=-1))


def precision_by_label(confusion: FloatArray) -> FloatArray:
    """Share of the rows called a label that have it; 0 for a label never predicted."""
    hits, _, predicted = _margins(confusion)
    return ratio(hits, predicted, empty=0.0)


def recall_by_label(confusion: FloatArray) -> FloatArray:
    """Share of a label's gold rows that are called so; 0 for a label without gold rows."""
    hits, gold, _ = _margins(confusion)
    return ratio(hits, gold, empty=0.0)


def f1_by_label(confusion: FloatArray) -> FloatArray:
    """Harmonic mean of precision and recall; 0 for a label neither predicted nor in gold."""
    hits, gold, predicted = _margins(confusion)
    return ratio(2 * hits, gold + predicted, empty=0.0)


def macro_f1(confusion: FloatArray, *, over: Sequence[int] | None = None) -> FloatArray:
    """Mean of the F1 scores of the labels that occur in gold.

    A label that is predicted but never gold is left out of the mean, yet it costs the recall of
    the rows it was given to. In a resample, the labels that occur in its gold count.

    Parameters
    ----------
    over
        Indices of the labels that may count; ``None`` = all.

    Examples
    --------
    >>> float(macro_f1(np.array([[2.0, 1.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]])))
    0.7333333333333334
    """
    kept = list(range(confusion.shape[-1])) if over is None else list(over)
    hits, gold, predicted = _margins(confusion)
    occurs = gold[..., kept] > 0
    f1 = ratio(2 * hits, gold + predicted, empty=0.0)
    scores = np.where(occurs, f1[..., kept], 0.0)
    return ratio(scores.sum(axis=-1), occurs.sum(axis=-1))


def weighted_f1(confusion: FloatArray) -> FloatArray:
    """Mean of the labels' F1 scores, each counted as often as the label occurs in gold."""
    support = confusion.sum(axis=-1)
    total = (support * f1_by_label(confusion)).sum(axis=-1)
    return ratio(total, support.sum(axis=-1))


def mcc(confusion: FloatArray) -> FloatArray:
    """Matthews correlation of gold and predicted labels (Gorodkin, 2004), from -1 to 1.

    0 where one label alone is predicted, or alone is gold.
    """
    hits, gold, predicted = _margins(confusion)
    n = gold.sum(axis=-1)
    covariance = hits.sum(axis=-1) * n - (gold * predicted).sum(axis=-1)
    spread = (n**2 - (gold**2).sum(axis=-1)) * (n**2 - (predicted**2).sum(axis=-1))
    return np.where(n > 0, ratio(covariance, np.sqrt(spread), empty=0.0), np.nan)


def gate(confusion: FloatArray, absent: int) -> FloatArray:
    """Merge all labels but the absent one: matrices of not expressed (0) against expressed (1)."""
    expressed = np.ones(confusion.shape[-1])
    expressed[absent] = 0.0
    sides = np.stack([1.0 - expressed, expressed])
    return np.asarray(sides @ confusion @ sides.T)


def gate_f1(confusion: FloatArray, absent: int) -> FloatArray:
    """F1 of telling that something is expressed; undefined if gold expresses nothing."""
    merged = gate(confusion, absent)
    return np.where(merged[..., 1, :].sum(axis=-1) > 0, f1_by_label(merged)[..., 1], np.nan)


def _margins(confusion: FloatArray) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Give the hits of each label, how often it is gold, and how often it is predicted.

    As one matrix product: sums over two short dimensions would take several times as long.
    """
    n_labels = confusion.shape[-1]
    flat = np.reshape(confusion, (*confusion.shape[:-2], n_labels * n_labels))
    sums = flat @ _margin_sums(n_labels)
    return sums[..., :n_labels], sums[..., n_labels:-n_labels], sums[..., -n_labels:]


@lru_cache
def _margin_sums(n_labels: int) -> FloatArray:
    """Give which cells are summed for each hit, each gold and each predicted count."""
    gold, predicted = np.divmod(np.arange(n_labels**2), n_labels)
    own = np.eye(n_labels)
    return np.concatenate([own[gold] * own[predicted], own[gold], own[predicted]], axis=1)
