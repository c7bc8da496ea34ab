"""What a corpus holds, what makes it unusable, and what to look at before training."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from stancekit.corpus.characters import unexpected_characters
from stancekit.corpus.corpus import Corpus
from stancekit.corpus.duplicates import duplicate_clusters

_QUANTILES = {"min": 0.0, "p05": 0.05, "median": 0.5, "p95": 0.95, "max": 1.0}


@dataclass(frozen=True, slots=True)
class LabelConflict:
    """Rows of one text (and one target) that carry different labels on one axis."""

    axis: str
    ids: tuple[str, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True)
class CorpusCheck:
    """The figures of a corpus, and what follows from them.

    Parameters
    ----------
    n_rows, n_groups, largest_group
        Rows; groups that a split keeps whole; rows of the largest one.
    group_column
        The column that groups the rows, ``None`` if each stands for itself.
    label_counts, n_missing
        Rows of each label of each axis, in codebook order; rows without a label there.
    n_repeated
        Rows whose very text stands in an earlier row.
    n_ungrouped
        Rows whose group column is empty; each stands for itself.
    n_distinct
        Families of near-duplicates: the number of rows that say something of their own.
    label_conflicts
        Equal texts with different labels.
    unexpected_characters
        Rows that hold each unexpected character, such as ``U+0000``, or leftovers of HTML or of a
        wrong encoding.
    text_lengths
        Quantiles of the texts' lengths in characters.
    problems, warnings
        What makes the corpus unusable; what to look at.
    """

    n_rows: int
    n_groups: int
    largest_group: int
    group_column: str | None
    label_counts: dict[str, dict[str, int]]
    n_missing: dict[str, int]
    n_repeated: int
    n_ungrouped: int
    n_distinct: int
    label_conflicts: tuple[LabelConflict, ...]
    unexpected_characters: dict[str, int]
    text_lengths: dict[str, int]
    problems: tuple[str, ...]
    warnings: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the figures as plain data for JSON."""
        return asdict(self)


def check_corpus(
    corpus: Corpus, *, families: npt.NDArray[np.int64] | None = None, seed: int = 0
) -> CorpusCheck:
    """Count what a corpus holds and say what is wrong with it.

    Parameters
    ----------
    families
        The family of near-duplicates of each row (`duplicate_clusters`), where it is known.
    seed
        Chooses the hash functions of the search for near-duplicates.
    """
    texts = corpus.texts
    groups = Counter(corpus.groups())
    labels = {axis: corpus.labels(axis) for axis in corpus.axes}
    known = {axis: corpus.codebook.axes[axis].label_names for axis in corpus.axes}
    if families is None:
        families = duplicate_clusters(texts, seed=seed)
    counts = {axis: {word: labels[axis].count(word) for word in known[axis]} for axis in labels}
    figures = CorpusCheck(
        n_rows=len(corpus),
        n_groups=len(groups),
        largest_group=max(groups.values(), default=0),
        group_column=corpus.group_column,
        label_counts=counts,
        n_missing={axis: column.count(None) for axis, column in labels.items()},
        n_repeated=len(texts) - len(set(texts)),
        n_ungrouped=corpus.n_ungrouped(),
        n_distinct=len(np.unique(families)),
        label_conflicts=tuple(_label_conflicts(corpus, labels)),
        unexpected_characters=unexpected_characters(texts),
        text_lengths=_text_lengths(texts),
        problems=(),
        warnings=(),
    )
    groups_by_label = {axis: _groups_by_label(corpus, column) for axis, column in labels.items()}
    return _judged(figures, groups_by_label)


def _judged(figures: CorpusCheck, groups_by_label: dict[str, dict[str, int]]) -> CorpusCheck:
    problems = [*_group_problems(figures), *_axis_problems(figures)]
    warnings = [*_row_warnings(figures), *_label_warnings(figures, groups_by_label)]
    fields = {name: getattr(figures, name) for name in figures.__dataclass_fields__}
    return CorpusCheck(**{**fields, "problems": tuple(problems), "warnings": tuple(warnings)})


