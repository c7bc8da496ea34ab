"""What the words around a name tell of its bearer: role, affiliation and gender."""

from __future__ import annotations

import re
from typing import Final

from stancekit.articles.affiliations import CHAMBERS, affiliations_of
from stancekit.articles.descriptions_behind import GOVERNS
from stancekit.articles.lexicon import word_groups
from stancekit.articles.names import TITLES
from stancekit.articles.offices import is_former
from stancekit.articles.person import Person
from stancekit.articles.preceding_titles import OF_OFFICES, title_word
from stancekit.articles.roles import role_of
from stancekit.records import Evidence, Role

_RELATIVE: Final = re.compile(
    r"(?:who|whose) (?:(?:has|have|had|also|now|then|once|formerly|been|\w+ly) )*(?P<verb>\S+)"
)
_HOLDING: Final = word_groups("offices")["holding"]
_MOST_DESCRIPTION: Final = 1000
_MOST_PLACES: Final = 6


def _role_behind(after: str) -> Role:
    """Give the role that a description shows; what somebody did to an office shows none."""
    role, clause = role_of(after), _RELATIVE.match(after)
    if clause is None or role in ("expert", "public") or clause["verb"].lower() in _HOLDING:
        return role
    return "unknown"


def _holds_office(title: Role, before: str, after: str) -> bool:
    """Tell an office that is held now, or sought, of somebody who has held one before."""
    if title in OF_OFFICES:
        return not is_former(before)
    return role_of(after) == "politician" and not is_former(after)


def sits_there(person: Person, place: str) -> bool:
    """Tell a senator's house from that of a president who was one."""
    return person.role == "politician" or place not in CHAMBERS.values()


def affiliate(person: Person) -> None:
    """Take the first organisation that may be somebody's affiliation."""
    known = person.places[0] if person.places else (None, None)
    person.affiliation, person.affiliation_from = known


def describe(person: Person, before: str, after: str, paragraph: int) -> None:
    """Add what is said around a name: the first role shown stays, but an office held now wins."""
    said = f"{before} ; {after}"
    if not before and not after:
        return
    if len(person.description) < _MOST_DESCRIPTION:
        person.description += f" ; {said}"
    title, ranked = role_of(before), title_word(before) in TITLES["rank"]
    if person.was_former and not ranked and _holds_office(title, before, after):
        shows = before if title != "unknown" else after
        person.role, person.was_former = role_of(shows), False
        person.role_from = Evidence(shows, paragraph)
    if person.role == "unknown":
        shown = "official" if after == GOVERNS else _role_behind(after)
        ranks_last = title == "unknown" or (ranked and shown not in ("unknown", "institution"))
        ranks_last = ranks_last or shown == "spokesperson"
        person.role = shown if ranks_last else title
        if person.role != "unknown":
            person.role_from = Evidence(after if ranks_last else before, paragraph)
        person.was_former = person.role == "expert" and is_former(said)
    if len(person.places) < _MOST_PLACES:
        for name in affiliations_of(before, after):
            shows = after if name in after else before
            person.places.append((name, Evidence(shows, paragraph)))
        affiliate(person)
    courtesy = title_word(before)
    if person.gender is None and courtesy in TITLES["feminine"]:
        person.gender = "she"
    elif person.gender is None and courtesy in TITLES["masculine"]:
        person.gender = "he"
