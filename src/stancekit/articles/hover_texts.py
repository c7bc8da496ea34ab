"""Texts of a page's hovering boxes, left in the line behind a name: blanked before names are read.

Some sites print a person's full name and the headlines of other stories behind the name, glued
together and closed by "MORE": "Pell Nora Ann PellFive takeaways from the vote MORE said". Blanks as
long as the box keep every offset.
"""

from __future__ import annotations

import re
from typing import Final

_CLOSES: Final = "MORE"
_REPEATED: Final = re.compile(
    r"\b(?P<name>[A-Z][\w'\u2019-]{1,30}) (?:[A-Z(][\w.()'\u2019-]{0,30} ){1,5}?(?P=name)(?=[A-Z])"
)
_LONGEST: Final = 1000


def without_hover_texts(text: str) -> str:
    r"""Give a text with blanks in place of hovering boxes; it has the same length.

    Examples
    --------
    >>> without_hover_texts("Nora Pell Nora Ann PellThe vote MORE said no.")
    'Nora Pell                                said no.'
    """
    if _CLOSES not in text:
        return text
    parts: list[str] = []
    done = 0
    for found in _REPEATED.finditer(text):
        begin = found.end("name")
        end = text.find(_CLOSES, found.end(), begin + _LONGEST)
        if begin < done or end < 0 or "\n" in text[begin:end]:
            continue
        parts += [text[done:begin], " " * (end + len(_CLOSES) - begin)]
        done = end + len(_CLOSES)
    return "".join((*parts, text[done:]))
