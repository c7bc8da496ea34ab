"""Sentences that say who somebody is: "Ines Oduya sat on the panel and now runs the Forum."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from stancekit.articles.lexicon import word_groups
from stancekit.articles.roles import role_of
from stancekit.articles.sightings import Sighting
from stancekit.articles.tokens import Token

_SUBJECTS: Final = frozenset({"he", "she"})
_VERBS: Final = word_groups("offices")["holding"] | word_groups("offices")["studying"]
_LIVES: Final = _VERBS | word_groups("offices")["living"]
_AT: Final = frozenset({"at", "with", "now", "in"})
_BEFORE_VERBS: Final = frozenset({"adverb", "auxiliary"})
_BEFORE_PREDICATES: Final = frozenset({"and", ",", ";", "he", "she"})
_STOPS: Final = frozenset({".", ";", ":", ",", "\u2014", "--"})
_LONGEST: Final = 30
_MOST_PREDICATES: Final = 6
_FEW: Final = 8


@dataclass(slots=True)
class Introductions:
    """Follows the sentences of a paragraph and gives what they say of whom they open with."""

    _named: Sequence[Sighting] = ()
    _subject: Sighting | None = None

    def read(self, named: Sequence[Sighting], sentence: Sequence[Token]) -> list[Sighting]:
        """Give what a sentence says of the person it is about; `named` are its own names."""
        told = introduction(self._named, sentence)
        self._named = named
        opened = _opening_name(named, sentence)
        if opened is not None:
            self._subject = opened
        elif not any(token.lower in _SUBJECTS for token in sentence[:_FEW]):
            self._subject = None
        found = [] if told is None else [told]
        return found if self._subject is None else [*found, *_lived(self._subject, sentence)]


def introduction(named: Sequence[Sighting], sentence: Sequence[Token]) -> Sighting | None:
    """Give what a sentence says of the only person whom the one before it names.

    ``None`` where the sentence does not open with "he" or "she" and a verb of being or holding.

    Examples
    --------
    >>> introduction([], [])
    """
    if len(named) != 1 or len(sentence) < 3 or sentence[0].lower not in _SUBJECTS:
        return None
    verb = next(i for i in range(1, len(sentence)) if _is_verb(sentence, i))
    if sentence[verb].lower not in _VERBS:
        return None
    stop = next((i for i in range(verb, len(sentence)) if sentence[i].text in _STOPS), None)
    said = " ".join(token.text for token in sentence[1 : min(stop or _LONGEST, _LONGEST)])
    return replace(named[0], before="", after=f"who {said}")


def _opening_name(named: Sequence[Sighting], sentence: Sequence[Token]) -> Sighting | None:
    """Give the name that a sentence opens with, past "In Harborton,"."""
    start = sentence[0].start
    if sentence[0].tag in ("preposition", "adverb"):
        comma = next((i for i, token in enumerate(sentence) if token.text == ","), None)
        start = sentence[comma + 1].start if comma is not None and sentence[comma + 1 :] else start
    return next((one for one in named if one.start == start), None)


def _lived(person: Sighting, sentence: Sequence[Token]) -> Iterator[Sighting]:
    """Give each predicate of a person that shows an expert: "is dean of", "now runs the Forum"."""
    begins = [i for i in range(1, len(sentence)) if _begins_predicate(sentence, i, person)]
    for begin in begins[:_MOST_PREDICATES]:
        stop = next(
            (i for i in range(begin, len(sentence)) if sentence[i].text in _STOPS), len(sentence)
        )
        said = " ".join(token.text for token in sentence[begin : min(stop, begin + _LONGEST)])
        if role_of(f"who {said}") == "expert":
            yield replace(person, before="", after=f"who {said}")


def _begins_predicate(sentence: Sequence[Token], index: int, person: Sighting) -> bool:
    """Tell a verb of the person's life right behind the name, a pronoun or what joins verbs."""
    if sentence[index].lower not in _LIVES:
        return False
    first = index
    while first > 1 and sentence[first - 1].tag in _BEFORE_VERBS:
        first -= 1
    before, behind = sentence[first - 1], sentence[index + 1 : index + 3]
    if before.end != person.end and before.lower not in _BEFORE_PREDICATES:
        return False
    if sentence[index].lower == "was" and behind:  # a guest was at the university, too
        return behind[0].lower not in _AT
    return True


def _is_verb(sentence: Sequence[Token], index: int) -> bool:
    last = index + 1 == len(sentence)
    return last or sentence[index].lower in _VERBS or sentence[index].tag not in _BEFORE_VERBS
