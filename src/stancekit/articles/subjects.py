"""Whose verb it is where a subject stands far from it: behind "and", "who" or a description."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stancekit.articles.tokens import Token

_COMPANY: Final = frozenset({"alongside", "beside", "with"})
_SUBORDINATORS: Final = frozenset({"after", "when", "while", "because", "before", "since", "until"})
_BETWEEN: Final = frozenset({"adverb", "auxiliary"})
_OPENS_DESCRIPTION: Final = frozenset({"of", "from", "a", "an", "the"})
_IN_DESCRIPTIONS: Final = frozenset(
    {"name", "word", "determiner", "number", "possessive", "conjunction", "preposition"}
)
_BEHIND_PARTICIPLES: Final = frozenset({"name", "determiner", "preposition", "pronoun"})
_BE: Final = frozenset({"is", "are", "was", "were"})
_SENDS: Final = frozenset({"sent", "wrote", "gave", "made", "held", "put", "took"})
_LONGEST: Final = 30


def is_company(tokens: Sequence[Token], start: int) -> bool:
    """Tell "and alongside Mr. Pell" before a verb: whom somebody stands with does not speak."""
    company = start if tokens[start].lower in _COMPANY else start - 1
    if company < 1 or tokens[company].lower not in _COMPANY:
        return False
    return tokens[company - 1].tag == "conjunction"


def behind_joined_adverb(tokens: Sequence[Token], first: int) -> int:
    """Give where "openly and repeatedly" begins before a verb, whose subject stands left of it."""
    joined = first > 2 and tokens[first - 1].lower == "and" and tokens[first - 2].tag == "adverb"
    return first - 2 if joined and tokens[first].tag == "adverb" else first


def relative_before(tokens: Sequence[Token], verb: int) -> int | None:
    """Give the "who" of "who led the ministry and said": both verbs are its own."""
    if verb < 3 or tokens[verb - 1].lower not in ("and", "but"):
        return None
    for i in range(verb - 2, max(0, verb - _LONGEST), -1):
        year = tokens[i].tag == "subordinator" and tokens[i + 1].tag == "number"
        if tokens[i].tag in ("mark", "quotation", "subordinator") and not year:
            return None
        if tokens[i].tag == "relative":
            return i if tokens[i].lower == "who" else None
    return None


def inner_subject(tokens: Sequence[Token], since: int, verb: int) -> tuple[int, int] | None:
    """Give the subject of "after Mr. Pell stepped in and offered a deal": a name or pronoun.

    `since` is where the clause before ends. A comma closes the inner clause, so that what is
    joined behind it goes on with the outer one.
    """
    if verb < 2 or tokens[verb - 1].lower != "and":
        return None
    for i in range(verb - 2, max(since - 1, verb - _LONGEST), -1):
        if tokens[i].tag in ("mark", "quotation"):
            return None
        if tokens[i].lower in _SUBORDINATORS:
            end = _verb_behind(tokens, i + 1, verb - 1)
            return None if end is None else (i + 1, end)
    return None


def _verb_behind(tokens: Sequence[Token], start: int, stop: int) -> int | None:
    """Give where the verb begins behind a name: "Mr. Pell stepped in", not "the stalled talks"."""
    for i in range(start + 1, stop):
        past = tokens[i].tag == "word" and tokens[i].lower.endswith("ed")
        if past or tokens[i].tag in _BETWEEN:
            return i if tokens[i - 1].tag in ("name", "pronoun") else None
    return None


def bearer(tokens: Sequence[Token], start: int) -> tuple[int, int] | None:
    """Give whom a phrase describes: "Ines Oduya, a veteran who", "Ines Oduya, of Ferrow who".

    `start` is where the phrase begins. A place or a description is not who "who" stands for.
    """
    comma = start - 1
    while comma > max(0, start - _LONGEST) and tokens[comma].tag in _IN_DESCRIPTIONS:
        comma -= 1
    if comma < 1 or tokens[comma].text != "," or tokens[comma - 1].tag != "name":
        return None
    if tokens[comma + 1].lower not in _OPENS_DESCRIPTION:
        return None
    begin = comma
    while begin > 0 and tokens[begin - 1].tag == "name":
        begin -= 1
    introduces = begin == 1 and tokens[0].tag == "preposition"  # "In Ferrow, the news"
    return None if introduces else (begin, comma)


def opens_with_participle(tokens: Sequence[Token]) -> bool:
    """Tell "Using Ferrow Square, " and "Looking tired, she" from a subject in -ing."""
    if len(tokens) < 3 or not tokens[0].lower.endswith("ing") or len(tokens[0].text) < 5:
        return False
    comma = next((i for i, token in enumerate(tokens[:_LONGEST]) if token.text == ","), 0)
    if comma < 2 or comma + 1 >= len(tokens):
        return False
    somebody = tokens[comma + 1].tag in ("name", "pronoun")
    return tokens[1].tag in _BEHIND_PARTICIPLES or (tokens[1].tag == "word" and somebody)


def is_among(tokens: Sequence[Token], start: int) -> bool:
    """Tell "was among the envoys warning of it": who was among them speaks."""
    among = start > 1 and tokens[start - 1].lower == "among"
    return among and tokens[start - 2].lower in _BE


def acting_name(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Give where the name ends in "Oduya posted a message calling": its own verb follows it."""
    i = start
    while i < end and tokens[i].tag == "name":
        i += 1
    if i == start or i + 1 >= end or tokens[i].tag != "word":
        return None
    past = tokens[i].lower.endswith("ed") or tokens[i].lower in _SENDS
    return i if past and tokens[i + 1].tag == "determiner" else None
