"""Translates what users classify, whatever its form, into parallel columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from stancekit.typography import plain_text

OPTIONAL_COLUMNS = ("target", "speaker", "affiliation")


@dataclass(frozen=True, slots=True)
class PassageColumns:
    """Texts and what is known of each, in the order given; unknown is ``None``.

    Texts are as the caller wrote them, since offsets lead back into them; what is known of them is
    written plainly (`stancekit.typography`).
    """

    texts: list[str]
    targets: list[str | None]
    speakers: list[str | None]
    affiliations: list[str | None]

    def __len__(self) -> int:
        return len(self.texts)

    def rows(self, part: slice) -> PassageColumns:
        """Give some of the passages."""
        return PassageColumns(
            self.texts[part], self.targets[part], self.speakers[part], self.affiliations[part]
        )

    def select(self, rows: Sequence[int]) -> PassageColumns:
        """Give some of the passages, by their numbers."""
        return PassageColumns(
            [self.texts[row] for row in rows],
            [self.targets[row] for row in rows],
            [self.speakers[row] for row in rows],
            [self.affiliations[row] for row in rows],
        )


def to_columns(X: Any) -> PassageColumns:
    """Read passages from a sequence of str or of mappings, a DataFrame, or a mapping of columns.

    Raises
    ------
    TypeError
        If it is one string, or a row's text is not a string.
    ValueError
        If there is no ``text`` column.
    """
    if isinstance(X, str):
        raise TypeError("found one string, expected a sequence of passages: pass [text]")
    if isinstance(X, PassageColumns):
        return X
    if hasattr(X, "columns") or isinstance(X, Mapping):
        columns = _from_table(X)
    else:
        columns = _from_rows(list(X))
    _check_texts(columns.texts)
    return columns


def _from_table(table: Any) -> PassageColumns:
    names = list(getattr(table, "columns", table))
    if "text" not in names:
        raise ValueError(f"found the columns {names}, expected one named 'text'")
    texts = list(table["text"])
    known = {name: _optional(list(table[name])) for name in OPTIONAL_COLUMNS if name in names}
    return _columns(texts, known)


def _from_rows(rows: Sequence[Any]) -> PassageColumns:
    if not any(isinstance(row, Mapping) for row in rows):
        return _columns(list(rows), {})
    for index, row in enumerate(rows):
        if not isinstance(row, Mapping) or "text" not in row:
            raise ValueError(f"row {index}: found {row!r}, expected a mapping with a 'text'")
    known = {name: _optional([row.get(name) for row in rows]) for name in OPTIONAL_COLUMNS}
    return _columns([row["text"] for row in rows], known)


def _columns(texts: list[Any], known: Mapping[str, list[str | None]]) -> PassageColumns:
    missing: list[str | None] = [None] * len(texts)
    return PassageColumns(texts, *(known.get(name, missing) for name in OPTIONAL_COLUMNS))


def _optional(values: list[Any]) -> list[str | None]:
    # A missing string reaches us as None, as NaN or as pandas' NA, by the reader used.
    return [_plain(value) or None if isinstance(value, str) else None for value in values]


_plain = lru_cache(maxsize=4096)(plain_text)  # the same few names and targets, time and again


def _check_texts(texts: Sequence[Any]) -> None:
    for index, text in enumerate(texts):
        if not isinstance(text, str):
            raise TypeError(f"row {index}: text is {text!r}, expected a string")
