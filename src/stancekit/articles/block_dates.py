"""Lines that are a date: when an article was published or updated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from stancekit.articles.lexicon import word_groups

_CALENDAR: Final = word_groups("calendar")
_NAMED: Final = _CALENDAR["months"] | _CALENDAR["days"]
_AROUND: Final = word_groups("boilerplate")["date"]
_WORD: Final = re.compile(r"[^\W\d_]+")
_DAY_OR_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}\b")
_ISO: Final = re.compile(r"\b(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}\b")
_MONTHS: Final = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SEPARATOR: Final = re.compile(r"\s+[|\u00b7\u2022]\s+")
_SHORT_NAME: Final = re.compile(
    r"[A-Z][\w.&'\u2019-]*(?: [\w.&'\u2019-]+){0,5}(?<!\.)(?: \([\w ]+\)(?: \w+)?)?"
)
_YEAR: Final = r"(?:19|20)\d\d"
_FULL: Final = re.compile(
    rf"\b(?P<iso>{_YEAR})[-./](?P<number>\d{{1,2}})[-./](?P<iso_day>\d{{1,2}})\b"
    rf"|\b(?P<month>[^\W\d_]{{3,9}})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>{_YEAR})\b"
    rf"|\b(?P<day_before>\d{{1,2}})(?:st|nd|rd|th)? (?P<month_behind>[^\W\d_]{{3,9}})\.?,? "
    rf"(?P<year_behind>{_YEAR})\b"
)
_PLACED: Final = re.compile(r"[A-Z][A-Z .'\u2019/-]{1,40},? (?P<date>[\w(].*)", re.DOTALL)
_MONTH_NAMES: Final = "|".join(sorted(map(re.escape, _CALENDAR["months"])))
_PLACED_LOOSELY: Final = re.compile(
    rf"[A-Z][A-Z .'/-]{{2,40}},? (?i:{_MONTH_NAMES}) \d{{1,2}}\b.{{0,30}}"
)
_CHANGED: Final = frozenset({"updated", "modified"})
_MOST_PARTS: Final = 4
_LONGEST: Final = 120
_SHORTEST_SHORT_FORM: Final = 3


def is_date(line: str) -> bool:
    """Tell a line that holds a date and no word but those that go with dates.

    Examples
    --------
    >>> is_date("Published : June 18, 2020 - 16:04"), is_date("In May 2018 they met")
    (True, False)
    """
    if len(line) > _LONGEST or _DAY_OR_YEAR.search(line) is None:
        return False
    words = [word.lower() for word in _WORD.findall(line)]
    named = [word for word in words if _is_calendar_word(word)]
    if not all(word in _AROUND or word in named for word in words):
        return False
    return _ISO.search(line) is not None or any(word not in _CALENDAR["days"] for word in named)


def is_dated_source(line: str) -> bool:
    """Tell a date beside short names on one line: "The Ferrow Post | May 3, 2031 at 7:25 p.m."."""
    if len(line) > _LONGEST:
        return False
    parts = [part.strip() for part in _SEPARATOR.split(line)]
    if not 2 <= len(parts) <= _MOST_PARTS:
        return False
    others = [part for part in parts if not is_date(part)]
    return len(others) < len(parts) and all(_SHORT_NAME.fullmatch(part) for part in others)


def is_place_and_date(line: str) -> bool:
    """Tell a place in capitals with a date: "SEAHAVEN, Oct 8, 2031 (18:20 CET)".

    Behind the date a wire service may stand; a sentence is too long for that.
    """
    if len(line) > _LONGEST:
        return False
    placed = _PLACED.fullmatch(line)
    dated = placed is not None and is_date(placed["date"])
    return dated or _PLACED_LOOSELY.fullmatch(line) is not None


def date_of(lines: Iterable[str]) -> str | None:
    """Give the one day that lines of dates tell, as an ISO date; ``None`` for none or several.

    A day between slashes is told only where the year is first: 03/05/2031 is two days.

    Examples
    --------
    >>> date_of(["Published: May 3, 2031 at 7:25 p.m."]), date_of(["03/05/2031"])
    ('2031-05-03', None)
    """
    days = {day for line in lines for day, _, _ in days_in(line)}
    return days.pop() if len(days) == 1 else None


def printed_days(lines: Iterable[str]) -> tuple[str | None, str | None]:
    """Give the day of publication and the last of modification that lines of dates tell.

    A day without a word before it is one of publication; several of these tell none.

    Examples
    --------
    >>> printed_days(["Published : May 3, 2031 - 16:04   Updated : May 4, 2031 - 9:10"])
    ('2031-05-03', '2031-05-04')
    """
    published: set[str] = set()
    modified: set[str] = set()
    for line in lines:
        behind = 0
        for day, start, end in days_in(line):
            label = {word.lower() for word in _WORD.findall(line[behind:start])}
            (modified if label & _CHANGED else published).add(day)
            behind = end
    return published.pop() if len(published) == 1 else None, max(modified, default=None)


def day_of(text: str) -> str | None:
    """Give the one day that a stamp tells: "2031-05-03T16:04:00Z", "May 3, 2031".

    Examples
    --------
    >>> day_of("2031-05-03T16:04:00Z"), day_of("2031")
    ('2031-05-03', None)
    """
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return date_of([text])


def days_in(text: str) -> Iterator[tuple[str, int, int]]:
    """Give the days that a text tells in full, as ISO dates, and where they begin and end."""
    for match in _FULL.finditer(text):
        found = match.groupdict()
        name = found["month"] or found["month_behind"]
        month = int(found["number"]) if name is None else month_number(name.lower())
        year = found["iso"] or found["year"] or found["year_behind"]
        day = found["iso_day"] or found["day"] or found["day_before"]
        try:
            yield date(int(year), month, int(day)).isoformat(), *match.span()
        except ValueError:
            continue


def month_number(name: str) -> int:
    """Give the number of a month, whole or cut; 0 where the word is none or could be two."""
    numbers = [i for i, month in enumerate(_MONTHS, 1) if month.startswith(name)]
    return numbers[0] if len(numbers) == 1 and len(name) >= _SHORTEST_SHORT_FORM else 0


def _is_calendar_word(word: str) -> bool:
    """Tell a month or day, whole or cut to its first letters."""
    if word in _NAMED:
        return True
    short = _SHORTEST_SHORT_FORM <= len(word) <= _SHORTEST_SHORT_FORM + 1
    return short and any(name.startswith(word) for name in _NAMED)
