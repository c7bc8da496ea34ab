"""From the labels of several annotators to one label, or one distribution, a passage."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

import numpy as np

from stancekit.corpus.axis_adjudications import AxisAdjudications, adjudications_by_axis
from stancekit.corpus.axis_annotations import AxisAnnotations, annotations_by_axis
from stancekit.corpus.corpus import Corpus
from stancekit.corpus.dawid_skene import estimate_dawid_skene, require_overlap
from stancekit.errors import CorpusError, nearest
from stancekit.resampling import FloatArray, IntArray

AggregationMethod = Literal["majority", "adjudicated", "dawid_skene", "soft"]

_SAME = 1e-9  # shares such as 1/3 are equal up to rounding


@dataclass(frozen=True, eq=False)
class AnnotatorReliability:
    """How an annotator errs, as Dawid-Skene sees it.

    `confusion` holds the chance of each label given, in columns, for each true label, in rows;
    `accuracy` is the chance to be right on a passage drawn at random; `n` counts the labels given.
    """

    confusion: FloatArray
    accuracy: float
    n: int


@dataclass(frozen=True, eq=False, kw_only=True)
class AxisAggregation:
    """The aggregated labels of one axis, in the order of the corpus.

    Parameters
    ----------
    label_names
        In codebook order.
    labels
        ``None`` where nobody labelled the passage, or no label wins.
    probabilities
        Shape (passages, labels in codebook order); NaN where nothing is known of a passage.
    ties
        Ids of the passages that have labels of which none wins.
    reliability
        Annotator to error rates; empty but for Dawid-Skene.
    note
        What limits the result, such as an estimation that did not converge.
    """

    axis: str
    label_names: tuple[str, ...]
    labels: list[str | None]
    probabilities: FloatArray
    ties: tuple[str, ...]
    reliability: Mapping[str, AnnotatorReliability] = field(default_factory=dict)
    note: str | None = None


@dataclass(frozen=True, eq=False)
class Aggregation:
    """What a method made of the annotations, axis by axis."""

    method: AggregationMethod
    axes: dict[str, AxisAggregation]


def aggregate(
    corpus: Corpus, method: AggregationMethod, *, axes: Sequence[str] | None = None
) -> Aggregation:
    """Aggregate the annotations of each axis.

    =============== ============================================================================
    method          gives a passage
    =============== ============================================================================
    ``majority``    the most frequent label; where several are, none
    ``adjudicated`` the adjudicated label, else the one of more than half of its annotators
    ``dawid_skene`` the most probable label, annotators weighted by their estimated error rates
    ``soft``        its annotators' shares, and the most frequent label; a resolved adjudication
                    counts alone, an unclear one leaves the shares
    =============== ============================================================================

    With ``majority`` and ``adjudicated`` the probability of the label is 1; where no label wins,
    probabilities are the annotators' shares. Only ``adjudicated`` and ``soft`` read adjudications.

    Parameters
    ----------
    axes
        By default all of the corpus.

    Raises
    ------
    CorpusError
        If the method is not known, the corpus has no annotations, or, for ``dawid_skene``, an axis
        has fewer than three annotators or too few passages that they share.
    """
    if method not in get_args(AggregationMethod):
        raise CorpusError(f"method={method!r}; {nearest(method, get_args(AggregationMethod))}")
    for axis in axes or ():
        corpus.codebook.axis(axis)  # names the nearest axis if there is none of that name
    annotations, adjudications = annotations_by_axis(corpus), adjudications_by_axis(corpus)
    aggregated = {
        axis: _METHODS[method](annotations[axis], adjudications[axis], corpus.ids)
        for axis in (corpus.axes if axes is None else axes)
    }
    return Aggregation(method, aggregated)


def _majority(
    annotations: AxisAnnotations, _: AxisAdjudications, ids: Sequence[str]
) -> AxisAggregation:
    shares = _shares(annotations)
    return _decided(annotations, _winners(shares), shares, ids)


def _adjudicated(
    annotations: AxisAnnotations, adjudications: AxisAdjudications, ids: Sequence[str]
) -> AxisAggregation:
    shares = _shares(annotations)
    strict = np.where(shares.max(axis=1) > 0.5, _winners(shares), -1)
    winners = np.where(adjudications.is_adjudicated, adjudications.label, strict)
    return _decided(annotations, winners, shares, ids)


def _soft(
    annotations: AxisAnnotations, adjudications: AxisAdjudications, ids: Sequence[str]
) -> AxisAggregation:
    shares = _shares(annotations)
    resolved = np.where(adjudications.is_unclear, -1, adjudications.label)
    proba = _one_hot_where(resolved, shares)
    return _aggregation(annotations, _winners(proba), proba, ids)


def _dawid_skene(
    annotations: AxisAnnotations, _: AxisAdjudications, ids: Sequence[str]
) -> AxisAggregation:
    require_overlap(annotations)
    estimated = estimate_dawid_skene(annotations)
    accuracy = np.einsum("k,akk->a", estimated.prevalence, estimated.confusion)
    given = np.bincount(annotations.annotator, minlength=len(annotations.annotators))
    reliability = {
        name: AnnotatorReliability(confusion, float(right), int(n))
        for name, confusion, right, n in zip(
            annotations.annotators, estimated.confusion, accuracy, given, strict=True
        )
    }
    note = f"not converged after {estimated.n_iterations} iterations"
    return _aggregation(
        annotations,
        _winners(estimated.probabilities),
        estimated.probabilities,
        ids,
        reliability=reliability,
        note=None if estimated.converged else note,
    )


_METHODS: dict[
    str, Callable[[AxisAnnotations, AxisAdjudications, Sequence[str]], AxisAggregation]
] = {
    "majority": _majority,
    "adjudicated": _adjudicated,
    "dawid_skene": _dawid_skene,
    "soft": _soft,
}


def _shares(annotations: AxisAnnotations) -> FloatArray:
    """Give the share of each label of a passage, NaN where it has none."""
    counts = annotations.counts()
    total = counts.sum(axis=1, keepdims=True)
    shares: FloatArray = np.divide(counts, total, out=np.full_like(counts, np.nan), where=total > 0)
    return shares


def _winners(proba: FloatArray) -> IntArray:
    """Give the place of the most probable label, -1 where several are or nothing is known."""
    known = np.nan_to_num(proba)
    top = known.max(axis=1, keepdims=True)
    is_single = (known > top - _SAME).sum(axis=1) == 1
    return np.where(is_single & (top[:, 0] > 0), known.argmax(axis=1), -1)


def _one_hot_where(winners: IntArray, proba: FloatArray) -> FloatArray:
    return np.where((winners >= 0)[:, None], np.eye(proba.shape[1])[winners], proba)


def _decided(
    annotations: AxisAnnotations, winners: IntArray, shares: FloatArray, ids: Sequence[str]
) -> AxisAggregation:
    return _aggregation(annotations, winners, _one_hot_where(winners, shares), ids)


def _aggregation(
    annotations: AxisAnnotations,
    winners: IntArray,
    proba: FloatArray,
    ids: Sequence[str],
    *,
    reliability: Mapping[str, AnnotatorReliability] | None = None,
    note: str | None = None,
) -> AxisAggregation:
    names = annotations.label_names
    is_tied = (winners < 0) & ~np.isnan(proba).any(axis=1)
    return AxisAggregation(
        axis=annotations.axis,
        label_names=names,
        labels=[None if place < 0 else names[place] for place in winners.tolist()],
        probabilities=proba,
        ties=tuple(ids[row] for row in np.flatnonzero(is_tied).tolist()),
        reliability=reliability or {},
        note=note,
    )
