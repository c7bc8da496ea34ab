"""Noun phrases left or right of a token: who stands before or behind a verb.

A phrase is a pair of token indices, end exclusive. What stands between commas after its head (an
apposition, an age, a relative clause) is told apart, since it describes the speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from stancekit.articles.appositions import end_of_description, is_description
from stancekit.articles.modifiers import described_noun
from stancekit.articles.names import is_organisation, is_place_word, is_title
from stancekit.articles.phrase_edges import IsVerb, before_time, left_edge, right_edge
from stancekit.articles.tokens import Token

_JOINING: Final = frozenset({"of", "at", "for"})
_PAIRS: Final = frozenset({",", "\u2014", "\u2013", "--", "-"})
_WHO: Final = frozenset({"who", "that"})
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
    if sentence[end - 1].tag == "mark" and end > 1:
        return _described_phrase(sentence, end, is_verb)
    phrase = _phrase(sentence, before_time(sentence, end, is_verb), end, is_verb)
    named = None if phrase is None else _name_before(sentence, phrase)
    return phrase if named is None else Phrase(*named, end)


def _name_before(sentence: Sequence[Token], phrase: Phrase) -> tuple[int, int] | None:
    """Give the name in "Colm Farraday, a researcher at the Forum said", whose comma is missing."""
    end = phrase.start - 1
    if not _describes_itself(sentence, phrase) or sentence[phrase.start].tag == "number":
        return None
    start = end
    while start > 0 and sentence[start - 1].tag == "name":
        start -= 1
    opens = start == 0 or sentence[start - 1].tag in ("mark", "quotation")
    person = end - start > 1 and not is_organisation(sentence[start:end])
    return (start, end) if opens and person else None


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
        if mark and sentence[mark - 1].text == ")":
            inner = _described_phrase(sentence, mark, is_verb)
            return None if inner is None else Phrase(inner.start, inner.end, end)
        phrase = _behind_who(sentence, _phrase(sentence, mark, end, is_verb), end, is_verb)
        if (
            phrase is not None
            and not _describes_itself(sentence, phrase)
            and not _is_relative(sentence, phrase)
        ):
            return phrase
        stop = mark
    return None


def _phrase(sentence: Sequence[Token], end: int, full_end: int, is_verb: IsVerb) -> Phrase | None:
    start = left_edge(sentence, end, is_verb) if end > 0 else None
    if start is None:
        return None
    noun = described_noun(sentence, start, is_verb)
    whole = None if noun is None else left_edge(sentence, noun, is_verb)
    if noun is not None and whole is not None:
        return Phrase(whole, noun, full_end)
    return Phrase(start, end, full_end)


def _behind_who(
    sentence: Sequence[Token], phrase: Phrase | None, full_end: int, is_verb: IsVerb
) -> Phrase | None:
    """Give the noun of a phrase that is part of its clause: "a panel that monitors the ban,"."""
    if phrase is None or phrase.start < 2 or sentence[phrase.start - 1].lower not in _WHO:
        return phrase
    if not sentence[phrase.start - 2].is_nounish:
        return phrase
    return _phrase(sentence, phrase.start - 1, full_end, is_verb)


def _describes_itself(sentence: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase is itself a description: ", 45, a fellow at the Hangang Forum,"."""
    if phrase.start == 0 or sentence[phrase.start - 1].text != ",":
        return False
    first = sentence[phrase.start]
    if first.tag == "number" or first.lower in ("a", "an"):
        return True
    named = sentence[phrase.start - 2]
    if first.tag != "word" or named.tag != "name" or is_place_word(named.lower):
        return False
    words = sentence[phrase.start : phrase.end]
    joint = next((i for i, word in enumerate(words) if word.lower in _JOINING), 0)
    return joint > 0 and is_title(words[joint - 1].lower)


def _is_relative(sentence: Sequence[Token], phrase: Phrase) -> bool:
    """Tell whether a phrase is part of what "who" opens: ", who teaches in Ferrow, Harborton,"."""
    for i in range(phrase.start - 1, 0, -1):
        if sentence[i].tag == "mark":
            return False
        if sentence[i].tag == "relative":
            return sentence[i - 1].text == ","
    return False


def _mark_left(sentence: Sequence[Token], end: int, text: str) -> int | None:
    for i in range(end - 1, max(-1, end - _LONGEST_DESCRIPTION), -1):
        if sentence[i].text in (";", ":"):
            return None
        if sentence[i].text == text:
            return i
    return None
