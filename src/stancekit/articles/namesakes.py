"""Which of several people a shared name means: by a title, by who spoke, by who was introduced."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stancekit.articles.names import TITLES, is_office
from stancekit.articles.offices import is_former
from stancekit.articles.person import Person
from stancekit.articles.preceding_titles import OF_OFFICES, title_word
from stancekit.articles.roles import role_of

_NEAR: Final = 8


def who_is_called(people: Sequence[Person], before: str) -> Sequence[Person]:
    """Leave out, of the bearers of a name, those whom a title before it cannot mean."""
    title = title_word(before)
    if not is_office(title) or is_former(before):
        return people
    holders = [p for p in people if title in _words_of(p.description)]
    if holders or title in TITLES["rank"] or role_of(title) not in OF_OFFICES:
        return holders or people
    return [p for p in people if p.role != "expert" or p.was_former]


def _words_of(description: str) -> list[str]:
    return [word.rstrip(".") for word in description.lower().split()]


def who_spoke(people: Sequence[Person], paragraph: int | None) -> Person | None:
    """Tell namesakes apart: whoever spoke last near here, unless another was just named in full."""
    spoken = sorted((p for p in people if p.spoken), key=lambda person: -person.spoken[-1])
    if paragraph is None or not spoken or paragraph - spoken[0].spoken[-1] > _NEAR:
        return None
    latest = spoken[0]
    others = [person for person in people if person is not latest]
    if paragraph - latest.spoken[-1] > 1 and any(p.named_near(paragraph) for p in others):
        return None
    if len(spoken) > 1 and latest.spoken[-1] - spoken[1].spoken[-1] < 2:
        return None
    return latest


def who_was_introduced(people: Sequence[Person], paragraph: int | None) -> Person | None:
    """Tell namesakes of whom none has spoken: the one whose full name alone was printed so near."""
    if paragraph is None or any(person.spoken for person in people):
        return None
    near = [person for person in people if person.named_near(paragraph)]
    return near[0] if len(near) == 1 else None
