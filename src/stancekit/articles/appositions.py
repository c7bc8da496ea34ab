"""Descriptions between commas: appositions, ages, relative clauses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stancekit.articles.lexicon import word_groups
from stancekit.articles.tokens import Token

_OPENING_TAGS: Final = frozenset({"relative", "determiner", "number", "word", "name"})
_OPENING_WORDS: Final = word_groups("function_words")["description"]
_MARKS: Final = frozenset({",", "\u2014", "\u2013", "--", "-"})
_STOPS: Final = frozenset({".", ";", ":"})
_NOT_IN_DESCRIPTIONS: Final = frozenset({"conjunction", "quotation", "subordinator", "preposition"})


def is_description(sentence: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a stretch between two marks describes what stands before it.

    A stretch with a verb of its own is a clause, unless a relative pronoun opens the way to it.
    """
    if start >= end:
        return False
    first = sentence[start]
    if first.tag != "relative" and _has_clause(sentence[start:end]):
        return False
    return first.tag in _OPENING_TAGS or first.lower in _OPENING_WORDS


def _has_clause(words: Sequence[Token]) -> bool:
    for before, word in zip((None, *words), words, strict=False):
        if before is not None and before.lower == "to":
            continue
        if word.tag == "relative" or word.lower in ("that", "whose"):
            return False
        if word.tag in ("auxiliary", "negation"):
            return True
    return False


def end_of_description(sentence: Sequence[Token], end: int) -> int:
    """Give where the description of a phrase that ends at `end` is over; `end` if there is none."""
    if end >= len(sentence) or sentence[end].text not in _MARKS:
        return end
    if not is_description(sentence, end + 1, _next_mark(sentence, end + 1)):
        return end
    i = end + 1
    while i < len(sentence) and sentence[i].tag != "quotation" and sentence[i].text not in _STOPS:
        if sentence[i].text == "," and _leaves(sentence, i + 1):
            break
        i += 1
    return i


def _next_mark(sentence: Sequence[Token], start: int) -> int:
    for i in range(start, len(sentence)):
        if sentence[i].tag == "mark":
            return i
    return len(sentence)


def _leaves(sentence: Sequence[Token], index: int) -> bool:
    """Tell whether a comma ends the description rather than going on with it."""
    if index >= len(sentence):
        return True
    following = sentence[index]
    return following.tag in _NOT_IN_DESCRIPTIONS or following.lower.endswith("ing")
