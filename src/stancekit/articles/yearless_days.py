"""Days that a text tells without their year: "on June 12", "Friday (May 24)".

News tells days of its own months so; the weekday beside a day fits only some years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from stancekit.articles.block_dates import month_number
from stancekit.records import DateMention

_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_DAY: Final = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(_WEEKDAYS)})[a-z]{{0,6}}\.?,? \(?)?"
    r"\b(?:(?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"|(?P<day_before>\d{1,2})(?:st|nd|rd|th)? (?P<month_behind>[A-Z][a-z]{2,8}))"
    r"(?![\w%/:\u2013-]|,? (?:19|20)\d\d\b|[,.]\d)"
)
_LEAP_YEAR: Final = 2000
_BESIDE: Final = 100
_MONTHS_AWAY: Final = 250


@dataclass(frozen=True, slots=True)
class YearlessDay:
    """A day of some year; `weekday` counts from Monday, ``None`` where the text tells none."""

    month: int
    day: int
    weekday: int | None
    words: str

    def days_from(self, stamp: date) -> int:
        """Give how many days lie between a stamp and the nearest such day of any year."""
        return min(abs((day - stamp).days) for day in self._around(stamp))

    def fits(self, stamp: date) -> bool:
        """Tell whether the weekday is right in a year whose day may be of the stamp's months."""
        near = (day for day in self._around(stamp) if abs((day - stamp).days) <= _MONTHS_AWAY)
        return self.weekday is None or any(day.weekday() == self.weekday for day in near)

    def _around(self, stamp: date) -> list[date]:
        return [self._of(year) for year in (stamp.year - 1, stamp.year, stamp.year + 1)]

    def _of(self, year: int) -> date:
        try:
            return date(year, self.month, self.day)
        except ValueError:  # 29 February
            return date(year, self.month, self.day - 1)


def yearless_days(
    text: str, mentions: Sequence[DateMention], start: int = 0, end: int | None = None
) -> Iterator[YearlessDay]:
    """Give the days without a year in ``text[start:end]``.

    `mentions` have a year, which is that of the days beside them.

    Examples
    --------
    >>> [day.words for day in yearless_days("They met on Friday, May 24, and 7 June.", ())]
    ['Friday, May 24', '7 June']
    """
    for match in _DAY.finditer(text, start, len(text) if end is None else end):
        number = month_number((match["month"] or match["month_behind"]).lower())
        day = int(match["day"] or match["day_before"])
        if number and _exists(number, day) and not _is_beside(match, mentions):
            name = match["weekday"]
            weekday = None if name is None else _WEEKDAYS.index(name)
            yield YearlessDay(number, day, weekday, match.group())


def _exists(month: int, day: int) -> bool:
    try:
        date(_LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True


def _is_beside(match: re.Match[str], mentions: Sequence[DateMention]) -> bool:
    return any(
        mention.start - _BESIDE < match.end() and match.start() < mention.end + _BESIDE
        for mention in mentions
    )
