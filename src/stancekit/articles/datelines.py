"""Where a paragraph's words begin: behind "HARBORTON, May 3 (wire) --", which nobody says."""

from __future__ import annotations

import re
from typing import Final

_CITY: Final = r"[A-Z][A-Z.\'\u2019-]+(?: [A-Z][A-Z.\'\u2019-]+){0,3}"
_CITY_IN_SMALL: Final = r"[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}"
_REST: Final = r"(?:[,/] ?[\w.,/ \u2019'-]{1,40}?)?"
_AGENCY: Final = r" ?\([^()\n]{2,40}\)"
_DASH: Final = r"\s*(?:[\u2013\u2014]|--?(?=\s))\s*"
_DATELINE: Final = re.compile(
    rf"\s*(?:{_CITY}{_REST}(?:{_AGENCY})?|{_CITY_IN_SMALL}{_REST}{_AGENCY}){_DASH}(?=\S)"
)


def after_dateline(text: str, start: int, end: int) -> int:
    """Give where a paragraph goes on behind its dateline; `start` where it has none.

    Examples
    --------
    >>> after_dateline("HARBORTON, May 3 (Wire) -- Talks failed.", 0, 40)
    27
    """
    found = _DATELINE.match(text, start, end)
    return start if found is None else found.end()
