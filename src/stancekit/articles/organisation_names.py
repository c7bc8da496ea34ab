"""Capitalised names of organisations: where they begin and end, and what is none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from stancekit.articles.lexicon import all_words, word_groups

_WORDS: Final = word_groups("affiliations")
_ROLES: Final = word_groups("roles")
_TITLES: Final = word_groups("titles")
_CAPITAL: Final = r"[A-Z0-9][\w.&'\u2019/-]*"
_SMALL_INSIDE: Final = "of the|of|for the|for an?|for|on|and|in|the|de|&"
RUN: Final = (
    rf"{_CAPITAL}(?: (?:{_SMALL_INSIDE}) {_CAPITAL}| {_CAPITAL}"
    rf"|(?<=s) ['\u2019] {_CAPITAL}){{0,9}}"
)
"""A run of capitalised words, as a pattern."""
_HOUSED: Final = re.compile(rf" at (?:the )?(?:[a-z][\w-]* ){{0,3}}(?P<name>{RUN})")
_OWNED: Final = re.compile(rf" ?['\u2019]s? (?P<name>{RUN})")
_GOVERNED: Final = re.compile(r" (?:administration|campaign)\b")
_TAIL: Final = re.compile(r" (?:(?:sub)?committees?|department|ministry|union|party)\b")
_EVENT: Final = re.compile(rf" (?:{'|'.join(sorted(_WORDS['events'] | _WORDS['not bodies']))})\b")
_BASED: Final = re.compile(r"\A(?:\S+ ){0,3}?\S+-based(?: |\Z)")
_IN: Final = re.compile(r" in (?:the )?(?=[^ ]+(?: [^ ]+){0,3}\Z)")
_ADJECTIVE: Final = re.compile(r"[A-Z][a-z]+(?:al|ish|ite|ese|ed|ly|ior|ive|ous)\Z")
_ABBREVIATED: Final = re.compile(r"[A-Z][\w&]*[A-Z]")
_PLACES_OF_WORK: Final = frozenset(
    word.lower() for word in _ROLES["think tank"] | _ROLES["academy"]
)
_BODIES: Final = (
    word_groups("organisations")["words"]
    | word_groups("organisations")["government"]
    | _PLACES_OF_WORK
    | _WORDS["bodies"]
) - (_WORDS["events"] | _WORDS["crowds"])
_NATIONALITIES: Final = word_groups("places")["nationalities"] | _WORDS["nationalities"]
_PLACES: Final = all_words("places") | _WORDS["nationalities"]
_NOT_ALONE: Final = (
    frozenset().union(*word_groups("function_words").values())
    | all_words("titles")
    | _PLACES
    | all_words("calendar")
    | all_words("roles")
)
_FIELDS: Final = frozenset(
    {"national", "foreign", "trade", "press", "affairs", "special", "security"}
)
_JOINTS: Final = frozenset({"of", "for", "on"})
_NAMESAKES: Final = frozenset({"Women", "Men", "Children", "People", "King", "Queen", "Farmers"})
_SMALL: Final = frozenset({"of", "for", "the", "and", "on", "in"})
_OFFICES: Final = (
    (_TITLES["office"] | _WORDS["titles"])
    - (_TITLES["departments"] | _FIELDS | _BODIES)
    - {"lead", "top", "first", "late", "economy", "labor", "crown", "saint"}
)
_PERSONS: Final = _TITLES["courtesy"] | _WORDS["titles"]
_OPENINGS: Final = (
    word_groups("function_words")["determiner"]
    | word_groups("function_words")["opening adjective"]
    | word_groups("places")["numbers"]
    | _WORDS["before bodies"]
)


def organisation(name: str, following: str, *, opens: bool = False) -> str | None:
    """Give the organisation that a run of capitalised words names; ``None`` where it names none.

    Words in `following`, right behind it, may tell the larger body it belongs to, or that it is
    none. `opens` tells a run at the head of a phrase, which may be the head of a sentence.

    Examples
    --------
    >>> organisation("Ferries Program", " at the Harbour Institute")
    'Harbour Institute'
    >>> organisation("White House Chief of Staff", ""), organisation("Albrook", " summit")
    ('White House', None)
    """
    owned = _OWNED.match(following)
    if owned is not None and _is_half(name):
        return name + owned.group().replace(" ", "", 1)
    larger = _HOUSED.match(following) or owned
    if larger is not None and not _is_whole(name):
        housing = _trimmed(larger["name"])
        if _ends_in_body(housing) and _is_organisation(housing):
            return housing
    if _EVENT.match(following) is not None:
        return None
    own = _trimmed(name)
    if governed(following):
        governs = own and " and " not in own and not _is_crowd(own)
        return f"{own} {following.split()[0]}" if governs else None
    tail = _TAIL.match(following)
    if tail is not None and own == name and own and not _is_crowd(own):
        return own + tail.group()
    return own if _is_organisation(own, opens=opens) else None


def governed(following: str) -> bool:
    """Tell "administration" or "campaign" behind the name of who leads it."""
    return _GOVERNED.match(following) is not None


def is_body(name: str) -> bool:
    """Tell a name that says it is an organisation's: "Harbour Council", "Council of Harbours"."""
    return any(word in _BODIES for word in _heads(name))


