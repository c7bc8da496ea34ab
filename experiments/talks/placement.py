"""Verbatim strings of a gold statement → their places in the article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gold import GoldAttribution

from stancekit.records import Span


class PlacementError(ValueError):
    """A string that does not stand where the gold says."""

    def __init__(self, part: str, words: str, count: int) -> None:
        self.part = part
        found = f"{words!r} {count} times in the paragraph" if count else f"{words!r} nowhere in it"
        self.found = found
        self.expected = "once" if part == "content" else "a place outside the content"
        super().__init__(f"{part}: found {found}, expected {self.expected}")


@dataclass(frozen=True)
class Placed:
    """The spans of one attribution."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """All spans in text order."""
        return tuple(sorted((*self.source, *self.cue, *self.content)))


def place(text: str, paragraph: Span, attribution: GoldAttribution) -> Placed:
    """Find the spans of an attribution in its paragraph.

    A content string has to be unique. Of several places of a source or cue, which may be as
    short as "he" or "said", the one nearest the content is taken.

    Raises
    ------
    PlacementError
        If a string is not there, or a content string is there more than once.
    """
    content = tuple(_only(text, paragraph, words) for words in attribution.content)
    cue = _nearest_each(text, paragraph, "cue", attribution.cue, content)
    source = _nearest_each(text, paragraph, "source", attribution.source, (*content, *cue))
    return Placed(source=source, cue=cue, content=content)


def _only(text: str, paragraph: Span, words: str) -> Span:
    places = _places(text, paragraph, words)
    if len(places) != 1:
        raise PlacementError("content", words, len(places))
    return places[0]


def _nearest_each(
    text: str, paragraph: Span, part: str, strings: Sequence[str], taken: tuple[Span, ...]
) -> tuple[Span, ...]:
    found: list[Span] = []
    for words in strings:
        places = _places(text, paragraph, words)
        free = [place for place in places if not any(overlap(place, t) for t in (*taken, *found))]
        if not free:
            raise PlacementError(part, words, len(places))
        found.append(min(free, key=lambda place: min(_gap(place, other) for other in taken)))
    return tuple(sorted(found))


def _places(text: str, paragraph: Span, words: str) -> list[Span]:
    start = r"\b" if words[0].isalnum() else ""
    end = r"\b" if words[-1].isalnum() else ""
    pattern = re.compile(f"{start}{re.escape(words)}{end}")
    return [match.span() for match in pattern.finditer(text, *paragraph)]


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def _gap(one: Span, other: Span) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)
