"""The words of a text, as near-duplicate search sees them."""

from __future__ import annotations

import re
import unicodedata

# Chinese and Japanese are written without blanks, so there each character counts as a word.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")


def word_key(text: str) -> str:
    """Give the words of a text joined by blanks, without case, punctuation and spacing.

    A text without words is its own key, so that "?" and "!" stay two texts.

    Examples
    --------
    >>> word_key("“Talks,”  she SAID")
    'talks she said'
    >>> word_key(" ?! ")
    '?!'
    """
    folded = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return " ".join(_WORD.findall(folded.casefold())) or text.strip()
