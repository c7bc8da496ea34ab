"""Items of a list: what stands before "said Oduya" in an item is said by her too."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.records import Span

_BULLETS: Final = frozenset("\u2022\u00b7\u25aa\u25cf\u25e6\u25a0")
_LONGEST_HEADING: Final = 4


def is_item(text: str, start: int) -> bool:
    """Tell whether a paragraph begins with the mark of a list's item."""
    return text[start : start + 1] in _BULLETS


def span_before(sentences: Sequence[Sentence]) -> Span | None:
    """Give the stretch of an item's first sentences, its heading left out; ``None`` for no words.

    Examples
    --------
    >>> span_before([])
    """
    said = sentences[1:] if sentences and _is_heading(sentences[0]) else sentences
    if not said:
        return None
    first = next((token for token in said[0].tokens if token.tag != "mark"), None)
    return None if first is None else (first.start, said[-1].tokens[-1].end)


def _is_heading(sentence: Sentence) -> bool:
    """Tell "• Ferries." from a sentence."""
    words = [token for token in sentence.tokens if token.tag != "mark"]
    verb = any(token.tag in ("auxiliary", "negation") for token in words)
    return len(words) <= _LONGEST_HEADING and not verb
