"""Former officials whom a story is about: parties to it, not experts on it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from stancekit.articles.offices import without_former
from stancekit.articles.person import Person
from stancekit.articles.roles import role_of
from stancekit.records import Attribution, Role, Speaker

_NAMES: Final = re.compile(r"\b[^\W\d_][\w-]*+(?! [A-Z])")
"""A word, unless a capitalised one follows: "White House" names nobody called White."""
_FEWEST: Final = 2
"""So many others must speak of somebody: one may answer an expert."""


def told_as_parties(
    found: Sequence[Attribution], people: Iterable[Person], title: str | None
) -> list[Attribution]:
    """Give the attributions again, former officials of whom others speak with their office's role.

    Somebody is an expert by a former office alone as long as the others in the article do not speak
    of them, or the headline and one of the others do.
    """
    by_office = [p for p in people if p.was_former and p.role == "expert" and p.spoken]
    if not by_office:
        return list(found)
    speakers = _speakers_of_words(found)
    parties = (person for person in by_office if _is_party(person, speakers, title or ""))
    roles = {person.full_name: _role_of_office(person) for person in parties}
    if not roles:
        return list(found)
    return [replace(one, speaker=_with_role(one.speaker, roles)) for one in found]


def _speakers_of_words(found: Sequence[Attribution]) -> dict[str, set[str]]:
    """Map each word of what is said to who says it."""
    speakers: dict[str, set[str]] = {}
    for one in found:
        speaker = one.speaker.name or f"somebody in paragraph {one.paragraph}"
        for word in _NAMES.findall(one.text):
            speakers.setdefault(word, set()).add(speaker)
    return speakers


def _is_party(person: Person, speakers: Mapping[str, set[str]], title: str) -> bool:
    surname = person.name[-1]
    others = speakers.get(surname, set()) - {person.full_name}
    return len(others) >= _FEWEST or bool(others and surname in _NAMES.findall(title))


def _role_of_office(person: Person) -> Role:
    shown = "" if person.role_from is None else person.role_from.words
    role = role_of(without_former(shown))
    return role if role in ("official", "politician", "spokesperson") else "official"


def _with_role(speaker: Speaker, roles: dict[str, Role]) -> Speaker:
    role = None if speaker.name is None else roles.get(speaker.name)
    return speaker if role is None or speaker.role != "expert" else replace(speaker, role=role)
