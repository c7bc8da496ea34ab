"""What shows until when a text may have been written.

A text that only looks back says nothing of when it was written: news of today speaks of "2018" and
says "Tuesday" of its own day. Each sign here is one that is rarely years older than its article:
what is still to come ("by the end of 2031"), what has just been ("so far in 2031"), a count of
years up to now ("the 60th anniversary of the 1971 accord"), days told in full, and what the page
around the text prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from stancekit.articles.block_dates import days_in
from stancekit.articles.numerals import NUMERAL, numeral
from stancekit.records import DateMention

_FULL: Final = len("2031-05-03")
_DAYS_OF_A_YEAR: Final = 366
_LOOKED_AT: Final = 100
_MANY: Final = 8
_SHORTEST_LOOK_BACK: Final = 10
_CLAUSE: Final = (
    r"(?:(?!\b(?:he|she|it|they|we|I|you|that|which|who|since|after|because|when)\b)"
    r"[^.,;:\n\"\u201c\u201d])"
)
"""A character of a clause: its verb is that of its beginning."""
_PART: Final = (
    r"(?: (?:the )?(?:(?:end|start|beginning|middle|spring|summer|fall|autumn|winter) of"
    r"|early|mid|late))?[ -]"
)
_TO_COME: Final = re.compile(
    r"\b(?:will|won['\u2019]t|(?:may|might)(?! have)|expires?"
    r"|(?:is|are) (?:due|expected|scheduled|set|slated|planned|projected|forecast|poised|planning"
    r"|preparing|running|likely|up for))\b"
    rf"{_CLAUSE}{{0,80}}\b(?:in|on|by|before|until|through|from|for|during|of){_PART}\Z"
    rf"|\b(?:to|is|are|can|may|must|should)\b{_CLAUSE}{{0,60}}\b(?:until|till|through|past){_PART}\Z"
    rf"|(?<!ed )(?<!and )(?<![,;:] )\bby{_PART}\Z"
    rf"|\b(?:beyond|come|(?:headed|heading|going) into(?: the)?){_PART}\Z"
)
_OVER: Final = re.compile(
    r"\b(?:had|was|were|did|(?:from|between|since) (?:\w+ )?(?:19|20)\d\d)\b[^.;\n]{0,90}\Z"
)
_JUST_BEEN: Final = re.compile(
    r"\b(?:so far in|even today,? in|on track to end|since the (?:beginning|start) of"
    r"|the (?:first|second|third|fourth) (?:\w+ )?(?:quarter|half|months|weeks) of"
    r"|last year(?:'s|\u2019s|,? in)?|earlier this year,? in|this year(?:'s|\u2019s|,? in))"
    r"(?: the)? \Z"
)
_JUST_BEEN_BEHIND: Final = re.compile(r",? \(?(?:last year|this year|a year ago|a year earlier)\b")
_COUNTED: Final = re.compile(
    rf"\b{NUMERAL}(?: |-)(?:years? (?:since|(?P<after>after)) the|years? ago,? in"
    rf"|anniversary of the)(?: \w+)? \Z",
    re.IGNORECASE,
)
_POST: Final = re.compile(r"\(@\w{1,30}\) \Z")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S{1,300}")
_NO_DATE: Final = re.compile(r"[^\d/.-]")
_COPYRIGHT: Final = re.compile(
    r"(?:\u00a9|\(c\)|\bcopyright\b)[^\n\d]{0,9}\b((?:19|20)\d\d)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class DateSign:
    """The last day on which a text was likely written, and the words that show it."""

    latest: date
    words: str


def end_of(told: str) -> date:
    """Give the last day that a date may mean; a month's 28th, which is near enough.

    Examples
    --------
    >>> end_of("2031-05").isoformat(), end_of("2031").isoformat()
    ('2031-05-28', '2031-12-31')
    """
    year, month, day = (*map(int, told.split("-")), 0, 0)[:3]
    return date(year, month or 12, day or (28 if month else 31))


def years_later(day: date, n_years: int) -> date:
    """Give the day a number of years later; the 28th for a 29 February."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return date(day.year + n_years, day.month, 28 if is_leap_day else day.day)


def to_come(text: str, mention: DateMention) -> re.Match[str] | None:
    """Give the words before a date that the author speaks of as to come.

    A quotation may be an old one, so that what is to come there may be over.
    """
    before = _before(text, mention)
    if _is_quoted(text, mention) or _OVER.search(before):
        return None
    return _TO_COME.search(before)


def signs_of_mentions(
    text: str, mentions: Sequence[DateMention], past: Sequence[DateMention]
) -> Iterator[DateSign]:
    """Give what the words beside dates show, the surest first; `past` are those not to come."""
    for sign in (_coming, _just_been, _counted):
        for mention in mentions:
            yield from sign(text, mention)
    yield from _posts(text, past)
    yield from _many(text, past)
    yield from _days_in_full(text, past)


