"""Former officials whom a story is about: parties to it, not experts on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from stancekit.articles.offices import without_former
from stancekit.articles.person import Person
from stancekit.articles.roles import role_of
from stancekit.records import Attribution, Role, Speaker

_FEWEST: Final = 2
"""So many others must speak of somebody: one may answer an expert."""


def told_as_parties(
    found: Sequence[Attribution], people: Iterable[Person], title: str | None
) -> list[Attribution]:
    """Give the attributions again, former officials of whom others speak with their office's role.

    Somebody is an expert by a former office alone as long as the others in the article do not speak
    of them, or the headline and one of the others do.
    """
    by_office = (p for p in people if p.was_former and p.role == "expert" and p.spoken)
    parties = (person for person in by_office if _is_party(person, found, title or ""))
    roles = {person.full_name: _role_of_office(person) for person in parties}
    if not roles:
        return list(found)
    return [replace(one, speaker=_with_role(one.speaker, roles)) for one in found]


def _is_party(person: Person, found: Sequence[Attribution], title: str) -> bool:
    # "White House" names nobody called White.
    named = re.compile(rf"\b{re.escape(person.name[-1])}\b(?! [A-Z])")
    others = {
        one.speaker.name or f"somebody in paragraph {one.paragraph}"
        for one in found
        if one.speaker.name != person.full_name and named.search(one.text) is not None
    }
    return len(others) >= _FEWEST or bool(others and named.search(title))


def _role_of_office(person: Person) -> Role:
    shown = "" if person.role_from is None else person.role_from.words
    role = role_of(without_former(shown))
    return role if role in ("official", "politician", "spokesperson") else "official"


def _with_role(speaker: Speaker, roles: dict[str, Role]) -> Speaker:
    role = None if speaker.name is None else roles.get(speaker.name)
    return speaker if role is None or speaker.role != "expert" else replace(speaker, role=role)
