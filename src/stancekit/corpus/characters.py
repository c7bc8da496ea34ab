"""Characters that passages should not hold: what broken files and scraped pages leave behind."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

# Control characters other than tab and line ends, soft hyphens, zero-width characters,
# directional overrides, private use, and the two characters that a wrong conversion of encodings
# leaves: U+FEFF and U+FFFD.
_SINGLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u200b-\u200d\u2060\u202a-\u202e\u2066-\u2069"
    "\ue000-\uf8ff\ufeff\ufffd]"
)
# UTF-8 that was read as Windows-1252: what "é" and the curly quotation marks then look like.
_MISREAD = re.compile("[\u00c2\u00c3][\u0080-\u00bf]|\u00e2\u20ac[\u0098-\u2122]")
_MARKUP = re.compile(
    r"</?(?:p|br|div|span|a|b|i|strong|em|li|ul|h[1-6]|img)\b[^>]*>"
    r"|&(?:amp|nbsp|quot|lt|gt|[rl][sd]quo|#\d+|#x[0-9a-f]+);",
    re.IGNORECASE,
)
_KINDS = {"misread UTF-8": _MISREAD, "HTML": _MARKUP}


def unexpected_characters(texts: Iterable[str]) -> dict[str, int]:
    r"""Count the texts that hold each unexpected character or leftover.

    Examples
    --------
    >>> unexpected_characters(["a\u200bb", "caf\u00c3\u00a9 &amp; bar", "plain \u2019 text"])
    {'U+200B': 1, 'HTML': 1, 'misread UTF-8': 1}
    """
    found: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for text in texts:
        found.update({f"U+{ord(character):04X}" for character in _SINGLE.findall(text)})
        kinds.update(name for name, pattern in _KINDS.items() if pattern.search(text))
    return dict(sorted(found.items())) | dict(sorted(kinds.items()))