def _coming(text: str, mention: DateMention) -> Iterator[DateSign]:
    found = to_come(text, mention)
    if found is not None:
        words = _words(text, mention, found)
        yield DateSign(end_of(mention.date), f"the text speaks of {words} as still to come")


def _just_been(text: str, mention: DateMention) -> Iterator[DateSign]:
    """Give a year for what has just been: "the first quarter of 2031" is told in 2032 too."""
    before = _JUST_BEEN.search(_before(text, mention))
    behind = _JUST_BEEN_BEHIND.match(text, mention.end)
    if (before or behind) and not _is_quoted(text, mention):
        words = _words(text, mention, before, behind)
        latest = years_later(end_of(mention.date[:4]), 1)
        yield DateSign(latest, f"the text speaks of {words} as just past")


def _counted(text: str, mention: DateMention) -> Iterator[DateSign]:
    """Count on from a year: "60 years ago, in 1971"; a year more, for 60 years are not all over.

    "Two years after the accord" may itself be long ago; ten or more are a look back from today.
    """
    found = _COUNTED.search(_before(text, mention))
    n_years = 0 if found is None else numeral(found["numeral"])
    if found is not None and (found["after"] is None or n_years >= _SHORTEST_LOOK_BACK):
        latest = years_later(end_of(mention.date[:4]), n_years + 1)
        yield DateSign(latest, f"the text counts {_words(text, mention, found)}")


def _posts(text: str, past: Sequence[DateMention]) -> Iterator[DateSign]:
    """Take the latest post of social media: news shows those of its days."""
    days = [m for m in past if len(m.date) == _FULL and _POST.search(_before(text, m))]
    if days:
        latest = max(day.date for day in days)
        words = f"the latest post that it shows is of {latest}"
        yield DateSign(years_later(end_of(latest), 1), words)


def _many(text: str, past: Sequence[DateMention]) -> Iterator[DateSign]:
    if len(past) >= _MANY:
        latest = _latest(past)[-1]
        words = f"{_words(text, latest)} is the latest of the {len(past)} dates of the text"
        yield DateSign(years_later(end_of(latest.date), 4), words)


def _days_in_full(text: str, past: Sequence[DateMention]) -> Iterator[DateSign]:
    """Take the latest date with those of the year before it, where some are told to the day.

    News tells the days of its own months so. A single one may be that of any event.
    """
    by_day = _latest(past)
    near = [m for m in by_day if (end_of(by_day[-1].date) - end_of(m.date)).days < _DAYS_OF_A_YEAR]
    n_days = sum(len(mention.date) == _FULL for mention in near)
    if n_days and len(near) > 1:
        told = " and ".join(_words(text, mention) for mention in near[-2:])
        latest = years_later(end_of(near[-1].date), 2 if n_days > 1 else 3)
        yield DateSign(latest, f"the latest dates of the text are {told}")


def _latest(past: Sequence[DateMention]) -> list[DateMention]:
    """Give one mention a date, the latest date last."""
    one_each = {mention.date: mention for mention in past}
    return sorted(one_each.values(), key=lambda mention: end_of(mention.date))


def signs_of_page(text: str, around: str) -> Iterator[DateSign]:
    """Give what addresses in a text show, and copyright lines around it.

    Such a line has the year of publication, or that in which the page was saved.
    """
    days = [day for found in _ADDRESS.finditer(text) for day in _days_of(found.group())]
    if days:
        yield DateSign(years_later(end_of(max(days)), 1), f"an address in it tells {max(days)}")
    years = _COPYRIGHT.findall(around)
    if years:
        yield DateSign(years_later(end_of(max(years)), 1), f"its copyright line is of {max(years)}")


def _days_of(address: str) -> Iterator[str]:
    """Give the days of "/2031/05/03/": the slashes at its ends are no part of a day."""
    for day, _, _ in days_in(_NO_DATE.sub(" ", address)):
        yield day


def _before(text: str, mention: DateMention) -> str:
    line = text.rfind("\n", 0, mention.start) + 1
    return text[max(line, mention.start - _LOOKED_AT) : mention.start]


def _is_quoted(text: str, mention: DateMention) -> bool:
    line = text.rfind("\n", 0, mention.start) + 1
    opened, closed, straight = (
        text.count(mark, line, mention.start) for mark in ("\u201c", "\u201d", '"')
    )
    return opened > closed or straight % 2 == 1


def _words(
    text: str,
    mention: DateMention,
    before: re.Match[str] | None = None,
    behind: re.Match[str] | None = None,
) -> str:
    """Give a date in quotation marks, with the words before and behind it."""
    start = mention.start - (0 if before is None else len(before.group()))
    return f'"{text[start : mention.end if behind is None else behind.end()]}"'
