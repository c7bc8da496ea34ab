"""A speaker as the article tells them: from a name, a noun or an organisation."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace
from typing import Final

from stancekit.articles.affiliations import affiliation_of
from stancekit.articles.lexicon import word_groups
from stancekit.articles.mentions import Mention
from stancekit.articles.names import is_place, is_role_noun, is_time
from stancekit.articles.person import Person
from stancekit.articles.roles import role_of
from stancekit.records import Evidence, Explanation, Naming, Role, Speaker

_DOCUMENTS: Final = word_groups("documents")
_MEDIA: Final = word_groups("organisations")["media"]
_GOVERNMENT: Final = word_groups("organisations")["government"]
_OF_MANY_STATES: Final = word_groups("organisations")["of many states"]
_NATIONALITIES: Final = word_groups("places")["nationalities"]
_BODIES: Final = word_groups("roles")["institution"] | {"community", "public", "majority", "team"}
_COUNTRIES: Final = word_groups("places")["countries of two words"]
_PARTIES: Final = frozenset({"labour", "labor"})
_MONTHS: Final = word_groups("calendar")["months"]
_NAMES: Final = word_groups("calendar")["people's months"]
_OF_ONE: Final = frozenset({"a", "an", "one", "another", "this", "that"})
_SHOWN_BY_THINGS: Final = frozenset({"show", "state", "think", "speak of", "judge"})
_ABSTRACT_ENDINGS: Final = ("tion", "sion", "ment", "ness", "ity", "ism", "ship", "ance", "ence")
_LONGEST_SHORT_FORM: Final = 4
_PRESS: Final = frozenset({"press", "news"})
_STATES: Final = frozenset(
    {"government", "ministry", "department", "intelligence", "pentagon", "kremlin", "treasury"}
)
_UNNAMED: Final = {"unnamed_group": "unnamed group", "unnamed_individual": "unnamed individual"}
_OF_DOCUMENTS: Final = frozenset({"expert", "official", "media"})


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
    why = _shown(speaker, "the name as it stands; the article has no fuller one", said, paragraph)
    return Told(speaker, ("name", name), 0.7, why)


def _shown(speaker: Speaker, reason: str, said: str, paragraph: int) -> Explanation:
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


def told_organisation(mention: Mention, paragraph: int) -> Told:
    """Give an organisation, a medium, a government or a country.

    A nationality alone names nobody, and no more does a day or a place in the capitals of a
    dateline; a month alone is somebody's name or nobody's.
    """
    name = " ".join(mention.name)
    head = mention.head.lower()
    if head.removesuffix("s") in _NATIONALITIES - _PARTIES:
        naming: Naming = "unnamed_individual" if mention.determiner in _OF_ONE else "unnamed_group"
        why = Explanation(f"{_UNNAMED[naming]}: a nationality names nobody")
        return Told(Speaker(None, None, "unknown", naming), ("group", name.lower()), 0.6, why)
    no_name = f"{name!r} is a day, a month or a place, not a speaker"
    if is_time(head) or (_is_in_capitals(mention.head) and is_place(mention.name)):
        return told_nobody(("time or place", head), no_name)
    if head in _MONTHS and len(mention.name) == 1:
        named = head in _NAMES and not mention.determiner
        if named:
            return told_name(mention, paragraph)
        return told_nobody(("time or place", head), no_name)
    if is_place(mention.name) or name.lower().removeprefix("the ") in _COUNTRIES:
        why = Explanation("a place, which speaks for its government", Evidence(name, paragraph))
        return Told(Speaker(name, None, "official", "named"), ("name", name), 0.6, why)
    words = {word.lower() for word in mention.name}
    role: Role = "institution"
    if words & _GOVERNMENT and not words & _OF_MANY_STATES and not words & _PRESS:
        role = "official"
    elif words & _MEDIA or role_of(f"{mention.before} {name}") == "media":
        role = "media"
    why = Explanation("organisation", Evidence(_with_what_precedes(mention), paragraph))
    return Told(Speaker(name, None, role, "named"), ("name", name), 0.8, why)


def _with_what_precedes(mention: Mention) -> str:
    """Give an organisation's name behind the words before it, its own first words once."""
    before = mention.before.split()
    while before and before[-1] in mention.name:
        before.pop()
    return " ".join((*before, *mention.name))


def _is_in_capitals(word: str) -> bool:
    return len(word) > _LONGEST_SHORT_FORM and word.isalpha() and word.isupper()


def told_noun(mention: Mention, kind: str, paragraph: int) -> Told | None:
    """Give who a common noun means; ``None`` for a thing that speaks only in the author's mind."""
    head = mention.head
    if {head, head.removesuffix("s")} & _DOCUMENTS["documents"]:
        return _told_document(mention, paragraph)
    if is_thing(mention, kind):
        return None
    before = mention.before[:1].lower() + mention.before[1:]  # "Residents say" opens a sentence
    role = role_of(f"{before} ; {mention.after}")
    if role == "institution" and role_of(head) == "public":
        role = "public"  # "farmers on the southern bank": what they are comes before where
    government = head in _GOVERNMENT or head.removesuffix("ies") + "y" in _GOVERNMENT
    if government and role in ("institution", "unknown"):
        role = "official"
    affiliation = affiliation_of(mention.before, mention.after)
    body = government or role in ("institution", "media") or head in _BODIES
    naming: Naming = "unnamed_group" if body or mention.is_plural else "unnamed_individual"
    speaker = Speaker(None, affiliation, role, naming)
    why = _shown(speaker, _UNNAMED[naming], f"{mention.before} ; {mention.after}", paragraph)
    if mention.is_plural:
        return Told(speaker, ("group", mention.before.lower()), 0.8, why)
    return Told(speaker, ("noun", mention.before.lower()), 0.6, why)


def is_thing(mention: Mention, kind: str) -> bool:
    """Tell what shows something in the author's mind: "the move shows", "History shows"."""
    head = mention.head.lower()
    if head == "there":
        return True
    noun = head.removesuffix("s")
    abstract = noun in _DOCUMENTS["abstract"] or _is_abstract(noun)
    shows = mention.kind == "noun" or kind in _SHOWN_BY_THINGS
    return abstract and len(mention.name) < 2 and shows


def _is_abstract(noun: str) -> bool:
    """Tell "shipment" and "negotiation" from "government" and "delegation" by their endings."""
    return (
        noun.endswith(_ABSTRACT_ENDINGS)
        and noun not in _DOCUMENTS["people in -ion and the like"]
        and noun not in _BODIES
        and not is_role_noun(noun)
    )


def _told_document(mention: Mention, paragraph: int) -> Told:
    said = f"{mention.before} ; {mention.after}"
    shown = role_of(said)
    words = {word.lower() for word in mention.before.split()}
    state: Role = "official" if words & _STATES else "institution"
    role = shown if shown in _OF_DOCUMENTS else state
    affiliation = affiliation_of("", f"{mention.before} {mention.after}")
    speaker = Speaker(None, affiliation, role, "document")
    why = _shown(speaker, "document", said, paragraph)
    return Told(speaker, ("document", mention.before.lower()), 0.7, why)
