"""When something was said, where that is past: "said in 2019", "told the Ledger last year".

Only the words around the cue count, never those of the content. A day of this week, or a time near
the article's own date, is now.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from stancekit.articles.dated_mentions import dated_mentions
from stancekit.records import PastTime, Span

_Published = Callable[[], str | None]
_NUMBERS: Final = {
    number: n
    for n, number in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), start=1
    )
} | {"a": 1}
_COUNT: Final = rf"(?:{'|'.join(_NUMBERS)}|\d{{1,3}}|several|many|some|a few)"
_RELATIVE: Final = re.compile(
    r"\b(?:(?P<last>last year)"
    rf"|(?:(?P<years>{_COUNT}) )?(?:more than )?years? (?:ago|earlier|before)"
    rf"|(?:{_COUNT} )?decades? (?:ago|earlier|before)"
    r"|in the (?:early |mid-|late )?(?:19|20)\d0s|at the time)\b",
    re.IGNORECASE,
)
_ONCE: Final = re.compile(r"\bonce\b")
_HINTS: Final = ("ear", "ecade", "19", "20", "t the time", "once")
_DAYS_THAT_ARE_NOW: Final = 31
_TOLD_TO_THE_DAY: Final = len("2031-05-03")


def may_tell_time(words: str) -> bool:
    """Tell words that may hold a past time; of most sentences it is clear that they do not."""
    return any(hint in words for hint in _HINTS)


def past_time(text: str, spans: Sequence[Span], published: _Published) -> PastTime | None:
    """Give the first past time in the stretches of a text that tell when something was said.

    Parameters
    ----------
    spans
        The stretches around the cue, the cue itself last.
    published
        Gives the day of the article, ``None`` where it is not known: "last year" has then no date,
        and a time told to the day is not called past.
    """
    for start, end in spans:
        words = text[start:end]
        for found in _times(words, start, published) if may_tell_time(words) else ():
            if _is_past(found.date, published):
                return replace(found, words=text[found.start : found.end])
    once = _ONCE.search(text, *spans[-1])
    return None if once is None else PastTime(once.group(), *once.span())


def _times(words: str, offset: int, published: _Published) -> Iterator[PastTime]:
    for mention in dated_mentions(words, offset):
        yield PastTime("", mention.start, mention.end, mention.date)
    for found in _RELATIVE.finditer(words):
        start, end = found.span()
        yield PastTime("", offset + start, offset + end, _year_of(found, published()))


def _year_of(found: re.Match[str], published: str | None) -> str | None:
    """Give the year of "last year" and "three years ago", where the article's is known."""
    years = (found["years"] or "").lower()
    n = 1 if found["last"] else _NUMBERS.get(years) or (int(years) if years.isdigit() else None)
    return None if n is None or published is None else str(int(published[:4]) - n)


def _is_past(told: str | None, published: _Published) -> bool:
    """Tell a time that is over from one near the article's own day."""
    if told is None:
        return True
    today = published()
    if today is None:
        return len(told) < _TOLD_TO_THE_DAY
    year, month, day = (*map(int, told.split("-")), 0, 0)[:3]
    end = date(year, month or 12, day or (28 if month else 31))
    return (date.fromisoformat(today) - end).days > _DAYS_THAT_ARE_NOW
