"""Sentences that say who somebody is: "Ines Oduya is not worried. She's a fellow at the Forum."."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from stancekit.articles.lexicon import word_groups
from stancekit.articles.sightings import Sighting
from stancekit.articles.tokens import Token

_SUBJECTS: Final = frozenset({"he", "she"})
_VERBS: Final = word_groups("offices")["holding"] | word_groups("offices")["studying"]
_BEFORE_VERBS: Final = frozenset({"adverb", "auxiliary"})
_STOPS: Final = frozenset({".", ";", ":", ",", "\u2014", "--"})
_LONGEST: Final = 30


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


def _is_verb(sentence: Sequence[Token], index: int) -> bool:
    last = index + 1 == len(sentence)
    return last or sentence[index].lower in _VERBS or sentence[index].tag not in _BEFORE_VERBS
