"""How far annotators agree on each axis, with intervals by the cluster bootstrap."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from stancekit.codebook import Axis
from stancekit.corpus import coincidences
from stancekit.corpus.agreement_results import AxisAgreement, Disagreement, LabelAgreement
from stancekit.corpus.annotator_pairs import pair_agreements
from stancekit.corpus.axis_annotations import AxisAnnotations, annotations_by_axis
from stancekit.corpus.corpus import Corpus
from stancekit.resampling import FloatArray, Measure, ResampledSums, Score, resample_sums

_LEAST_POSITIONS = 3


def measure_agreement(
    corpus: Corpus, *, resamples: int = 2000, seed: int = 0
) -> dict[str, AxisAgreement]:
    """Measure the agreement of a corpus' annotators on each of its axes.

    A measure that is undefined, since there is one annotator only, no passage with two labels or
    no variation, is a score without a value whose note says so. Annotations on axes that the
    corpus was loaded without are left out.

    Parameters
    ----------
    resamples
        Of the groups (articles) that hold passages labelled twice or more; 0 gives no intervals.

    Raises
    ------
    CorpusError
        If the corpus has no annotations, or they do not fit its passages and codebook.
    """
    ids, groups = corpus.ids, np.asarray(corpus.groups(), dtype=object)
    return {
        name: _measure_axis(
            _AxisLabels(corpus.codebook.axes[name], annotations, annotations.counts()),
            ids=ids,
            groups=groups,
            resamples=resamples,
            seed=seed,
        )
        for name, annotations in annotations_by_axis(corpus).items()
    }


@dataclass(frozen=True)
class _AxisLabels:
    """One axis, its annotations, and how often each passage got each label."""

    axis: Axis
    annotations: AxisAnnotations
    counts: FloatArray

    def positions(self) -> FloatArray:
        """Give which label stands on which position, shape (labels, positions)."""
        own = [label.position for label in self.axis.labels.values()]
        order = sorted({position for position in own if position is not None})
        return np.array([[position == place for place in order] for position in own], dtype=float)

    def why_undefined(self) -> str:
        """Say why alpha has no value, where it has none."""
        names = self.annotations.annotators
        if not names:
            return "no annotations on this axis"
        if len(names) == 1:
            return f"a single annotator ({names[0]}); agreement needs two or more"
        if self.counts.sum(axis=1).max() < 2:
            return "no passage has two labels"
        return "all labels that could be compared are alike, so that none was told from another"


def _measure_axis(
    labels: _AxisLabels, *, ids: Sequence[str], groups: np.ndarray, resamples: int, seed: int
) -> AxisAgreement:
    annotations = labels.annotations
    n_labels = labels.counts.sum(axis=1)
    is_shared = n_labels > 1
    sums, n_groups = _resampled(labels, is_shared, groups, resamples=resamples, seed=seed)
    why = labels.why_undefined()
    given = np.bincount(annotations.annotator, minlength=len(annotations.annotators)).tolist()
    return AxisAgreement(
        axis=annotations.axis,
        n_items=int(is_shared.sum()),
        n_groups=n_groups,
        n_single=int((n_labels == 1).sum()),
        annotators=dict(zip(annotations.annotators, given, strict=True)),
        agreement=sums.score(_of("labels", coincidences.agreement), undefined=why),
        alpha=sums.score(_of("labels", coincidences.nominal_alpha), undefined=why),
        alpha_ordinal=_alpha_ordinal(sums, why),
        alpha_gate=_alpha_gate(sums, labels.axis, why),
        per_label=_per_label(sums, labels.axis, labels.counts[is_shared].sum(axis=0)),
        pairwise=tuple(pair_agreements(annotations)),
        disagreements=tuple(_disagreements(annotations, labels.counts, ids)),
        resamples=resamples,
        seed=seed,
    )


def _resampled(
    labels: _AxisLabels,
    is_shared: np.ndarray,
    groups: np.ndarray,
    *,
    resamples: int,
    seed: int,
) -> tuple[ResampledSums, int]:
    numbers = np.asarray(pd.factorize(groups[is_shared])[0], dtype=np.int64)
    n_groups = int(numbers.max(initial=-1)) + 1
    counts = {"labels": labels.counts[is_shared]}
    positions = labels.positions()
    if positions.shape[1] >= _LEAST_POSITIONS:
        counts["positions"] = counts["labels"] @ positions
    cells = {
        name: coincidences.group_coincidences(each, numbers, n_groups)
        for name, each in counts.items()
    }
    return resample_sums(cells, np.arange(n_groups), resamples=resamples, seed=seed), n_groups


def _alpha_ordinal(sums: ResampledSums, why: str) -> Score | None:
    if "positions" not in sums.total:
        return None
    if not sums.total["positions"].any() and sums.total["labels"].any():
        why = "no passage has two labels with a position"
    return sums.score(_of("positions", coincidences.ordinal_alpha), undefined=why)


def _alpha_gate(sums: ResampledSums, axis: Axis, why: str) -> Score | None:
    if axis.absent is None:
        return None
    sides = np.array([[name == axis.absent, name != axis.absent] for name in axis.labels], float)

    # A passage has as many labels as before, so that the coincidences of labels add up.
    def gate(cells: FloatArray) -> FloatArray:
        return coincidences.nominal_alpha(sides.T @ cells @ sides)

    return sums.score(_of("labels", gate), undefined=why)


def _per_label(sums: ResampledSums, axis: Axis, given: FloatArray) -> dict[str, LabelAgreement]:
    why = "never given to a passage labelled twice"
    scores = (sums.score(_of_label(place), undefined=why) for place in range(len(axis.labels)))
    return {
        name: LabelAgreement(score, int(n))
        for name, score, n in zip(axis.labels, scores, given, strict=True)
    }


def _disagreements(
    annotations: AxisAnnotations, counts: FloatArray, ids: Sequence[str]
) -> Iterator[Disagreement]:
    differ = np.count_nonzero(counts, axis=1) > 1
    order = np.lexsort((annotations.annotator, annotations.passage))
    order = order[differ[annotations.passage[order]]]
    passages = annotations.passage[order]
    starts = np.flatnonzero(np.diff(passages, prepend=-1))
    for own in np.split(order, starts[1:]) if len(order) else []:
        yield Disagreement(
            ids[annotations.passage[own[0]]],
            {
                annotations.annotators[who]: annotations.label_names[what]
                for who, what in zip(
                    annotations.annotator[own].tolist(),
                    annotations.label[own].tolist(),
                    strict=True,
                )
            },
        )


def _of(name: str, measure: Callable[[FloatArray], FloatArray]) -> Measure:
    return lambda sums: measure(sums[name])


def _of_label(place: int) -> Measure:
    return lambda sums: coincidences.specific_agreement(sums["labels"])[..., place]
