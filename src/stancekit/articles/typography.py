"""The marks that typesetters and keyboards use for one thing, written as escapes.

Straight and curly forms are hard to tell apart on a screen, so they are named here once.
"""

from __future__ import annotations

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
MARKUP: Final = (
    r"</?(?:br|b|i|u|p|a|em|strong|span|div|h[1-6]|li|ul|ol|img|font|sup|sub|small|blockquote|center|hr)"
    r"\b[^<>\n]{0,200}>"
)
"""A pattern of the tags of a page that are left over in a text."""
