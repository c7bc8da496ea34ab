"""Where a paragraph quotes: the stretches between quotation marks.

Straight, curly, angle and doubled single marks count, and single marks where no letter touches
their outer side. A mark that is opened and never closed runs to the end of the paragraph; such a
quotation may go on in the next one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from stancekit.articles.scanning import matches_from
from stancekit.typography import (
    DOUBLE_CLOSE,
    DOUBLE_OPEN,
    DOUBLE_STRAIGHT,
    SINGLE_CLOSE,
    SINGLE_OPEN,
)

_MARK: Final = re.compile(
    rf"(?P<double>''|``|[{DOUBLE_STRAIGHT}])|(?P<open>[{DOUBLE_OPEN}])|(?P<close>[{DOUBLE_CLOSE}])"
    r"|(?P<single_open>(?<![\w\u2019'])['\u2018](?=[\w\u2026.\[$]))"
    r"|(?P<single_close>(?<=[\w.,?!\u2026\]%)])['\u2019](?![\w'\u2019]))"
)
_MAY_BE_MARK: Final = re.compile(
    rf"[`{DOUBLE_STRAIGHT}{DOUBLE_OPEN}{DOUBLE_CLOSE}{SINGLE_OPEN}{SINGLE_CLOSE}]"
)
_SINGLE: Final = re.compile(rf"[{SINGLE_OPEN}{SINGLE_CLOSE}]")
_CLAUSE_MARKS: Final = ".,?!\u2026"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch with its marks; `closed` is false where the closing mark is missing."""

    start: int
    end: int
    closed: bool = True


def quotations(text: str, start: int, end: int) -> list[Quotation]:
    r"""Give the outermost quotations of a paragraph, in order.

    Examples
    --------
    >>> text = '"No," said Baek. "Not \'now\' or later."'
    >>> [text[q.start : q.end] for q in quotations(text, 0, len(text))]
    ['"No,"', '"Not \'now\' or later."']
    """
    marks = list(matches_from(_MAY_BE_MARK, _MARK, text, start, end))
    found: list[Quotation] = []
    opened: int | None = None
    for mark in marks:
        if mark.lastgroup in ("single_open", "single_close"):
            continue
        if opened is None:
            opened = mark.start() if _opens(text, mark, start, end) else None
        elif _closes(text, mark, end):
            found.append(Quotation(opened, mark.end()))
            opened = None
    if opened is not None:
        found.append(Quotation(opened, end, closed=False))
    return found or _single_quotations(text, marks, end)


def _opens(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    if mark["close"]:
        return False
    followed = mark.end() < end and not text[mark.end()].isspace()
    if mark["open"] or mark.start() == start:
        return followed
    return followed and not text[mark.start() - 1].isalnum()


def _closes(text: str, mark: re.Match[str], end: int) -> bool:
    if mark["close"]:
        return True
    if mark["open"]:
        return False
    return mark.end() >= end or not text[mark.end()].isalnum()


def _single_quotations(text: str, marks: Sequence[re.Match[str]], end: int) -> list[Quotation]:
    """Find quotations in single marks, told from apostrophes by what stands beside them."""
    found: list[Quotation] = []
    opened: int | None = None
    for mark in marks:
        if mark.lastgroup == "single_open" and opened is None:
            opened = mark.start()
        elif mark.lastgroup == "single_close" and opened is not None:
            if text[mark.start() - 1] == "s" and _closes_later(text, mark.end(), end):
                continue
            found.append(Quotation(opened, mark.end()))
            opened = None
    return found


def _closes_later(text: str, start: int, end: int) -> bool:
    """Tell whether a mark after a clause follows soon: then this one is a plural's apostrophe."""
    window = text[start : min(end, start + 400)]
    nearest = _SINGLE.search(window)
    while nearest is not None and nearest.start() and window[nearest.start() - 1].isalpha():
        nearest = _SINGLE.search(window, nearest.end())
    return nearest is not None and window[nearest.start() - 1] in _CLAUSE_MARKS
