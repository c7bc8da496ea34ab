"""The days, months and years that a text speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from stancekit.articles.block_dates import days_in, month_number
from stancekit.records import DateMention

_YEAR: Final = r"(?:19|20)\d\d"
_OF_MONTH: Final = re.compile(
    rf"\b(?P<month>[A-Z][a-z]{{2,8}})\.?(?: of|,)? (?P<year>{_YEAR})(?![\w%]|[,.]\d)"
)
_ALONE: Final = re.compile(rf"(?<![\w$\u00a3\u20ac,.#/+-]){_YEAR}(?![\w%/]|[,.]\d|-(?!\d\d\b))")
_COUNTS: Final = re.compile(r" ?(?:million|billion|percent|per cent|people|troops|soldiers)\b")
_NUMBERS: Final = re.compile(r"(?:\bNo\.|\b[Rr]esolution|\b[Nn]umber|\bRoute|\bArticle) \Z")
_LONGEST_BEFORE: Final = 14


def dated_mentions(text: str, offset: int = 0) -> list[DateMention]:
    """Give the dates of a text in order: "2031-05-03", "2031-05" or "2031", as far as it tells.

    `offset` is where the text begins. What has no year ("last year", "on June 18") is left out.

    Examples
    --------
    >>> [mention.date for mention in dated_mentions("On May 3, 2031, as in July 2029 and 2025,")]
    ['2031-05-03', '2029-07', '2025']
    """
    if not _ALONE.search(text):
        return []
    found: dict[int, DateMention] = {}
    taken = bytearray(len(text))
    for date, start, end in (*days_in(text), *_months(text), *_years(text)):
        if not any(taken[start:end]):
            taken[start:end] = b"\x01" * (end - start)
            found[start] = DateMention(date, offset + start, offset + end)
    return [found[start] for start in sorted(found)]


def _months(text: str) -> Iterator[tuple[str, int, int]]:
    for match in _OF_MONTH.finditer(text):
        number = month_number(match["month"].lower())
        if number:
            yield f"{match['year']}-{number:02}", *match.span()


def _years(text: str) -> Iterator[tuple[str, int, int]]:
    """Give the years that stand alone and count or number nothing."""
    for match in _ALONE.finditer(text):
        before = text[max(0, match.start() - _LONGEST_BEFORE) : match.start()]
        if not _COUNTS.match(text, match.end()) and not _NUMBERS.search(before):
            yield match.group(), *match.span()
