"""A speaker as the article tells them: a person, a bare name or nobody, how sure, and why."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import Final

from stancekit.articles.affiliations import affiliation_of
from stancekit.articles.mentions import Mention
from stancekit.articles.person import Person
from stancekit.articles.roles import role_of
from stancekit.records import Evidence, Explanation, Naming, Speaker

UNNAMED: Final = {"unnamed_group": "unnamed group", "unnamed_individual": "unnamed individual"}
"""How an explanation calls who has no name."""


@dataclass(frozen=True, slots=True)
class Told:
    """A speaker, a key that tells them apart in the article, how sure that is, and why."""

    speaker: Speaker
    key: Hashable
    confidence: float
    why: Explanation
    person: Person | None = None


def because(told: Told, reason: str) -> Told:
    """Give a speaker again, told for another reason."""
    return replace(told, why=replace(told.why, speaker=reason))


def without_affiliation(told: Told) -> Told:
    """Give a speaker again whose affiliation turned out to be a person."""
    speaker = replace(told.speaker, affiliation=None)
    return replace(told, speaker=speaker, why=replace(told.why, affiliation=None))


def told_person(person: Person, confidence: float, reason: str) -> Told:
    """Give a person of the cast as a speaker."""
    speaker = Speaker(person.full_name, person.affiliation, person.role, "named")
    why = Explanation(reason, person.role_from, person.affiliation_from)
    return Told(speaker, id(person), confidence, why, person)


def told_name(mention: Mention, paragraph: int) -> Told:
    """Give somebody whom the cast does not know by the name that stands there."""
    name = " ".join(mention.name)
    said = f"{mention.before} ; {mention.after}"
    affiliation = affiliation_of(mention.before, mention.after)
    speaker = Speaker(name, affiliation, role_of(said), "named")
    why = shown_by(speaker, "the name as it stands; the article has no fuller one", said, paragraph)
    return Told(speaker, ("name", name), 0.7, why)


def shown_by(speaker: Speaker, reason: str, said: str, paragraph: int) -> Explanation:
    """Say why, with the words around a mention as what shows its role and affiliation."""
    seen = Evidence(said.strip(" ;"), paragraph)
    role = None if speaker.role == "unknown" else seen
    return Explanation(reason, role, None if speaker.affiliation is None else seen)


def told_nobody(key: Hashable, reason: str, naming: Naming = "unnamed_individual") -> Told:
    """Give a speaker who cannot be told, and why not.

    With `naming` "named" the text does name the speaker, but by a name that several people bear:
    the name stays ``None``, since either would be a guess. A surname that only one may bear is
    given as it stands, by `told_name`.
    """
    why = Explanation(f"unresolved: {reason}")
    return Told(Speaker(None, None, "unknown", naming), key, 0.3, why)
