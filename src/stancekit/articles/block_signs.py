"""The signs by which a line of an article shows its kind: how it opens, how it ends, its shape."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Final

from stancekit.articles.lexicon import word_groups

Sign = Callable[["Place"], bool]

_LOOKED_AT: Final = 400
"""Characters at the beginning of a line that a sign may lie in."""
_LONGEST_ENDING: Final = 160
"""Characters at its end."""


@dataclass(frozen=True)
class Place:
    """A line with what the rules may look at around it, each worked out once.

    `before_body` is true until the first line of body text; `following` is the next line.
    """

    text: str
    index: int
    n_lines: int
    before_body: bool
    follows_title: bool
    title: str | None
    outlet: str | None
    following: str = ""

    @cached_property
    def opening(self) -> str:
        """The beginning of the line."""
        return self.text[:_LOOKED_AT]

    @cached_property
    def ending(self) -> str:
        """The end of the line."""
        return self.text[-_LONGEST_ENDING:]

    @cached_property
    def n_words(self) -> int:
        """Number of words, counted up to more than any rule asks for."""
        return len(self.opening.split())

    @cached_property
    def letters(self) -> str:
        """The letters and digits of the line's beginning, lower case."""
        return letters(self.opening)


@lru_cache(maxsize=256)
def letters(text: str) -> str:
    """Give the letters and digits of a text, lower case."""
    return re.sub(r"[\W_]+", "", text).lower()


@cache
def _openings(group: str) -> re.Pattern[str]:
    phrases = sorted(word_groups("boilerplate")[group], key=len, reverse=True)
    alternatives = "|".join(
        re.escape(phrase) + (r"\b" if phrase[-1].isalpha() else "") for phrase in phrases
    )
    return re.compile(rf"(?:{alternatives})", re.IGNORECASE)


def opens_with(group: str, *, words: int = 10_000) -> Sign:
    """Give a test of lines, of so many words at most, that open with a phrase of the group."""
    pattern = re.compile(r"[^\w\[\u00a9]*" + _openings(group).pattern, re.IGNORECASE)
    return lambda place: place.n_words <= words and pattern.match(place.opening) is not None


def holds(group: str, *, words: int = 10_000) -> Sign:
    """Give a test of lines, of so many words at most, that hold a phrase of the group."""
    pattern = _openings(group)
    return lambda place: place.n_words <= words and pattern.search(place.opening) is not None


def is_only(group: str) -> Sign:
    """Give a test of lines that are a phrase of the group and nothing else."""
    phrases = {letters(phrase) for phrase in word_groups("boilerplate")[group]}
    return lambda place: place.n_words <= 5 and place.letters in phrases


def matches(pattern: str, *, flags: int = re.IGNORECASE) -> Sign:
    """Give a test of short lines that a pattern matches as a whole."""
    compiled = re.compile(pattern, flags)
    return lambda place: len(place.text) < 200 and compiled.fullmatch(place.text) is not None


def ends_with(pattern: str) -> Sign:
    """Give a test of lines whose end a pattern matches."""
    compiled = re.compile(rf"(?:{pattern})\W*\Z", re.IGNORECASE)
    return lambda place: compiled.search(place.ending) is not None


def both(first: Sign, second: Sign) -> Sign:
    """Give a test that holds where two tests hold."""
    return lambda place: first(place) and second(place)
