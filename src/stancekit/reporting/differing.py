"""Rows that models label differently, as a part of a section."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Answer:
    """What one model says of a row, and whether the gold label agrees."""

    model: str
    label: str
    probability: float
    is_right: bool


@dataclass(frozen=True, slots=True)
class DifferingRow:
    """A row that not all models label alike, with what each of them says."""

    id: str | None
    text: str
    gold: str
    answers: tuple[Answer, ...]
    group: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON."""
        return {**asdict(self), "answers": [asdict(answer) for answer in self.answers]}


@dataclass(frozen=True, slots=True)
class DifferingRows:
    """The rows in the order in which they are to be read."""

    rows: tuple[DifferingRow, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give each row as plain data."""
        return {"kind": "differing", "rows": [row.to_dict() for row in self.rows]}
