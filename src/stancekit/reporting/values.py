"""What the cells of a table may hold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from stancekit.resampling import Score


@dataclass(frozen=True, slots=True)
class Flag:
    """A word that the eye shall find in a table: coloured, and with a sign of its own."""

    text: str
    kind: Literal["good", "bad", "open"] = "bad"


@dataclass(frozen=True, slots=True)
class Noted:
    """A value with a few words under it, such as a count and the share that it is."""

    value: Score | Flag | str | float | None
    note: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A score that a page draws as a dot and its interval, too.

    Parameters
    ----------
    reference
        Where a line is drawn, such as the bar that a rate has to clear.
    span
        Both ends of the scale.
    """

    score: Score
    reference: float | None = None
    span: tuple[float, float] = (0.0, 1.0)


Cell = Score | Flag | Noted | Drawn | str | float | None
"""What a table may hold; an ``int`` is a count, a ``float`` a number, ``None`` not known."""


def cell_to_plain(cell: Cell) -> Any:
    """Give a cell as JSON has it."""
    match cell:
        case Score():
            return cell.to_dict()
        case Drawn():
            return cell.score.to_dict()
        case Flag():
            return {"flag": cell.text, "is": cell.kind}
        case Noted():
            return {"value": cell_to_plain(cell.value), "note": cell.note}
        case _:
            return cell


def is_number(cell: Cell) -> bool:
    """Tell whether a cell holds a number, or nothing."""
    if isinstance(cell, Noted):
        return is_number(cell.value)
    return cell is None or isinstance(cell, Score | int | float)
