"""The signs by which a line of an article shows its kind: how it opens, how it ends, its shape."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
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


@dataclass
class Place:
    """A line with what the rules may look at around it, each worked out once.

    `before_body` is true until the first line of body text, `titled` from the first title on.
    `text` are the words of the line, `opening` its beginning and `ending` its end; `plain` is the
    beginning as the word lists are written, small and with straight apostrophes; `n_words` is the
    number of words, counted up to more than any rule asks for.
    """

    index: int
    page: Page
    before_body: bool
    titled: bool = False
    previous_kind: BlockKind | None = None
    text: str = field(init=False)
    opening: str = field(init=False)
    plain: str = field(init=False)
    ending: str = field(init=False)
    n_words: int = field(init=False)

    def __post_init__(self) -> None:
        self.text = self.page.texts[self.index]
        self.opening = self.text[:_LOOKED_AT]
        self.plain = self.opening.lower().replace("\u2019", "'")
        self.ending = self.text[-_LONGEST_ENDING:]
        self.n_words = len(self.opening.split())

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
    return re.compile(rf"(?:{alternatives})")


def opens_with(group: str, *, words: int = 10_000) -> Sign:
    """Give a test of lines, of so many words at most, that open with a phrase of the group."""
    pattern = re.compile(r"[^\w\[\u00a9]*" + _openings(group).pattern)
    return lambda place: place.n_words <= words and pattern.match(place.plain) is not None


def holds(group: str, *, words: int = 10_000) -> Sign:
    """Give a test of lines, of so many words at most, that hold a phrase of the group."""
    pattern = _openings(group)
    return lambda place: place.n_words <= words and pattern.search(place.plain) is not None


def is_only(group: str) -> Sign:
    """Give a test of lines that are a phrase of the group and nothing else."""
    phrases = {letters(phrase) for phrase in word_groups("boilerplate")[group]}
    return lambda place: place.n_words <= 5 and place.letters in phrases


def matches(pattern: str, *, flags: int = re.IGNORECASE) -> Sign:
    """Give a test of short lines that a pattern matches as a whole."""
    compiled = re.compile(pattern, flags)
    return lambda place: len(place.text) < 200 and compiled.fullmatch(place.text) is not None


def has_any(*parts: str) -> Sign:
    """Give a test of lines that hold one of some parts, letter by letter.

    What it lets through is for a slower sign to tell.
    """
    return lambda place: any(part in place.text for part in parts)


def ends_with(pattern: str) -> Sign:
    """Give a test of lines whose end a pattern matches."""
    compiled = re.compile(rf"(?:{pattern})\W*\Z", re.IGNORECASE)
    return lambda place: compiled.search(place.ending) is not None


def both(first: Sign, second: Sign) -> Sign:
    """Give a test that holds where two tests hold."""
    return lambda place: first(place) and second(place)
