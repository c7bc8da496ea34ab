"""Cells of a table as a reader sees them."""

from __future__ import annotations

from stancekit.reporting.numbers import UNKNOWN, has_interval, interval, number, thousands
from stancekit.reporting.values import Cell, Drawn, Flag, Noted
from stancekit.resampling import Score

_LONGEST_WORD = 24


def cell_text(cell: Cell, digits: int = 3) -> str:
    """Give a cell on one line: its value, and in brackets its interval or note.

    Examples
    --------
    >>> cell_text(Score(0.5, 0.4, 0.6), 1), cell_text(Noted(12, "10%")), cell_text(None)
    ('0.5 (0.4 to 0.6)', '12 (10%)', '–')
    """
    under = cell_note(cell, digits)
    value = cell_value(cell, digits)
    return f"{value} ({under})" if under else value


def cell_value(cell: Cell, digits: int = 3) -> str:
    """Give what stands first in a cell."""
    match cell:
        case Score():
            return number(cell.value, digits)
        case Drawn():
            return cell_value(cell.score, digits)
        case Noted():
            return cell_value(cell.value, digits)
        case Flag():
            return cell.text
        case None:
            return UNKNOWN
        case bool():
            return "yes" if cell else "no"
        case int():
            return thousands(cell)
        case float():
            return number(cell, digits)
    return cell


def cell_note(cell: Cell, digits: int = 3) -> str:
    """Give what stands under it: an interval, or why there is no number; empty where nothing."""
    match cell:
        case Score() if has_interval(cell):
            return interval(cell, digits)
        case Score(value=None, note=str(note)):
            return note
        case Drawn():
            return cell_note(cell.score, digits)
        case Noted():
            return ", ".join(part for part in (cell_note(cell.value, digits), cell.note) if part)
    return ""


def cell_kind(cell: Cell) -> str:
    """Tell what a cell holds.

    It is ``number``, ``drawn``, ``word``, ``text``, ``refused`` or a flag's kind.
    """
    match cell:
        case Noted():
            return cell_kind(cell.value)
        case Drawn(score=Score(value=None, note=str())):
            return "refused"
        case Drawn():
            return "drawn"
        case Flag():
            return cell.kind
        case Score(value=None, note=str()):
            return "refused"
        case str():
            return "text" if len(cell) > _LONGEST_WORD else "word"
    return "number"
