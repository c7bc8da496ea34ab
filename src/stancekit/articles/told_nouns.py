"""A common noun as a speaker: people, a body, a document, or a thing that says nothing."""

from __future__ import annotations

from typing import Final

from stancekit.articles.affiliations import affiliation_of
from stancekit.articles.lexicon import word_groups
from stancekit.articles.mentions import Mention
from stancekit.articles.names import is_role_noun
from stancekit.articles.roles import role_of
from stancekit.articles.told import UNNAMED, Told, shown_by
from stancekit.records import Naming, Role, Speaker

_GOVERNMENT: Final = word_groups("organisations")["government"]
_DOCUMENTS: Final = word_groups("documents")
_BODIES: Final = word_groups("roles")["institution"] | {"community", "public", "majority", "team"}
_SHOWN_BY_THINGS: Final = frozenset({"show", "state", "think", "speak of", "judge"})
_ABSTRACT_ENDINGS: Final = ("tion", "sion", "ment", "ness", "ity", "ism", "ship", "ance", "ence")
_STATES: Final = frozenset(
    {"government", "ministry", "department", "intelligence", "pentagon", "kremlin", "treasury"}
)
_OF_DOCUMENTS: Final = frozenset({"expert", "official", "media"})


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
    why = shown_by(speaker, UNNAMED[naming], f"{mention.before} ; {mention.after}", paragraph)
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
    why = shown_by(speaker, "document", said, paragraph)
    return Told(speaker, ("document", mention.before.lower()), 0.7, why)
