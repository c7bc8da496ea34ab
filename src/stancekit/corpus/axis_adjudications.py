"""The adjudications of one axis as numbers, and what is still open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stancekit.corpus.adjudications import UNCLEAR
from stancekit.corpus.axis_annotations import AxisAnnotations, annotations_by_axis, places_of_rows
from stancekit.corpus.corpus import Corpus
from stancekit.resampling import IntArray

Bools = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class AxisAdjudications:
    """For each passage the place of its adjudicated label, -1 without one, and whether unclear."""

    label: IntArray
    is_unclear: Bools

    @property
    def is_adjudicated(self) -> Bools:
        """Whether a passage has an adjudication, clear or not."""
        return self.label >= 0


@dataclass(frozen=True, kw_only=True)
class AdjudicationState:
    """How far the disagreements on one axis are decided, and whether gold labels follow.

    Parameters
    ----------
    n_disagreements
        Passages on which annotators differ.
    n_adjudicated
        How many of them have an adjudication.
    n_beyond
        Adjudications of passages on which annotators do not differ.
    n_unclear
        Adjudications that leave the passage unclear.
    open_ids
        Passages on which annotators differ, without an adjudication.
    unsupported_ids
        Passages whose gold label no annotator gave, without an adjudication.
    contradicted_ids
        Passages whose gold label is not the adjudicated one.
    """

    n_disagreements: int
    n_adjudicated: int
    n_beyond: int
    n_unclear: int
    open_ids: tuple[str, ...]
    unsupported_ids: tuple[str, ...]
    contradicted_ids: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the counts, and the ids behind those that call for work."""
        return {
            "n_disagreements": self.n_disagreements,
            "n_adjudicated": self.n_adjudicated,
            "n_beyond": self.n_beyond,
            "n_open": len(self.open_ids),
            "n_unclear": self.n_unclear,
            "n_unsupported": len(self.unsupported_ids),
            "n_contradicted": len(self.contradicted_ids),
            "open_ids": list(self.open_ids),
            "unsupported_ids": list(self.unsupported_ids),
            "contradicted_ids": list(self.contradicted_ids),
        }


def adjudication_state(corpus: Corpus) -> dict[str, AdjudicationState]:
    """Compare annotations, adjudications and gold labels on each axis of a corpus.

    A passage without a gold label is neither unsupported nor contradicted.

    Raises
    ------
    CorpusError
        If the corpus has no annotations.
    """
    annotations = annotations_by_axis(corpus)
    adjudications = adjudications_by_axis(corpus)
    ids = np.asarray(corpus.ids, dtype=object)
    return {
        axis: _state(annotations[axis], adjudications[axis], _gold(corpus, axis), ids)
        for axis in corpus.axes
    }


def adjudications_by_axis(corpus: Corpus) -> dict[str, AxisAdjudications]:
    """Give the adjudications of each axis of a corpus, none where it has no file of them.

    Raises
    ------
    CorpusError
        If one names an unknown passage or label.
    """
    passages = pd.Index(corpus.ids, dtype=object)
    return {axis: _coded(corpus, axis, passages) for axis in corpus.axes}


def _coded(corpus: Corpus, axis: str, passages: pd.Index) -> AxisAdjudications:
    label = np.full(len(passages), -1, dtype=np.int64)
    is_unclear = np.zeros(len(passages), dtype=bool)
    if corpus.adjudications is not None:
        rows = corpus.adjudications[corpus.adjudications["axis"] == axis]
        where = f"{corpus.source}, adjudications on {axis!r}"
        own, given = places_of_rows(corpus, axis, passages, rows, where)
        label[own] = given
        is_unclear[own] = (rows["status"] == UNCLEAR).to_numpy(dtype=bool)
    return AxisAdjudications(label, is_unclear)


def _gold(corpus: Corpus, axis: str) -> IntArray:
    names = pd.Index(corpus.codebook.axes[axis].label_names, dtype=object)
    return np.asarray(names.get_indexer(pd.Index(corpus.labels(axis), dtype=object)), np.int64)


def _state(
    annotations: AxisAnnotations,
    adjudications: AxisAdjudications,
    gold: IntArray,
    ids: NDArray[np.object_],
) -> AdjudicationState:
    counts = annotations.counts()
    differ = np.count_nonzero(counts, axis=1) > 1
    decided = adjudications.is_adjudicated
    is_annotated = counts.any(axis=1)
    nobodys = counts[np.arange(len(gold)), gold] == 0  # gold -1 is masked below
    return AdjudicationState(
        n_disagreements=int(differ.sum()),
        n_adjudicated=int((differ & decided).sum()),
        n_beyond=int((~differ & decided).sum()),
        n_unclear=int(adjudications.is_unclear.sum()),
        open_ids=tuple(ids[differ & ~decided]),
        unsupported_ids=tuple(ids[(gold >= 0) & is_annotated & nobodys & ~decided]),
        contradicted_ids=tuple(ids[(gold >= 0) & decided & (gold != adjudications.label)]),
    )
