"""The rows of one file as they stand there, before anything is made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from stancekit.errors import RowProblem

_SHOWN = 60


@dataclass
class Table:
    """Columns of plain values, the line on which each row starts, and what could not be read.

    Parameters
    ----------
    file
        The name that messages use.
    columns
        One list a column, all of one length; ``None`` where a row has no value.
    lines
        The line of each row, counted from 1; in Parquet and on the Hub, the number of the row.
    digest
        SHA-256 of the file's bytes.
    problems
        Every row that could not be read.
    """

    file: str
    columns: dict[str, list[Any]]
    lines: list[int]
    digest: str
    problems: list[RowProblem] = field(default_factory=list)

    def problem(self, row: int, column: str, found: str, expected: str) -> RowProblem:
        """Describe what is wrong with one value."""
        return RowProblem(self.file, self.lines[row], column, found, expected)


def to_columns(rows: Iterable[Mapping[str, Any]]) -> dict[str, list[Any]]:
    """Give the rows by column, ``None`` where a row lacks a key; columns as they first occur."""
    rows = list(rows)
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: [row.get(name) for row in rows] for name in names}


def shown(value: Any) -> str:
    """Give a value as an error message quotes it, cut where it is long."""
    text = repr(value)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}… ({len(text)} characters)"
