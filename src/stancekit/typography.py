"""The marks that typesetters and keyboards use for one thing, written as escapes.

Straight and curly forms are hard to tell apart on a screen, so they are named here once.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

APOSTROPHES: Final = "'\u2019\u02bc"
SINGLE_OPEN: Final = "'\u2018"
SINGLE_CLOSE: Final = "'\u2019"
DOUBLE_STRAIGHT: Final = '"\uff02'
DOUBLE_OPEN: Final = "\u201c\u201e\u00ab"
DOUBLE_CLOSE: Final = "\u201d\u00bb"
OPENING: Final = DOUBLE_STRAIGHT + DOUBLE_OPEN + SINGLE_OPEN + "(["
CLOSING: Final = DOUBLE_STRAIGHT + DOUBLE_CLOSE + SINGLE_CLOSE + ")]"
HYPHENS: Final = "\u2010\u2011-"  # the last one stands last, as a character class asks
ACCENTS: Final = "\u0300-\u036f"  # a range: marks that follow their letter where text is decomposed
INVISIBLE: Final = "\ufeff\u00ad\u200b\u2060"
"""The byte order mark, the soft hyphen, the blank without width and the word joiner."""
MARKUP: Final = (
    r"</?(?:br|b|i|u|p|a|em|strong|span|div|h[1-6]|li|ul|ol|img|font|sup|sub|small|blockquote|center|hr)"
    r"\b[^<>\n]{0,200}>"
)
"""A pattern of the tags of a page that are left over in a text."""

# Guillemets stay: with the blanks inside them, as French has them, an opening one would be taken
# for a closing one.
_GUILLEMETS: Final = "\u00ab\u00bb"
_PLAIN: Final = tuple(
    (mark, plain)
    for marks, plain in (
        (HYPHENS, "-"),
        (SINGLE_OPEN + APOSTROPHES, "'"),
        (DOUBLE_STRAIGHT + DOUBLE_OPEN + DOUBLE_CLOSE, '"'),
        (INVISIBLE, ""),
    )
    for mark in dict.fromkeys(marks)
    if mark != plain and mark not in _GUILLEMETS
)
_ODD_BLANK: Final = re.compile(r"[^\S ]")


def plain_marks(text: str) -> str:
    r"""Write letters composed (NFC), hyphens and quotation marks straight, and nothing invisible.

    Examples
    --------
    >>> plain_marks("\ufeff\u201cCafe\u0301s won\u2019t re\u2010open\u201d")
    '"Cafés won\'t re-open"'
    """
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    # A regular expression takes three times as long, and `str.translate` twenty times.
    for mark, plain in _PLAIN:
        text = text.replace(mark, plain)
    return text


def plain_blanks(text: str) -> str:
    r"""Write one blank wherever there are blanks of any kind and number, and none at the ends.

    Examples
    --------
    >>> plain_blanks(" no\r\ntalks\u00a0 now ")
    'no talks now'
    """
    return " ".join(text.split())


def plain_text(text: str) -> str:
    """Write text as if typed on one keyboard: `plain_marks`, then `plain_blanks`."""
    return plain_blanks(plain_marks(text))


def has_odd_blanks(text: str) -> bool:
    """Tell whether a text has blanks side by side, or other ones than that of the space bar."""
    if "  " in text:
        return True
    if text.isascii():
        # One look for each is ten times as fast as a regular expression.
        return "\n" in text or "\t" in text or "\r" in text or "\f" in text or "\v" in text
    return _ODD_BLANK.search(text) is not None
