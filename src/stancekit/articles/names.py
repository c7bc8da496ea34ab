"""Capitalised names: where the bare name begins, and whether it is a person's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from stancekit.articles.lexicon import all_words, word_groups
from stancekit.articles.roles import role_of
from stancekit.articles.tokens import Token

TITLES: Final = word_groups("titles")
_BEFORE_NAMES: Final = TITLES["courtesy"] | TITLES["office"]
_ORGANISATION_WORDS: Final = word_groups("organisations")["words"]
_NOT_IN_NAMES: Final = all_words("places") | all_words("calendar")
_CALENDAR: Final = word_groups("calendar")
_NEVER_SURNAMES: Final = _CALENDAR["days"] | _CALENDAR["moments"] | word_groups("places")["numbers"]
_MOST_WORDS: Final = 4096
"""Words whose kind is remembered: a stream of articles has ever new ones."""
_NEAR_OFFICE: Final = re.compile(r"\A(?:ex|then|vice|co)-|-(?:elect|designate)\Z")


def name_start(words: Sequence[Token], end: int) -> int:
    """Give where the run of capitalised words that ends at `end` begins, particles included."""
    start = end
    while start > 0 and _continues_left(words, start):
        start -= 1
    return start


def _continues_left(words: Sequence[Token], start: int) -> bool:
    if words[start - 1].tag == "name":
        return True
    before = start - 1
    while before > 0 and words[before].lower in TITLES["particles"]:
        before -= 1
    return before < start - 1 and words[before].tag == "name"


def bare_start(words: Sequence[Token], start: int, end: int) -> int:
    """Give where the bare name begins in a run: behind titles, trades, places and parties."""
    for i in range(end - 1, start - 1, -1):
        if i + 1 < end and is_office(words[i].lower) and not _is_generation(words[i + 1]):
            return i + 1
        if i + 2 < end and _tells_bearer(words[start : i + 1]):
            return i + 1
        if i + 2 < end and is_place_word(words[i].lower):
            return i + 1
    while start < end - 1 and is_place_word(words[start].lower):
        start += 1
    return start


def _is_generation(word: Token) -> bool:
    return word.lower.rstrip(".") in TITLES["generations"]


def _tells_bearer(words: Sequence[Token]) -> bool:
    """Tell "Historian" and "Fellow Tory" before a full name from the name's own first words."""
    if not is_bearer_noun(words[-1].lower):
        return False
    return all(_says_which(word.lower) for word in words[:-1])


def _says_which(word: str) -> bool:
    return is_title(word) or is_place_word(word) or is_bearer_noun(word)


@lru_cache(maxsize=_MOST_WORDS)
def is_bearer_noun(word: str) -> bool:
    """Tell a trade or a party that says what one person is; common family names are none."""
    roles = word_groups("roles")
    groups = ("expert", "spokesperson", "politician", "official", "media", "public")
    nouns = frozenset().union(*(roles[group] for group in groups)) | TITLES["party"]
    return word in nouns and word not in all_words("surnames")


def is_surname(words: Sequence[Token], index: int) -> bool:
    """Tell "May" in "Mrs May" and "President May" from the month, for the word at `index`."""
    if index == 0 or words[index].tag != "name" or words[index].lower in _NEVER_SURNAMES:
        return False
    before = words[index - 1].lower.rstrip(".")
    if before in TITLES["courtesy"]:
        return True
    return words[index].lower in _CALENDAR["months"] and is_office(before) and is_holder(before)


def may_be_surname(word: str) -> bool:
    """Tell a month or nationality, which some people are called, from a day, country or city."""
    lower = word.lower()
    return lower in _CALENDAR["months"] or lower in word_groups("places")["nationalities"]


def is_proper_name(token: Token) -> bool:
    """Tell a capitalised name from a word of the calendar."""
    return token.tag == "name" and token.lower not in all_words("calendar")


def is_time(word: str) -> bool:
    """Tell a day or a moment, which is nobody's name."""
    return word in _CALENDAR["days"] or word in _CALENDAR["moments"]


@lru_cache(maxsize=_MOST_WORDS)
def is_office(word: str) -> bool:
    """Tell whether a word is a title or a courtesy before names, singular or plural."""
    bare = _NEAR_OFFICE.sub("", word.rstrip("."))
    return bare in _BEFORE_NAMES or bare.removesuffix("s") in TITLES["office"]


@lru_cache(maxsize=_MOST_WORDS)
def is_title(word: str) -> bool:
    """Tell whether a word may stand right before a name to say what its bearer is."""
    return is_office(word) or role_of(word.rstrip(".")) != "unknown"


@lru_cache(maxsize=_MOST_WORDS)
def is_holder(word: str) -> bool:
    """Tell whether a word says what somebody is, not where."""
    return is_office(word) or role_of(word.rstrip(".")) not in ("unknown", "institution")


def is_place_word(word: str) -> bool:
    """Tell whether a word belongs to a country, capital, nationality or date."""
    return word in _NOT_IN_NAMES


def is_place(name: Sequence[str]) -> bool:
    """Tell whether a name is made of such words alone."""
    return bool(name) and all(is_place_word(word.lower()) for word in name)


def is_organisation(words: Sequence[Token]) -> bool:
    """Tell the capitalised name of an organisation, place or party from a person's."""
    # "Un" is a syllable of people's names, "UN" is none.
    keys = [word.lower.rstrip(".") for word in words if word.text != "Un"]
    if not _ORGANISATION_WORDS.isdisjoint(keys):
        return True
    if words and words[0].text[0].isdigit():
        return True
    if _NOT_IN_NAMES.issuperset([word.lower for word in words if word.text != "&"]):
        return True
    return len(words) == 1 and len(words[0].text) > 1 and words[0].text.isupper()


@lru_cache(maxsize=_MOST_WORDS)
def is_role_noun(word: str) -> bool:
    """Tell a capitalised noun ("Analysts", "the President", "Polls") from a name."""
    roles = word_groups("roles")
    nouns = frozenset().union(
        *(roles[group] for group in ("expert", "spokesperson", "politician", "official"))
    )
    nouns |= roles["media"] | roles["public"] | all_words("groups")
    nouns |= word_groups("documents")["documents"]
    return word in nouns or word.removesuffix("s") in nouns or word.removesuffix("es") in nouns
