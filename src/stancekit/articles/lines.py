"""The lines of an article, each with the white space that follows it, wrapped lines joined.

Joined in order they give the text back, so a block that is made of a line covers its text without
gap. A line that was broken to fit a width goes on in the next one; it is told by an open end and a
small first letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from stancekit.articles.block_dates import is_date
from stancekit.typography import MARKUP

_LINE: Final = re.compile(r"[^\n\r\u2028\u2029]*(?:\r\n|[\n\r\u2028\u2029]|\Z)")
_ADDRESS: Final = re.compile(r"(?:[\w.+-]{1,60}@|https?:|www\.)\S+\Z")
_OPEN_END: Final = re.compile(r"[\w,;\u2013\u2014-]")
_TAG: Final = re.compile(MARKUP)
_SHORTEST_WRAPPED: Final = 20
_INVISIBLE: Final = "\ufeff\u200b\u200e\u200f\x00"


@dataclass(frozen=True, slots=True)
class Line:
    """A visible line: `start` to `end` with white space around it, and its words without.

    Tags left over from a page are not among the words.
    """

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
    found: list[list[int]] = []
    wrapped = False
    for match in _LINE.finditer(text):
        visible = _visible(match.group())
        if not visible:
            wrapped = False
            continue
        if wrapped and visible[0].islower() and _ADDRESS.match(visible) is None:
            found[-1][1] = match.end()
        else:
            found.append([match.start(), match.end()])
        wrapped = len(visible) > _SHORTEST_WRAPPED and _OPEN_END.match(visible[-1]) is not None
        wrapped = wrapped and not is_date(visible)
    return list(_without_gaps(text, found))


def _visible(text: str) -> str:
    """Give what a reader sees of a line; "<br>", left over from a page, is not seen."""
    if "<" in text:
        text = _TAG.sub("", text).strip() or text
    return text.strip().strip(_INVISIBLE).strip()


def _without_gaps(text: str, found: Sequence[Sequence[int]]) -> Iterator[Line]:
    """Give blank lines to the line before them, and those at the top to the first."""
    position = 0
    for index, (start, end) in enumerate(found):
        stop = found[index + 1][0] if index + 1 < len(found) else len(text)
        yield Line(position, stop, _visible(text[start:end]))
        position = stop
