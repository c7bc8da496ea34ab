"""The plain pieces that a report is built of, whatever it is written as: page, Markdown or JSON.

A `Section` holds tables, pictures, cases and sentences in the order in which they are to be read.
Whoever has something to tell (slices, behavioural tests, other models) makes a `Section` of it and
adds it to :class:`~stancekit.reporting.Report`; no renderer has to know of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, Self

from stancekit.reporting.values import Cell, cell_to_plain, is_number


@dataclass(frozen=True, slots=True)
class Column:
    """A column by the key that JSON has and the title that a reader sees.

    `digits` are those of its numbers.
    """

    key: str
    title: str
    digits: int = 3


class Part(Protocol):
    """What a section may hold."""

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON, with its ``kind``."""
        ...


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows of cells under their columns; the first cell of a row names it.

    Raises
    ------
    ValueError
        If a row has more or fewer cells than there are columns.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str | None = None

    def __post_init__(self) -> None:
        for place, row in enumerate(self.rows):
            if len(row) != len(self.columns):
                raise ValueError(
                    f"table {self.caption or self.columns[0].title!r}, row {place}: found "
                    f"{len(row)} cells, expected {len(self.columns)}, one a column"
                )

    @classmethod
    def of(
        cls,
        columns: Mapping[str, str],
        rows: Iterable[Mapping[str, Cell]],
        *,
        caption: str | None = None,
    ) -> Self:
        """Make a table of titles by key and of rows by key; a key that a row lacks is not known.

        Examples
        --------
        >>> table = Table.of({"part": "outlet", "n": "rows"}, [{"part": "Herald", "n": 12}])
        >>> table.to_dict()["rows"]
        [{'part': 'Herald', 'n': 12}]
        """
        return cls(
            columns=tuple(Column(key, title) for key, title in columns.items()),
            rows=tuple(tuple(row.get(key) for key in columns) for row in rows),
            caption=caption,
        )

    @property
    def number_columns(self) -> frozenset[int]:
        """The columns that hold numbers alone, which stand to the right; never the first."""
        return frozenset(
            place
            for place in range(1, len(self.columns))
            if self.rows and all(is_number(row[place]) for row in self.rows)
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the titles by key, and each row by key."""
        keys = [column.key for column in self.columns]
        return {
            "kind": "table",
            "caption": self.caption,
            "columns": {column.key: column.title for column in self.columns},
            "rows": [dict(zip(keys, map(cell_to_plain, row), strict=True)) for row in self.rows],
        }


@dataclass(frozen=True, slots=True)
class Sentences:
    """Paragraphs, or the items of a list."""

    lines: tuple[str, ...]
    is_list: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Give the lines."""
        return {"kind": "sentences", "lines": list(self.lines)}


@dataclass(frozen=True, kw_only=True)
class Section:
    """A stretch of a report under one heading.

    Parameters
    ----------
    key
        Its name in JSON: stable, and different from that of its neighbours.
    title
        ``None`` = no heading of its own.
    lead
        What a reader has to know before the parts.
    parts, sections
        The parts in order, then the sections under this one.
    cautions
        Where not to trust the model, a sentence each: they stand on the first screen of a report.
    is_pair
        Whether its sections may stand side by side where there is room.
    """

    key: str
    title: str | None = None
    lead: str | None = None
    parts: tuple[Part, ...] = ()
    sections: tuple[Section, ...] = ()
    cautions: tuple[str, ...] = ()
    is_pair: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON."""
        return {
            "key": self.key,
            "title": self.title,
            "lead": self.lead,
            "cautions": list(self.cautions),
            "parts": [part.to_dict() for part in self.parts],
            "sections": [section.to_dict() for section in self.sections],
        }
