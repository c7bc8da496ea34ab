"""Lines that are a date: when an article was published or updated."""

from __future__ import annotations

import re
from typing import Final

from stancekit.articles.lexicon import word_groups

_CALENDAR: Final = word_groups("calendar")
_NAMED: Final = _CALENDAR["months"] | _CALENDAR["days"]
_AROUND: Final = word_groups("boilerplate")["date"]
_WORD: Final = re.compile(r"[^\W\d_]+")
_DAY_OR_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}\b")
_ISO: Final = re.compile(r"\b(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}\b")
_LONGEST: Final = 120
_SHORTEST_SHORT_FORM: Final = 3


def is_date(line: str) -> bool:
    """Tell a line that holds a date and no word but those that go with dates.

    Examples
    --------
    >>> is_date("Published : June 18, 2020 - 16:04"), is_date("In May 2018 they met")
    (True, False)
    """
    if len(line) > _LONGEST:
        return False
    words = [word.lower() for word in _WORD.findall(line)]
    named = [word for word in words if _is_calendar_word(word)]
    if not all(word in _AROUND or word in named for word in words):
        return False
    if _ISO.search(line) is not None:
        return True
    return any(word not in _CALENDAR["days"] for word in named) and bool(_DAY_OR_YEAR.search(line))


def _is_calendar_word(word: str) -> bool:
    """Tell a month or day, whole or cut to its first letters."""
    if word in _NAMED:
        return True
    short = _SHORTEST_SHORT_FORM <= len(word) <= _SHORTEST_SHORT_FORM + 1
    return short and any(name.startswith(word) for name in _NAMED)
