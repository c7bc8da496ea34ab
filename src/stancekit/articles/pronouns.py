"""Whom "he" or "she" means: somebody who fits and whom nobody rivals, or nobody."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from stancekit.articles.person import Gender, Person
from stancekit.articles.told import Told

_MOST_BACK: Final = 40

Antecedent = tuple[Person | None, float, str]
_UNSURE: Final = 0.3


def antecedent(
    gender: Gender, spoke_here: Sequence[Told], named_here: Sequence[Person], before: Person | None
) -> Antecedent:
    """Give the person a pronoun means, how sure that is, and why it is them or nobody.

    Parameters
    ----------
    gender
        The pronoun. A person of unknown gender fits either; none is guessed from a name.
    spoke_here
        Who has spoken in this paragraph so far.
    named_here
        Who is named in this paragraph before the pronoun, outside what is being said.
    before
        Who spoke last in the paragraph before, if anybody did.
    """
    for told in reversed(spoke_here[-_MOST_BACK:]):
        if told.person is not None and fits(told.person, gender):
            return told.person, 0.85, "the last compatible speaker of this paragraph"
    if spoke_here and is_somebody_unnamed(spoke_here[-1]):
        return None, _UNSURE, "somebody unnamed spoke last"
    if before is not None and not fits(before, gender):
        before = None
    rivals = distinct(p for p in named_here if fits(p, gender))
    if not rivals and before is None:
        return None, _UNSURE, "nobody who fits spoke or is named near"
    if not rivals:
        return before, 0.8, "the last compatible speaker, in the paragraph before"
    if len(rivals) == 1:
        alone = before in (None, rivals[0])
        return rivals[0], 0.75 if alone else 0.6, "the only person named before it here who fits"
    if any(person is before for person in rivals):
        return before, 0.6, "of the people named before it here, the one who spoke before"
    return None, _UNSURE, f"{len(rivals)} people named before it here fit"


def is_somebody_unnamed(told: Told) -> bool:
    """Tell "a diplomat", whom a pronoun may mean, from an earlier pronoun that meant nobody."""
    described = isinstance(told.key, tuple) and told.key[0] == "noun"
    return described and told.speaker.naming == "unnamed_individual"


def fits(person: Person, gender: Gender) -> bool:
    """Tell whether nothing in the text speaks against a pronoun."""
    return person.gender in (None, gender)


def distinct(people: Iterable[Person]) -> list[Person]:
    """Give each person once, in the order of their first place."""
    return list({id(person): person for person in people}.values())
