"""Patterns that are sought only in texts that hold one of their words.

A pattern of hundreds of phrases is tried at each character of a text; whether a text has a word in
common with them is told at once, and most have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"\w+")
_MOST_TEXTS: Final = 256


@dataclass(frozen=True, slots=True)
class KeyedPattern:
    r"""A pattern with its keys: words in small letters, one of which every match holds as a whole.

    Examples
    --------
    >>> ships = KeyedPattern(re.compile(r"\b(?:car ferry|tug)\b"), first_words(["car", "tug"]))
    >>> ships.search("a tug left").group(), ships.search("a train left")
    ('tug', None)
    """

    pattern: re.Pattern[str]
    keys: frozenset[str]

    def search(self, text: str) -> re.Match[str] | None:
        """Give the first match in a text."""
        return self.pattern.search(text) if self._may_be_in(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Give all matches in a text."""
        return self.pattern.finditer(text) if self._may_be_in(text) else iter(())

    def _may_be_in(self, text: str) -> bool:
        return not self.keys.isdisjoint(_words_of(text))


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """Give the words that phrases begin with, as keys: singular and plural, in small letters."""
    firsts = [_WORD.findall(phrase.lower())[0] for phrase in phrases]
    return frozenset(first + ending for first in firsts for ending in ("", "s", "es"))


@lru_cache(maxsize=_MOST_TEXTS)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))
