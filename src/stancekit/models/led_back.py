"""Leads places in a masked text back to the untouched one.

Masks are shorter than what they hide, an accent joins its letter, and a lower-case letter can be
longer than its capital, so that a place in what a model reads is none in what the user gave.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Self

from stancekit.models.masking import Substitution
from stancekit.records import Span
from stancekit.typography import plain_marks


@dataclass(frozen=True, slots=True)
class LedBack:
    """A changed text, and for each of its characters what it stands for in the untouched one.

    `starts` and `ends` are offsets into the untouched text, one a character.
    """

    text: str
    starts: list[int]
    ends: list[int]

    @classmethod
    def of(cls, text: str) -> Self:
        """Take a text as it is."""
        return cls(text, list(range(len(text))), list(range(1, len(text) + 1)))

    def plain(self) -> LedBack:
        """Write its marks plainly, as `plain_marks` does; what is invisible is left out."""
        if plain_marks(self.text) == self.text:
            return self
        parts: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for start, end in _clusters(self.text):
            part = plain_marks(self.text[start:end])
            first, last = self.span(start, end)
            parts.append(part)
            starts += [first] * len(part)
            ends += [last] * len(part)
        return LedBack("".join(parts), starts, ends)

    def masked(self, substitutions: Iterable[Substitution]) -> LedBack:
        """Put masks in place, one after the other, as `masked_texts` does."""
        changed = self
        for pattern, mask in substitutions:
            changed = changed._masked(pattern, mask)
        return changed

    def lowered(self) -> LedBack:
        """Write it in lower case, as `str.lower` does."""
        lowered = self.text.lower()
        if len(lowered) == len(self.text):
            return LedBack(lowered, self.starts, self.ends)
        # A capital I with a dot becomes two characters, both of which stand for it.
        times = [len(character.lower()) for character in self.text]
        return LedBack(lowered, _repeated(self.starts, times), _repeated(self.ends, times))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Give what a stretch of one character or more stands for in the untouched text."""
        return self.starts[start], self.ends[end - 1]

    def _masked(self, pattern: re.Pattern[str], mask: str) -> LedBack:
        parts: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for match in pattern.finditer(self.text):
            start, end = match.span()
            parts += [self.text[done:start], mask]
            first, last = self.span(start, end)
            starts += [*self.starts[done:start], first]
            ends += [*self.ends[done:start], last]
            done = end
        if not parts:
            return self
        return LedBack(
            "".join([*parts, self.text[done:]]),
            starts + self.starts[done:],
            ends + self.ends[done:],
        )


def _clusters(text: str) -> Iterator[Span]:
    """Yield the stretches of a text that are composed (NFC) each by itself: a letter, its marks."""
    start = 0
    for place in range(1, len(text)):
        if _is_apart(text[start:place], text[place]):
            yield start, place
            start = place
    if text:
        yield start, len(text)


def _is_apart(before: str, character: str) -> bool:
    """Tell whether a character is composed with none before it, as a letter of Hangul may be."""
    if unicodedata.combining(character):
        return False
    apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", character)
    return unicodedata.normalize("NFC", before + character) == apart


def _repeated(places: list[int], times: list[int]) -> list[int]:
    return [place for place, n in zip(places, times, strict=True) for _ in range(n)]
