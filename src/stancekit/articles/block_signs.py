"""The signs by which a line of an article shows its kind: how it opens, how it ends, its shape."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Final

from stancekit.articles.lexicon import word_groups
from stancekit.records import BlockKind

Sign = Callable[["Place"], bool]

ENDS: Final = re.compile(r"[.!?\u2026:][\"'\u201d\u2019)\]]*\Z")
"""A stop at the end of a line, or a colon; quotation marks and brackets may stand behind it."""
_LOOKED_AT: Final = 400
"""Characters at the beginning of a line that a sign may lie in."""
_LONGEST_ENDING: Final = 160
"""Characters at its end."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the rules may know of the whole article.

    The first `n_head` lines are the head: they lie above the text, down to its byline or date.
    Behind the first `body_end` lines there is no full paragraph. `n_questions` short lines behind
    the head are a question.
    """

    texts: tuple[str, ...]
    title: str | None = None
    outlet: str | None = None
    n_head: int = 0
    body_end: int = 0
    n_questions: int = 0


@dataclass(frozen=True)
class Place:
    """A line with what the rules may look at around it, each worked out once.

    `before_body` is true until the first line of body text, `titled` from the first title on.
    """

    index: int
    page: Page
    before_body: bool
    titled: bool = False
    previous_kind: BlockKind | None = None

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.page.texts[self.index]

    @property
    def title(self) -> str | None:
        """The title as it is known from elsewhere."""
        return self.page.title

    @property
    def outlet(self) -> str | None:
        """The outlet as it is known from elsewhere."""
        return self.page.outlet

    @property
    def n_lines(self) -> int:
        """Number of lines of the article."""
        return len(self.page.texts)

    @property
    def following(self) -> str:
        """The words of the next line, nothing for the last."""
        return self.page.texts[self.index + 1] if self.index + 1 < self.n_lines else ""

    @property
    def follows_title(self) -> bool:
        """Whether the line before is a title."""
        return self.previous_kind == "title"

    @property
    def in_head(self) -> bool:
        """Whether a byline or the article's date comes below, so that no text can be here."""
        return self.before_body and self.index < self.page.n_head

    @property
    def behind_body(self) -> bool:
        """Whether no full paragraph comes below."""
        return self.index >= self.page.body_end

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
    return lambda place: place.n_words <= words and pattern.match(_plain(place)) is not None


def holds(group: str, *, words: int = 10_000) -> Sign:
    """Give a test of lines, of so many words at most, that hold a phrase of the group."""
    pattern = _openings(group)
    return lambda place: place.n_words <= words and pattern.search(_plain(place)) is not None


def _plain(place: Place) -> str:
    """Give the beginning of a line with the apostrophe that the word lists are written with."""
    return place.opening.replace("\u2019", "'")


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
