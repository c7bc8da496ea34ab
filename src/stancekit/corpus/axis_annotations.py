"""The annotations of one axis as numbers: which passage, which annotator, which label."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from stancekit.corpus.corpus import Corpus
from stancekit.errors import CorpusError
from stancekit.resampling import FloatArray, IntArray


@dataclass(frozen=True, eq=False)
class AxisAnnotations:
    """All labels that annotators gave on one axis.

    Parameters
    ----------
    label_names
        In codebook order.
    annotators
        Sorted by name.
    n_passages
        All passages of the corpus, labelled or not.
    passage, annotator, label
        One entry a label: the row of its passage, and the places of its annotator and of the label
        itself in the lists above.
    """

    axis: str
    label_names: tuple[str, ...]
    annotators: tuple[str, ...]
    n_passages: int
    passage: IntArray
    annotator: IntArray
    label: IntArray

    def counts(self) -> FloatArray:
        """Give how many annotators chose each label, shape (passages, labels)."""
        n_labels = len(self.label_names)
        cells = np.bincount(
            self.passage * n_labels + self.label, minlength=self.n_passages * n_labels
        )
        return cells.reshape(self.n_passages, n_labels).astype(np.float64)


def annotations_by_axis(corpus: Corpus) -> dict[str, AxisAnnotations]:
    """Give the annotations of each axis of a corpus; those of other axes are left out.

    Raises
    ------
    CorpusError
        If there are no annotations at all, or one names an unknown passage or label, or an
        annotator labelled a passage twice on one axis.
    """
    if corpus.annotations is None:
        raise CorpusError(
            f"{corpus.source} has no annotations; put annotations.csv, with the columns id, "
            "annotator, axis and label, beside the passages"
        )
    passages = pd.Index(corpus.ids, dtype=object)
    if not passages.is_unique:
        repeated = passages[passages.duplicated()][0]
        raise CorpusError(
            f"{corpus.source}: found the id {repeated!r} twice, expected an id of its own for each "
            "passage, since annotations refer to it"
        )
    rows, on = corpus.annotations, corpus.annotations["axis"]
    return {axis: _coded(corpus, axis, passages, rows[on == axis]) for axis in corpus.axes}


def places_of_rows(
    corpus: Corpus, axis: str, passages: pd.Index, rows: pd.DataFrame, where: str
) -> tuple[IntArray, IntArray]:
    """Give the places of the passage and of the label of each row that labels one on an axis.

    Raises
    ------
    CorpusError
        If one is not known.
    """
    names = corpus.codebook.axes[axis].label_names
    labels = pd.Index(names, dtype=object)
    passage = _places_of(rows["id"], passages, f"{where}: column id", "the id of a passage")
    label = _places_of(rows["label"], labels, f"{where}: column label", f"one of {list(names)}")
    return passage, label


def _places_of(values: pd.Series, known: pd.Index, where: str, expected: str) -> IntArray:
    places = known.get_indexer(pd.Index(values, dtype=object))
    unknown = np.flatnonzero(places < 0)
    if len(unknown):
        raise CorpusError(
            f"{where}: found {values.iloc[unknown[0]]!r} ({len(unknown)} rows are at fault), "
            f"expected {expected}"
        )
    return np.asarray(places, dtype=np.int64)


def _coded(corpus: Corpus, axis: str, passages: pd.Index, rows: pd.DataFrame) -> AxisAnnotations:
    where = f"{corpus.source}, annotations on {axis!r}"
    passage, label = places_of_rows(corpus, axis, passages, rows, where)
    annotator, annotators = pd.factorize(rows["annotator"].astype(str).to_numpy(), sort=True)
    _require_single(passage * len(annotators) + annotator, rows, where)
    return AxisAnnotations(
        axis=axis,
        label_names=corpus.codebook.axes[axis].label_names,
        annotators=tuple(annotators.tolist()),
        n_passages=len(passages),
        passage=passage,
        annotator=np.asarray(annotator, dtype=np.int64),
        label=label,
    )


def _require_single(keys: IntArray, rows: pd.DataFrame, where: str) -> None:
    repeated = np.flatnonzero(pd.Series(keys).duplicated())
    if len(repeated):
        first = rows.iloc[repeated[0]]
        raise CorpusError(
            f"{where}: found {len(repeated)} second labels, the first by {first['annotator']!r} on "
            f"passage {first['id']!r}, expected one label an annotator"
        )
