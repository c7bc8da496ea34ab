"""Whom "the president" means: the one near who bears that title, if the text leaves no doubt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stancekit.articles.descriptions import (
    ONE_AT_A_TIME,
    VAGUE,
    fits_title,
    head,
    is_foreign,
    kindred,
    names_place,
)
from stancekit.articles.discourse import LONG_AGO, Discourse
from stancekit.articles.mentions import Mention
from stancekit.articles.person import Person
from stancekit.articles.pronouns import distinct

_AT_ANY_TIME: Final = 1_000_000


def who_bears(discourse: Discourse, mention: Mention) -> list[Person]:
    """Give whom the article has named so far by a title that a description repeats."""
    bearers = discourse.cast.titled(sorted(kindred(mention.head)))
    return [
        person
        for person in bearers
        if (id(person) in discourse.last_named or id(person) in discourse.ids_here)
        and any(fits_title(mention.before, mention.head, title) for title in person.titles)
    ]


def nearest(
    discourse: Discourse, people: Sequence[Person], mention: Mention, position: int
) -> Person | None:
    """Give whom of some people the text before a place leads to, if it is one of them."""
    near = discourse.last_individual_near
    spoke = None if near is None else near.person
    here = distinct(
        [p for _, p in discourse.named_up_to(position) if _is_among(p, people)]
        + [p for p in (spoke,) if p is not None and _is_among(p, people)]
    )
    if here:
        clear = len(here) == 1 and _is_clear(discourse, here[0], people, mention)
        return here[0] if clear else None
    always = mention.head in ONE_AT_A_TIME or names_place(mention.before)
    for longest in (1, LONG_AGO, _AT_ANY_TIME if always else 0):
        since = discourse.paragraph - longest
        found = [p for p in people if discourse.last_named.get(id(p), -_AT_ANY_TIME) >= since]
        if found:
            clear = len(found) == 1 and _is_clear(discourse, found[0], people, mention)
            return found[0] if clear and (always or not _untitled(discourse, position)) else None
    return None


def _is_clear(
    discourse: Discourse, person: Person, people: Sequence[Person], mention: Mention
) -> bool:
    """Tell whether "the president" leaves no doubt: a foreign one must have spoken last."""
    near = discourse.last_individual_near
    if near is not None and near.person is person:
        return True
    if mention.head in VAGUE:
        return False
    if mention.head not in ONE_AT_A_TIME or names_place(mention.before):
        return True
    foreign = all(is_foreign(t) for t in person.titles if head(t) in kindred(mention.head))
    return not foreign and (len(people) == 1 or not _is_foreigner(person, people))


def _untitled(discourse: Discourse, position: int) -> bool:
    """Tell whether somebody is named nearer of whom the article tells no title."""
    here = [person for _, person in discourse.named_up_to(position)]
    return any(not person.titles for person in here)


def _is_among(person: Person, people: Sequence[Person]) -> bool:
    return any(other is person for other in people)


def _is_foreigner(person: Person, people: Sequence[Person]) -> bool:
    """Tell "French President Aubert" where "President Pell" may be meant by "the president"."""
    placed = [one for one in people if any(names_place(title) for title in one.titles)]
    return _is_among(person, placed) and len(placed) < len(people)
