"""Noun phrases left or right of a token: who stands before or behind a verb.

A phrase is a pair of token indices, end exclusive. What stands between commas after its head (an
apposition, an age, a relative clause) is told apart, since it describes the speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from stancekit.articles.appositions import end_of_description, is_description
from stancekit.articles.phrase_edges import IsVerb, before_time, left_edge, right_edge
from stancekit.articles.tokens import Token

_PAIRS: Final = frozenset({",", "\u2014", "\u2013", "--", "-"})
_MOST_DESCRIPTIONS: Final = 4
_LONGEST_DESCRIPTION: Final = 60


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase: `start` to `end` is its head, up to `full_end` what describes it."""

    start: int
    end: int
    full_end: int


def phrase_before(sentence: Sequence[Token], end: int, is_verb: IsVerb) -> Phrase | None:
    """Give the noun phrase that ends right before token `end`, its description included."""
    if end <= 0:
        return None
    if sentence[end - 1].tag == "mark":
        return _described_phrase(sentence, end, is_verb)
    return _phrase(sentence, before_time(sentence, end, is_verb), end, is_verb)


def phrase_after(sentence: Sequence[Token], start: int, is_verb: IsVerb) -> Phrase | None:
    """Give the noun phrase that begins at token `start`, with the description that follows it."""
    end = right_edge(sentence, start, is_verb)
    return None if end is None else Phrase(start, end, end_of_description(sentence, end))


def _described_phrase(sentence: Sequence[Token], end: int, is_verb: IsVerb) -> Phrase | None:
    """Go left over what stands between marks to the phrase it describes."""
    closing = sentence[end - 1].text
    if closing == ")":
        opening = _mark_left(sentence, end - 1, "(")
        return None if opening is None else _phrase(sentence, opening, end, is_verb)
    if closing not in _PAIRS:
        return None
    stop = end - 1
    for _ in range(_MOST_DESCRIPTIONS):
        mark = _mark_left(sentence, stop, closing)
        if mark is None or not is_description(sentence, mark + 1, stop):
            return None
        phrase = _phrase(sentence, mark, end, is_verb)
        if (
            phrase is not None
            and not _describes_itself(sentence, phrase)
            and not _is_relative(sentence, phrase)
        ):
            return phrase
        stop = mark
    return None


def _phrase(sentence: Sequence[Token], end: int, full_end: int, is_verb: IsVerb) -> Phrase | None:
    start = left_edge(sentence, end, is_verb)
    return None if start is None else Phrase(start, end, full_end)


def _describes_itself(sentence: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase is itself a description: ", 45, a fellow at the Hangang Forum,"."""
    if phrase.start == 0 or sentence[phrase.start - 1].text != ",":
        return False
    first = sentence[phrase.start]
    return first.tag == "number" or first.lower in ("a", "an")


def _is_relative(sentence: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase is what "who" opens: ", who teaches at Ferrow College, Harborton,"."""
    return (
        phrase.start > 1
        and sentence[phrase.start - 1].tag == "relative"
        and sentence[phrase.start - 2].text == ","
    )


def _mark_left(sentence: Sequence[Token], end: int, text: str) -> int | None:
    for i in range(end - 1, max(-1, end - _LONGEST_DESCRIPTION), -1):
        if sentence[i].text in (";", ":"):
            return None
        if sentence[i].text == text:
            return i
    return None
