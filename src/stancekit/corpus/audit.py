"""What crosses from one split to another: ids, texts, near-duplicates, groups."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Literal

import numpy as np

from stancekit.corpus.corpus import Corpus
from stancekit.corpus.duplicates import duplicate_clusters
from stancekit.corpus.rows import is_missing
from stancekit.errors import CorpusError, RowProblem

CrossingKind = Literal["id", "text", "near-duplicate", "group"]

_SAYS: dict[CrossingKind, str] = {
    "id": "the id of a row",
    "text": "the text of a row",
    "near-duplicate": "a near-duplicate of a text",
    "group": "the group of a row",
}


@dataclass(frozen=True, slots=True)
class Crossing:
    """One row of a later split, and the first row of an earlier one that it repeats.

    Near-duplicates are told by family: the two texts may resemble each other by way of a third.
    """

    kind: CrossingKind
    earlier: str
    earlier_id: str
    later: str
    later_id: str


@dataclass(frozen=True)
class SplitAudit:
    """Which rows of which split repeat something of an earlier one.

    Parameters
    ----------
    sizes
        The number of rows of each split, in the order given.
    crossings
        One entry for each kind, pair of splits, and row of the later one that repeats something. A
        text that stands in both as it is counts as ``text`` only, not as ``near-duplicate`` too.
    """

    sizes: dict[str, int]
    crossings: tuple[Crossing, ...]

    @property
    def is_clean(self) -> bool:
        """Whether nothing crosses."""
        return not self.crossings

    def count(self, kind: CrossingKind, earlier: str, later: str) -> int:
        """Give the number of rows of the later split that repeat something of the earlier one."""
        wanted = (kind, earlier, later)
        return sum((row.kind, row.earlier, row.later) == wanted for row in self.crossings)

    def lines(self, kinds: Collection[CrossingKind] = tuple(_SAYS)) -> list[str]:
        """Give one sentence for each of the kinds and pair of splits that crosses, for a report."""
        lines = [
            f"{later}: {n} of {self.sizes[later]} rows ({n / self.sizes[later]:.1%}) hold "
            f"{_SAYS[kind]} of {earlier}"
            for earlier, later in combinations(self.sizes, 2)
            for kind in _SAYS
            if kind in kinds and (n := self.count(kind, earlier, later))
        ]
        return lines or [f"no id, text, near-duplicate or group crosses {', '.join(self.sizes)}"]

    def require_clean(self) -> None:
        """Raise if anything crosses, naming every pair.

        Raises
        ------
        CorpusError
            With one problem for each row that crosses.
        """
        if self.is_clean:
            return
        problems = [
            RowProblem(
                file=f"{row.later} row {row.later_id}",
                line=None,
                column=None,
                found=f"{_SAYS[row.kind]} of {row.earlier}, row {row.earlier_id}",
                expected="nothing in common",
            )
            for row in self.crossings
        ]
        raise CorpusError("; ".join(self.lines()), problems)


def audit_split(splits: Mapping[str, Corpus], *, seed: int = 0) -> SplitAudit:
    """Find every row of a split that repeats an id, a text or a group of an earlier split.

    Parameters
    ----------
    splits
        Name to corpus, as in ``{"train": ..., "test": ...}``; a pair is reported at the later one.
    seed
        Chooses the hash functions of the search for near-duplicates.
    """
    names = list(splits)
    families = duplicate_clusters(
        [text for name in names for text in splits[name].texts], seed=seed
    )
    ends = np.cumsum([len(splits[name]) for name in names])
    parts = zip(names, np.split(families, ends[:-1]), strict=True)
    values = {name: _values(splits[name], part.tolist()) for name, part in parts}
    crossings = [
        Crossing(kind, earlier, values[earlier]["id"][at], later, values[later]["id"][row])
        for earlier, later in combinations(names, 2)
        for kind, rows in _crossing_rows(values[earlier], values[later]).items()
        for row, at in rows.items()
    ]
    return SplitAudit({name: len(splits[name]) for name in names}, tuple(crossings))


def _values(corpus: Corpus, families: list[Any]) -> dict[CrossingKind, list[Any]]:
    """Give what rows are compared by, ``None`` where a row has nothing to compare."""
    column = corpus.group_column
    own = [None] * len(corpus) if column is None else corpus.passages[column][:]
    groups = [None if is_missing(value) or value == "" else str(value) for value in own]
    return {"id": corpus.ids, "text": corpus.texts, "near-duplicate": families, "group": groups}


def _crossing_rows(
    earlier: dict[CrossingKind, list[Any]], later: dict[CrossingKind, list[Any]]
) -> dict[CrossingKind, dict[int, int]]:
    found = {kind: _repeats(earlier[kind], later[kind]) for kind in earlier}
    near = found["near-duplicate"].items()
    found["near-duplicate"] = {row: at for row, at in near if row not in found["text"]}
    return found


def _repeats(
    earlier: Sequence[Hashable | None], later: Sequence[Hashable | None]
) -> dict[int, int]:
    """Give the rows of the later sequence whose value is in the earlier one, and where it is."""
    first: dict[Hashable, int] = {}
    for row, value in enumerate(earlier):
        if value is not None:
            first.setdefault(value, row)
    return {row: first[value] for row, value in enumerate(later) if value in first}
