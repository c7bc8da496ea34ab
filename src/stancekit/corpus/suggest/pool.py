"""The pool: the passages that may be suggested, each text once, in an order of its own."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from stancekit.corpus.duplicates import duplicate_clusters
from stancekit.errors import CorpusError

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Pool:
    """The passages that may be suggested.

    Parameters
    ----------
    rows
        Where each passage stands among the texts given. The order is drawn by the seed and the
        texts themselves, so that the order of the texts given has no say in what is suggested.
    texts
        The text of each passage.
    probabilities
        For each axis, what the model gives to the labels: shape (passages, labels).
    labels
        For each axis the names of its labels.
    shares
        For each axis the share of each label among the labels given so far.
    labelled
        Texts that are labelled already.
    """

    rows: Ints
    texts: list[str]
    probabilities: dict[str, Floats]
    labels: dict[str, tuple[str, ...]]
    shares: dict[str, Floats]
    labelled: list[str]

    def __len__(self) -> int:
        return len(self.texts)


def make_pool(
    texts: Sequence[str],
    probabilities: Mapping[str, npt.ArrayLike],
    *,
    labels: Mapping[str, Sequence[str]],
    labelled: Sequence[str],
    label_counts: Mapping[str, Sequence[int]] | None,
    seed: int,
) -> Pool:
    """Give the pool without texts that hold no word, are labelled, or stand in it already.

    Raises
    ------
    CorpusError
        If an array's shape is not that of the texts and labels, or holds no probabilities.
    """
    checked = {
        axis: _checked(axis, probabilities, names, len(texts)) for axis, names in _of(labels)
    }
    rows = _own_rows(texts, labelled, seed)
    own = {axis: proba[rows] for axis, proba in checked.items()}
    return Pool(
        rows=rows,
        texts=[texts[row] for row in rows.tolist()],
        probabilities=own,
        labels=dict(_of(labels)),
        shares={axis: _shares(axis, proba, label_counts) for axis, proba in own.items()},
        # The order of the labelled texts has no say either.
        labelled=sorted(set(labelled)),
    )


def _of(labels: Mapping[str, Sequence[str]]) -> list[tuple[str, tuple[str, ...]]]:
    return [(axis, tuple(names)) for axis, names in labels.items()]


def _checked(
    axis: str, probabilities: Mapping[str, npt.ArrayLike], names: Sequence[str], n_texts: int
) -> Floats:
    if axis not in probabilities:
        raise CorpusError(f"axis {axis!r}: found no probabilities; known: {sorted(probabilities)}")
    proba = np.asarray(probabilities[axis], dtype=np.float64)
    if proba.shape != (n_texts, len(names)):
        raise CorpusError(
            f"axis {axis!r}: found probabilities of shape {proba.shape}, expected "
            f"({n_texts}, {len(names)}): a row a text, a column a label"
        )
    wrong = np.flatnonzero(~((proba >= 0).all(axis=1) & np.isclose(proba.sum(axis=1), 1.0)))
    if len(wrong):
        raise CorpusError(
            f"axis {axis!r}, row {wrong[0]}: found {proba[wrong[0]].tolist()}, expected "
            "probabilities of 0 or more that add up to 1"
        )
    return proba


def _own_rows(texts: Sequence[str], labelled: Sequence[str], seed: int) -> Ints:
    """Give the rows of distinct, unlabelled texts with a word, in the order drawn by the seed."""
    spoken = [row for row, text in enumerate(texts) if any(map(str.isalnum, text))]
    order = sorted(spoken, key=lambda row: (_draw(texts[row], seed), row))
    families = duplicate_clusters([*labelled, *(texts[row] for row in order)], seed=seed)
    taken = set(families[: len(labelled)].tolist())
    rows = []
    for row, family in zip(order, families[len(labelled) :].tolist(), strict=True):
        if family not in taken:
            taken.add(family)
            rows.append(row)
    return np.array(rows, dtype=np.int64)


def _draw(text: str, seed: int) -> bytes:
    content = f"{seed}\n{text}".encode("utf-8", "surrogatepass")
    return hashlib.blake2b(content, digest_size=16).digest()


def _shares(axis: str, proba: Floats, label_counts: Mapping[str, Sequence[int]] | None) -> Floats:
    """Give each label's share of the labels so far; without any, of what the model expects."""
    if label_counts is not None and axis not in label_counts:
        raise CorpusError(f"axis {axis!r}: found no label counts; known: {sorted(label_counts)}")
    counts = proba.sum(axis=0).tolist() if label_counts is None else label_counts[axis]
    if len(counts) != proba.shape[1]:
        raise CorpusError(
            f"axis {axis!r}: found {len(counts)} label counts, expected {proba.shape[1]}"
        )
    # One is added to each, so that a label never seen is rare and not impossible.
    raised = np.asarray(counts, dtype=np.float64) + 1.0
    shares: Floats = raised / raised.sum()
    return shares
