"""The neutral form between a corpus and a tool's file: tasks, and the answers given to them."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from stancekit.codebook import Codebook
from stancekit.corpus.columns import STANDARD
from stancekit.corpus.rows import is_missing
from stancekit.errors import CodebookError, RowProblem

ANNOTATOR = "annotator"
ANNOTATOR_NAMES = "annotator_names"

Labels = dict[str, dict[str, dict[str, str]]]
"""Passage id to annotator to axis to label; an annotator without labels has yet to begin."""


@dataclass(frozen=True)
class Task:
    """One passage to label.

    Parameters
    ----------
    fields
        What else is known of the passage, as text, in the order of the table's columns; what is
        missing is left out.
    """

    id: str
    text: str
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Place:
    """Where something stands in a tool's file: a line of a sheet, or an item of a JSON list."""

    file: str
    line: int | None = None
    column: str | None = None

    def at(self, column: str) -> Place:
        """Give the place of one column, or key, of this row."""
        return replace(self, column=column)

    def problem(self, found: str, expected: str) -> RowProblem:
        """Describe what is wrong there."""
        return RowProblem(self.file, self.line, self.column, found, expected)

    def __str__(self) -> str:
        return self.file if self.line is None else f"line {self.line}"


@dataclass(frozen=True)
class Answer:
    """What an annotator said of a passage on an axis, as it stands in the file, unchecked.

    Parameters
    ----------
    row
        Where the passage stands.
    place
        Where the label stands.
    labels
        All that was chosen; one label is right.
    """

    row: Place
    place: Place
    id: str | None
    annotator: str | None
    axis: str | None
    labels: tuple[Any, ...]


@dataclass
class Sheet:
    """What a tool's file holds, and what in it has the wrong shape."""

    tasks: list[Task] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    problems: list[RowProblem] = field(default_factory=list)


@dataclass(frozen=True)
class Work:
    """What is handed to annotators.

    Parameters
    ----------
    columns
        The fields that a task may have, in the order of the table.
    labels
        What annotators said of the passages already.
    """

    tasks: Sequence[Task]
    columns: Sequence[str]
    labels: Labels
    codebook: Codebook


def check_axis_names(codebook: Codebook) -> None:
    """Raise if an axis bears the name of a standard column, which a tool's file holds as well."""
    clashes = [axis for axis in codebook.axes if axis in STANDARD]
    if clashes:
        raise CodebookError(
            f"codebook {codebook.name!r}: found the axes {', '.join(map(repr, clashes))}, which "
            "are names of standard columns; give the axes other names"
        )


def field_text(value: Any) -> str:
    """Give a value as the text that tools are given; a missing one as no text."""
    if is_missing(value):
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    if isinstance(value, (list, dict, bool)):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)
