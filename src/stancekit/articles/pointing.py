"""Whom "the professor" or "the ministry" points at: who was so described, or the last to speak."""

from __future__ import annotations

import re
from typing import Final

from stancekit.articles.descriptions import BODIES, head, is_elsewhere
from stancekit.articles.discourse import LONG_AGO, Discourse
from stancekit.articles.mentions import Mention
from stancekit.articles.names import is_role_noun
from stancekit.articles.person import Person
from stancekit.articles.pronouns import distinct, is_somebody_unnamed
from stancekit.articles.roles import role_of
from stancekit.articles.title_bearers import nearest, who_bears
from stancekit.articles.told import Told, because, told_person
from stancekit.records import Evidence

_POINTING: Final = frozenset({"the", "this", "that", "his", "her", "their"})


def pointed_at(discourse: Discourse, mention: Mention, position: int) -> Told | None:
    """Give the one person near whom "the professor" describes, or the body that spoke last."""
    if mention.determiner not in _POINTING or mention.is_plural or not mention.head:
        return None
    if mention.head in BODIES:
        return _body_pointed_at(discourse, mention)
    same = _same_unnamed(discourse, mention)
    if same is not None:
        return same
    titled = who_bears(discourse, mention)
    if titled:
        person = nearest(discourse, titled, mention, position)
        told = f"{mention.before!r}: the one person near who bears that title"
        return None if person is None else told_person(person, 0.65, told)
    people = distinct(p for n, p in discourse.recent if discourse.paragraph - n <= LONG_AGO)
    meant = [person for person in people if _is_told_of(person, mention)]
    reason = "the one recent speaker so described"
    if not meant:
        meant = _undescribed(discourse, mention, position)
        reason = "the only person near of whom nothing else is said"
        for person in meant if len(meant) == 1 else ():
            person.role = "expert"
            person.role_from = Evidence(mention.before, discourse.paragraph)
    if len(meant) != 1:
        return None
    return told_person(meant[0], 0.6, f"{mention.before!r}: {reason}")


def _same_unnamed(discourse: Discourse, mention: Mention) -> Told | None:
    """Give the unnamed official who spoke last where "the official" may be nobody else."""
    last = discourse.last_individual_near
    if last is None or not is_somebody_unnamed(last) or head(str(_noun_of(last))) != mention.head:
        return None
    return because(last, f"{mention.before!r}: the unnamed speaker so called who spoke last")


def _body_pointed_at(discourse: Discourse, mention: Mention) -> Told | None:
    """Give the organisation that spoke last where "the ministry" may be it."""
    near = discourse.last_near
    if near is None or near.person is not None or near.speaker.name is None:
        return None
    named = near.speaker.name.lower().split()
    printed = near.speaker.role == "media" and role_of(mention.before) == "media"
    if not (printed or mention.head in named) or is_elsewhere(mention.before, near.speaker.name):
        return None
    return because(near, f"{mention.before!r}: {near.speaker.name}, which spoke last")


def _undescribed(discourse: Discourse, mention: Mention, position: int) -> list[Person]:
    """Give who may be "the retired colonel" where the text has not said yet what they are."""
    if role_of(mention.before) != "expert":
        return []
    named = [person for _, person in discourse.named_up_to(position)]
    near = discourse.last_individual_near
    if not named and near is not None and near.person is not None:
        named = [near.person]
    people = distinct(named)
    return people if all(_may_be_expert(person) for person in people) else []


def _noun_of(told: Told) -> object:
    return told.key[1] if isinstance(told.key, tuple) else ""


def _is_told_of(person: Person, mention: Mention) -> bool:
    """Tell whether a noun in small letters is a word of what is said of somebody."""
    noun, said = mention.head, person.description.lower()
    if not (is_role_noun(noun) or role_of(noun) != "unknown"):
        return False
    # A pattern for each noun takes longer to make than all texts take to search.
    if noun not in said or re.search(rf"\b{re.escape(noun)}\b", said) is None:
        return False
    return not is_elsewhere(mention.before, person.description)


def _may_be_expert(person: Person) -> bool:
    """Tell whether nothing but an organisation is said of somebody so far."""
    said = " ".join(word for word in person.description.split() if not word[0].isupper())
    return person.role in ("expert", "unknown") and role_of(said) == "unknown"
