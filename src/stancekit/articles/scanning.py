"""The matches of a pattern, looked for only where one may begin.

A pattern of many alternatives is tried at each character of a text; a class of characters is found
many times faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator


def matches_from(
    first: re.Pattern[str], pattern: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """Give what ``pattern.finditer`` gives in ``text[start:end]``.

    Parameters
    ----------
    first
        The characters that a match may begin with.

    Examples
    --------
    >>> found = matches_from(re.compile("[ab]"), re.compile("a+|b(?=c)"), "bxaabc", 0, 6)
    >>> [match.group() for match in found]
    ['aa', 'b']
    """
    position = start
    while (place := first.search(text, position, end)) is not None:
        match = pattern.match(text, place.start(), end)
        position = place.end() if match is None else match.end()
        if match is not None:
            yield match
