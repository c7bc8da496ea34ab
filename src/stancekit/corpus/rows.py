"""Checks of single values: texts, ids, labels. Nothing here raises; every problem is returned."""

from __future__ import annotations

import json
import math
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from stancekit.corpus.columns import STANDARD
from stancekit.corpus.table import Table, shown
from stancekit.errors import RowProblem, nearest

_SURROGATE = "text that can be written as UTF-8"


def check_texts(table: Table, column: str, values: Sequence[Any]) -> Iterator[RowProblem]:
    """Yield the rows whose text is missing, blank or no text."""
    for row, value in enumerate(values):
        if is_missing(value):
            yield table.problem(row, column, "nothing", "a text")
        elif not isinstance(value, str):
            yield table.problem(row, column, f"{shown(value)}, which is no text", "a text")
        elif not value.strip():
            yield table.problem(row, column, f"the blank text {shown(value)}", "a text")


def check_ids(table: Table, column: str, values: Sequence[Any]) -> Iterator[RowProblem]:
    """Yield the rows whose id is missing, or stands at an earlier row."""
    first: dict[str, int] = {}
    for row, value in enumerate(values):
        if is_missing(value) or value == "":
            yield table.problem(row, column, "nothing", "an id, or no id column at all")
            continue
        line = first.setdefault(str(value), table.lines[row])
        if line != table.lines[row]:
            found = f"{shown(value)}, which is also the id of line {line}"
            yield table.problem(row, column, found, "an id of its own")


def check_labels(
    table: Table, column: str, values: Sequence[Any], *, axis: str, labels: Collection[str] | None
) -> Iterator[RowProblem]:
    """Yield the rows whose label is not one of `labels`; ``None`` allows any word."""
    advice: dict[str, str] = {}
    for row, value in enumerate(values):
        if is_missing(value):
            continue
        word = label_word(value)
        if word is None or word == "":
            expected = f"a label of axis {axis!r}, or null where it is missing"
            yield table.problem(row, column, shown(value), expected)
        elif word == "-1" and word not in (labels or ()):
            expected = f"a label of axis {axis!r}; a missing label is null (in CSV an empty cell)"
            yield table.problem(row, column, shown(value), expected)
        elif labels is not None and word not in labels:
            if word not in advice:
                advice[word] = f"a label of axis {axis!r} or null; {nearest(word, labels)}"
            yield table.problem(row, column, shown(value), advice[word])


def check_plain(table: Table, column: str, values: Sequence[Any]) -> Iterator[RowProblem]:
    """Yield the rows of a standard column that hold a list or an object."""
    for row, value in enumerate(values):
        if isinstance(value, (list, dict, bytes)):
            yield table.problem(row, column, shown(value), "a single text, number or date")


def check_writable(table: Table, column: str, values: Sequence[Any]) -> Iterator[RowProblem]:
    """Yield the rows that hold half of a surrogate pair, which no UTF-8 file can hold."""
    for row, value in enumerate(values):
        text = value if isinstance(value, str) else _nested_text(value)
        if text.isascii():
            continue
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            found = f"the lone surrogate U+{ord(text[error.start]):04X} at character {error.start}"
            yield table.problem(row, column, found, _SURROGATE)


def check_name(table: Table, column: str, values: Sequence[Any]) -> list[RowProblem]:
    """Give the first row of a column whose name cannot be written, if it is such a one."""
    row = next((row for row, value in enumerate(values) if value is not None), 0)
    names = [None] * row + [column]
    return list(check_writable(table, column, names))


def is_missing(value: Any) -> bool:
    """Tell whether a value is null, in any of the ways that file formats have for it."""
    return value is None or (isinstance(value, float) and math.isnan(value))


def label_word(value: Any) -> str | None:
    """Give a label as a word; ``None`` for what can be no label. Whole numbers count as words."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, int) or (isinstance(value, float) and value.is_integer()):
        return str(int(value))
    return None


def check_rows(
    table: Table,
    columns: dict[str, list[Any]],
    sources: dict[str, str],
    axes: dict[str, Collection[str] | None],
) -> list[RowProblem]:
    """Give every problem in every row, ordered by line.

    Parameters
    ----------
    columns
        The columns under their new names.
    sources
        New name to the file's name, which is the one that messages use.
    axes
        The labels allowed on each axis; ``None`` allows any.
    """
    problems: list[RowProblem] = []
    for name, values in columns.items():
        own = sources.get(name, name)
        problems += check_name(table, own, values)
        if name == "text":
            problems += check_texts(table, own, values)
        elif name == "id":
            problems += check_ids(table, own, values)
        elif name in axes:
            problems += check_labels(table, own, values, axis=name, labels=axes[name])
        if name in STANDARD and name != "text":
            problems += check_plain(table, own, values)
        problems += check_writable(table, own, values)
    return sorted(problems, key=lambda problem: problem.line or 0)


def _nested_text(value: Any) -> str:
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False, default=str)
    return ""
