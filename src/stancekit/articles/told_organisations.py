"""An organisation as a speaker: a medium, a government, a country, or what only looks like one."""

from __future__ import annotations

from typing import Final

from stancekit.articles.lexicon import word_groups
from stancekit.articles.mentions import Mention
from stancekit.articles.names import is_place, is_time
from stancekit.articles.roles import role_of
from stancekit.articles.told import UNNAMED, Told, told_name, told_nobody
from stancekit.records import Evidence, Explanation, Naming, Role, Speaker

_GOVERNMENT: Final = word_groups("organisations")["government"]
_MEDIA: Final = word_groups("organisations")["media"]
_OF_MANY_STATES: Final = word_groups("organisations")["of many states"]
_NATIONALITIES: Final = word_groups("places")["nationalities"]
_COUNTRIES: Final = word_groups("places")["countries of two words"]
_PARTIES: Final = frozenset({"labour", "labor"})
_MONTHS: Final = word_groups("calendar")["months"]
_NAMES: Final = word_groups("calendar")["people's months"]
_OF_ONE: Final = frozenset({"a", "an", "one", "another", "this", "that"})
_LONGEST_SHORT_FORM: Final = 4
_PRESS: Final = frozenset({"press", "news"})


def told_organisation(mention: Mention, paragraph: int) -> Told:
    """Give an organisation, a medium, a government or a country.

    A nationality alone names nobody, and no more does a day or a place in the capitals of a
    dateline; a month alone is somebody's name or nobody's.
    """
    name = " ".join(mention.name)
    head = mention.head.lower()
    if head.removesuffix("s") in _NATIONALITIES - _PARTIES:
        naming: Naming = "unnamed_individual" if mention.determiner in _OF_ONE else "unnamed_group"
        why = Explanation(f"{UNNAMED[naming]}: a nationality names nobody")
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
