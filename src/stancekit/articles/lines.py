"""The lines of an article, each with the white space that follows it, wrapped lines joined.

Joined in order they give the text back, so a block that is made of a line covers its text without
gap. A line that was broken to fit a width goes on in the next one; it is told by an open end and a
small first letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from stancekit.articles.block_dates import is_date

_LINE: Final = re.compile(r"[^\n\r\u2028\u2029]*(?:\r\n|[\n\r\u2028\u2029]|\Z)")
_ADDRESS: Final = re.compile(r"(?:[\w.+-]{1,60}@|https?:|www\.)\S+\Z")
_OPEN_END: Final = re.compile(r"[\w,;\u2013\u2014-]\Z")
_INVISIBLE: Final = "\ufeff\u200b\u200e\u200f\x00"


@dataclass(frozen=True, slots=True)
class Line:
    """A visible line: `start` to `end` with white space around it, and its words without."""

    start: int
    end: int
    text: str


def lines(text: str) -> list[Line]:
    r"""Give the visible lines of a text.

    Examples
    --------
    >>> [line.text for line in lines("First\n\nA second line that goes\non here.\n")]
    ['First', 'A second line that goes\non here.']
    """
    found: list[Line] = []
    start = 0
    wrapped = False
    for match in _LINE.finditer(text):
        visible = match.group().strip().strip(_INVISIBLE).strip()
        if not visible:
            wrapped = False
            continue
        if wrapped and visible[0].islower() and _ADDRESS.match(visible) is None:
            previous = found[-1]
            joined = text[previous.start : match.end()].strip().strip(_INVISIBLE).strip()
            found[-1] = Line(previous.start, match.end(), joined)
        else:
            found.append(Line(match.start(), match.end(), visible))
        wrapped = len(visible) > 20 and _OPEN_END.search(visible) is not None
        wrapped = wrapped and not is_date(visible)
    return list(_without_gaps(found, start, len(text)))


def _without_gaps(found: list[Line], start: int, end: int) -> Iterator[Line]:
    """Give blank lines to the line before them, and those at the top to the first."""
    for index, line in enumerate(found):
        stop = found[index + 1].start if index + 1 < len(found) else end
        yield Line(start, stop, line.text)
        start = stop