def _heads(name: str) -> list[str]:
    """Give the words of a name that say what it is: its last and those before "of" or "for"."""
    words = name.lower().split()
    return words[-1:] + [words[i - 1] for i, word in enumerate(words) if i and word in _JOINTS]


def is_workplace(name: str) -> bool:
    """Tell the name of a university or a think tank."""
    return any(word in _PLACES_OF_WORK for word in _heads(name))


def _is_half(name: str) -> bool:
    """Tell "Ferrow Women" and "St Oduya" before "'s College" from whoever owns a part."""
    words = name.split()
    return words[-1] in _NAMESAKES or bool({"St", "St.", "Saint"} & set(words))


def _is_whole(name: str) -> bool:
    """Tell a body that owns its parts, as a university does, from a programme."""
    return name.split()[-1].lower() in ("university", "college") or name.isupper()


def _trimmed(name: str) -> str:
    """Leave out articles, adjectives and titles around a name, its place, and a second name."""
    name = re.sub(r"\s*(?:['\u2019]s?|[.,])\Z", "", name)
    name = _one_of_two(_BASED.sub("", name))
    words = name.split()
    while words and _opens(words):
        words = words[1:]
    whole = is_body(" ".join(words))
    while whole and len(words) > 1 and words[-1].lower() in _WORDS["chairs"]:
        words = words[:-1]
    if not is_body(" ".join(words)) or words[0].lower() in _OFFICES:
        words = list(takewhile(lambda word: word.lower().rstrip(".") not in _OFFICES, words))
        while words and len(words) < len(name.split()) and _is_field(words[-1]):
            words = words[:-1]
    while words and words[0].lower() in ("of", "for", "the", "and", "in", "on"):
        words = words[1:]
    trimmed = " ".join(words)
    place = _IN.search(trimmed)
    if place is not None and not _ends_in_body(trimmed):
        trimmed = trimmed[: place.start()]
    return re.sub(r" on (?:\S+)\Z", "", trimmed) if _is_dated(words) else trimmed


def _opens(words: Sequence[str]) -> bool:
    """Tell an article, an adjective or a number before an organisation's own first word."""
    first = words[0]
    if first.lower() in _OPENINGS or first.startswith(("Then-", "Ex-")):
        return True
    return first.isdigit() and words[1:2] != [] and words[1].lower() in _NATIONALITIES | _BODIES


def _is_field(word: str) -> bool:
    """Tell what may stand before an office's last word: "National Security", "Deputy", "of"."""
    lower = word.lower().rstrip(".")
    field = lower in _FIELDS or lower not in _BODIES
    return field and (lower in _TITLES["office"] or lower in _SMALL)


def _is_dated(words: list[str]) -> bool:
    return len(words) > 2 and words[-2] == "on" and words[-1].lower() in all_words("calendar")


def _one_of_two(name: str) -> str:
    """Keep the first of "Harbour Institute and Ferrow University", which are two bodies."""
    first, joint, second = name.partition(" and ")
    two = joint and (_ends_in_body(second) or _holds_title(second))
    return first if two and (_ends_in_body(first) or _holds_title(second)) else name


def _holds_title(name: str) -> bool:
    return any(word.lower().rstrip(".") in _PERSONS for word in name.split())


def _ends_in_body(name: str) -> bool:
    return " " in name and name.split(" ")[-1].lower() in _BODIES


def _is_crowd(name: str) -> bool:
    """Tell a party's people, a nation's, or a place."""
    words = name.lower().split()
    crowds = _WORDS["crowds"]
    if " ".join(words) in crowds or words[-1] in crowds:
        return True
    if words[0] in crowds and words[1] in _SMALL:  # "Republicans in Congress"
        return True
    parts = re.split(r"[ -]", name.lower())
    return all(part in _PLACES or f"{part}." in _PLACES for part in parts)


def _is_organisation(name: str, *, opens: bool = False) -> bool:
    """Tell an organisation from a place, a number, a title, an event or a person with a title."""
    words = name.lower().split()
    if not words or not re.search(r"[^\W\d_]", name):
        return False
    if len(words) > 1 and is_body(name):
        return not _is_crowd(name)
    if words[-1] in _WORDS["events"]:
        return False
    if _is_crowd(name) or any(word in all_words("calendar") for word in words):
        return False
    if len(words) == 1 and words[0] in _WORDS["bodies"]:
        return True
    if _holds_title(name):
        return False
    if opens and len(words) == 1 and _ADJECTIVE.match(name) and not _ABBREVIATED.match(name):
        return False
    if words[-1] in _NATIONALITIES or words[-1].endswith(("-trained", "-born")):
        return False
    if words[0] in _TITLES["departments"] and len(words) > 1:  # "Secretary of State Ines Oduya"
        return False
    return not all({word, f"{word}.", word.removesuffix("s")} & _NOT_ALONE for word in words)
