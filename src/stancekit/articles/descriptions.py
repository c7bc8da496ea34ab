"""Whose title a description repeats: "the Mexican president", "the congresswoman", "the doctor".

A title fits where its noun says the same and nothing in the description speaks against it: another
country, another house, an office that is over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import Final

from stancekit.articles.lexicon import all_words, word_groups
from stancekit.articles.names import TITLES
from stancekit.articles.offices import is_former

_WORDS: Final = word_groups("descriptions")
_QUALIFYING: Final = _WORDS["qualifying"]
_QUALIFIED: Final = _WORDS["qualified"]
_PLACES: Final = all_words("places") - word_groups("places")["numbers"]
_HOME: Final = {word.rstrip(".") for word in _WORDS["home"]}
ONE_AT_A_TIME: Final = _WORDS["of states"]
"""Offices whose holder a bare noun means however long ago they were named."""
VAGUE: Final = _WORDS["vague"]
BODIES: Final = (
    word_groups("organisations")["government"]
    | (word_groups("roles")["institution"] - {"chairman", "chairwoman", "chair", "ceo", "chief"})
    | {"newspaper", "paper", "agency", "magazine", "network", "outlet", "website", "institute"}
) - {"executive", "founder", "manager", "activist", "lobbyist", "organizer", "advocate"}
_ENDS_TITLE: Final = frozenset(
    {"of", "for", "to", "at", "in", "on", "with", "from", "by", "who", "and", ",", ";", "under"}
    | {"that", "whose", "until"}
)
_OPENS_APPOSITION: Final = frozenset({"a", "an", "the", "one"})
_WORD: Final = re.compile(r"[\w.'\u2019-]+")
_ALIKE: Final = 4
_LONGEST: Final = 24


def titles(before: str, after: str) -> Iterator[str]:
    """Give the titles in the words around a name: what precedes it, an apposition behind it."""
    if before and head(before):
        yield before
    first = after.partition(" ")[0].lower()
    if first in _OPENS_APPOSITION or (after[:1].isupper() and head(after)):
        yield after


@lru_cache(maxsize=4096)
def head(title: str) -> str:
    """Give the noun of a title: "minister" in "the foreign minister of Ferrow"."""
    last = ""
    for word in _WORD.findall(title)[:_LONGEST]:
        lower = word.lower().rstrip(".")
        if lower in _ENDS_TITLE:
            break
        last = lower
    return last.split("-")[0] if last[:2] in ("d-", "r-", "i-") else last


@cache
def _same() -> dict[str, frozenset[str]]:
    known: dict[str, set[str]] = {}
    for entry in _WORDS["same"]:
        words = entry.split()
        for word in words:
            known.setdefault(word, set()).update(words if word == words[0] else (words[0], word))
    return {word: frozenset(same) for word, same in known.items()}


def kindred(noun: str) -> frozenset[str]:
    """Give the nouns of titles that a noun in a description may repeat, itself included."""
    return _same().get(noun, frozenset()) | {noun}


def fits_title(description: str, noun: str, title: str) -> bool:
    """Tell whether a description with a noun may mean the bearer of a title.

    Examples
    --------
    >>> fits_title("the Mexican president", "president", "President of Mexico")
    True
    >>> fits_title("the Mexican president", "president", "President")
    False
    """
    if head(title) not in kindred(noun):
        return False
    said, borne = _words(description), _words(title)
    if is_former(title) and not is_former(description) and noun not in TITLES["rank"]:
        return False
    if _QUALIFYING & borne - said:
        return False
    if noun == "minister" and "prime" in borne - said:
        return False
    return all(_repeats(word, borne) for word in said - {noun} if _must_repeat(word))


def is_elsewhere(description: str, said_of: str) -> bool:
    """Tell a description whose country or party is none that is told of somebody."""
    known = _words(said_of)
    return any(not _repeats(word, known) for word in _words(description) if _is_place(word))


def names_place(text: str) -> bool:
    """Tell whether a title or description says of which country or city it is."""
    return any(_is_place(word) for word in _words(text))


def is_foreign(title: str) -> bool:
    """Tell a title with a country whose press would not leave the country out.

    Most English news says "the president" of the American one without more.
    """
    places = {word for word in _words(title) if _is_place(word)}
    return any(not _repeats(word, _HOME) for word in places)


def _words(text: str) -> set[str]:
    return {word.lower().rstrip(".") for word in _WORD.findall(text)} - {"the", "this", "that"}


def _must_repeat(word: str) -> bool:
    return word in _QUALIFIED or _is_place(word)


def _is_place(word: str) -> bool:
    return word in _PLACES or f"{word}." in _PLACES


def _repeats(word: str, words: Iterable[str]) -> bool:
    return any(_is_same(word, other) for other in words)


def _is_same(word: str, other: str) -> bool:
    if word == other or any({word, other} <= same for same in _demonyms()):
        return True
    return len(word) > _ALIKE <= len(other) and word[:_ALIKE] == other[:_ALIKE]


@cache
def _demonyms() -> Sequence[frozenset[str]]:
    return [frozenset(entry.split()) for entry in _WORDS["demonyms"]]