def _group_problems(figures: CorpusCheck) -> list[str]:
    if figures.n_groups > 1:
        return []
    found = f"{figures.n_groups} groups (column {figures.group_column!r}, {figures.n_rows} rows)"
    return [f"found {found}, expected two or more: nothing can be held out to test on"]


def _axis_problems(figures: CorpusCheck) -> list[str]:
    problems = []
    for axis, counts in figures.label_counts.items():
        present = [word for word, n in counts.items() if n]
        if len(present) < 2:
            found = f"only the label {present[0]!r}" if present else "no label"
            problems.append(f"axis {axis!r}: found {found}, expected two or more to learn from")
    return problems


def _row_warnings(figures: CorpusCheck) -> list[str]:
    warnings = []
    if figures.n_groups == figures.n_rows > 1:
        why = "no group column" if figures.group_column is None else "all its values differ"
        warnings.append(
            f"each row is a group of its own ({why}): rows of one article may stand on both sides "
            "of a split"
        )
    if figures.n_ungrouped:
        warnings.append(
            f"{figures.n_ungrouped} rows have no {figures.group_column}: each is taken for an "
            "article of its own"
        )
    if figures.n_distinct < figures.n_rows:
        warnings.append(
            f"{figures.n_rows - figures.n_distinct} of {figures.n_rows} rows repeat another or "
            f"nearly so ({figures.n_repeated} word for word); a grouped split keeps them together"
        )
    if figures.label_conflicts:
        warnings.append(
            f"{len(figures.label_conflicts)} times equal texts carry different labels, first on "
            f"axis {figures.label_conflicts[0].axis!r}: rows "
            f"{', '.join(figures.label_conflicts[0].ids[:5])}"
        )
    for found, n in figures.unexpected_characters.items():
        what = (
            f"the unexpected character {found}" if found.startswith("U+") else f"traces of {found}"
        )
        warnings.append(f"{n} texts hold {what}")
    return warnings


def _label_warnings(figures: CorpusCheck, groups_by_label: dict[str, dict[str, int]]) -> list[str]:
    warnings = []
    for axis, counts in figures.label_counts.items():
        for word, n in counts.items():
            if not n:
                warnings.append(f"axis {axis!r}: the label {word!r} never occurs")
            elif groups_by_label[axis][word] == 1 and figures.n_groups > 1:
                warnings.append(
                    f"axis {axis!r}: the label {word!r} occurs in one group only, so that no split "
                    "can both train and test on it"
                )
        if figures.n_missing[axis]:
            warnings.append(f"axis {axis!r}: {figures.n_missing[axis]} rows have no label")
    return warnings


def _groups_by_label(corpus: Corpus, labels: list[str | None]) -> dict[str, int]:
    pairs = set(zip(labels, corpus.groups(), strict=True))
    return dict(Counter(label for label, _ in pairs if label is not None))


def _label_conflicts(corpus: Corpus, labels: dict[str, list[str | None]]) -> list[LabelConflict]:
    has_targets = "target" in corpus.passages.column_names
    targets = corpus.passages["target"][:] if has_targets else [None] * len(corpus)
    rows_of: dict[tuple[str, str | None], list[int]] = {}
    for row, key in enumerate(zip(corpus.texts, targets, strict=True)):
        rows_of.setdefault(key, []).append(row)
    ids = corpus.ids
    conflicts = []
    for rows in rows_of.values():
        for axis, column in labels.items():
            labelled = [(ids[row], label) for row in rows if (label := column[row]) is not None]
            words = tuple(dict.fromkeys(label for _, label in labelled))
            if len(words) > 1:
                conflicts.append(LabelConflict(axis, tuple(row for row, _ in labelled), words))
    return conflicts


def _text_lengths(texts: list[str]) -> dict[str, int]:
    lengths = [len(text) for text in texts] or [0]
    values = np.quantile(lengths, list(_QUANTILES.values()), method="nearest")
    return {name: int(value) for name, value in zip(_QUANTILES, values, strict=True)}
