"""Whether two names are one Korean name in other letters: Cho Seong-min, Jo Sung Min, Sung-min Jo.

The spellings stand in ``lexicon/romanisation.txt``. What is found is a suggestion: two people may
well bear the two names.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from stancekit.articles.lexicon import word_groups

_INITIAL: Final = re.compile(r"[^\W\d_]\.")
_SAME_SOUND: Final = str.maketrans({"g": "k", "q": "k", "c": "k", "d": "t", "b": "p"})
_UNHEARD: Final = re.compile(r"ng|[aeiouyhwrln]+")
_FEWEST_LETTERS: Final = 2


class Reading(NamedTuple):
    """A name read as a family name and what is given, in small letters without marks."""

    family: str
    given: str


def plain_key(name: str) -> str:
    """Give the letters of a name, so that capitals, hyphens, blanks and accents do not count.

    Examples
    --------
    >>> plain_key("Baek Ro-eun") == plain_key("BAEK Roeun") == plain_key("Baek Ro Eun")
    True
    """
    return "".join(filter(str.isalnum, _folded(name)))


def readings(name: str) -> Iterator[Reading]:
    """Give the ways to read a name whose first or last word is a Korean family name.

    Examples
    --------
    >>> list(readings("Cho Seong-min"))
    [Reading(family='cho', given='seongmin')]
    """
    words = [plain_key(word) for word in name.split() if not _INITIAL.fullmatch(word)]
    if len(words) < _FEWEST_LETTERS:
        return
    ways = {Reading(words[0], "".join(words[1:])), Reading(words[-1], "".join(words[:-1]))}
    for way in sorted(ways):
        if way.family in _spellings("family names") and len(way.given) >= _FEWEST_LETTERS:
            yield way


def sound_key(reading: Reading) -> str:
    """Give what all spellings of one name share: its consonants, those that sound alike as one.

    Examples
    --------
    >>> sound_key(Reading("cho", "seongmin")) == sound_key(Reading("jo", "sungmin"))
    True
    """
    return f"{_consonants(reading.family)} {_consonants(reading.given)}"


def are_spellings(one: Reading, other: Reading) -> bool:
    """Tell two spellings of one name from two names.

    Examples
    --------
    >>> are_spellings(Reading("cho", "seongmin"), Reading("jo", "sungmin"))
    True
    >>> are_spellings(Reading("cho", "seongmin"), Reading("jo", "sangmin"))
    False
    """
    families = _spellings("family names")
    if one.family != other.family and other.family not in families.get(one.family, ()):
        return False
    return _sound_alike(one.given, other.given)


def _sound_alike(one: str, other: str) -> bool:
    """Walk both names at once, letter by letter or by two spellings of one syllable."""
    spellings = _spellings("syllables")
    waiting, seen = [(0, 0)], {(0, 0)}
    while waiting:
        i, k = waiting.pop()
        if i == len(one) and k == len(other):
            return True
        steps = [(i + 1, k + 1)] if one[i : i + 1] == other[k : k + 1] != "" else []
        for end in range(i + 1, min(i + _longest(), len(one)) + 1):
            steps += [
                (end, k + len(spelling))
                for spelling in spellings.get(one[i:end], ())
                if other.startswith(spelling, k)
            ]
        waiting += [step for step in steps if step not in seen]
        seen.update(steps)
    return False


def _consonants(letters: str) -> str:
    """Give the consonants of a name, without those that some spell and others do not."""
    heard = _UNHEARD.sub("", letters.replace("ch", "j")).translate(_SAME_SOUND)
    return re.sub(r"(.)\1+", r"\1", heard)


def _folded(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


@cache
def _spellings(group: str) -> Mapping[str, frozenset[str]]:
    """Map each spelling to the other spellings of what it may stand for."""
    others: dict[str, set[str]] = {}
    for entry in word_groups("romanisation")[group]:
        spellings = entry.split()
        for spelling in spellings:
            others.setdefault(spelling, set()).update(spellings)
    return {spelling: frozenset(found - {spelling}) for spelling, found in others.items()}


@cache
def _longest() -> int:
    return max(map(len, _spellings("syllables")))
