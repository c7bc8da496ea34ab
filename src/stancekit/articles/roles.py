"""What the text shows a speaker to be, from the nouns that describe them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from stancekit.articles.lexicon import word_groups
from stancekit.records import Role

_AFTER_EXPERT: Final[tuple[Role, ...]] = (
    "politician",
    "official",
    "media",
    "institution",
    "public",
)


_ELECTED: Final = re.compile(r"\bpresident\b(?! of the)|\bprime minister\b", re.IGNORECASE)
_MEMBER: Final = re.compile(r"(?:\A|; )\W*(?:also )?(?:of|at|with|from) (?:the )?(?=[A-Z])")
_NOW_AT: Final = re.compile(r"\bnow (?:is )?(?:at|with|advises|teaches|works)\b")
_AGE: Final = re.compile(
    r"[ ;,]*(?:(?:now|aged|who is) )?\d{2}(?![\d,.]| ?(?:percent|years?|per cent)\b)"
)
_AS_WRITTEN: Final = frozenset({"think tank", "academy", "institution", "public"})
"""Groups whose words count as they are written: inside a name they say nothing."""


@cache
def _pattern(group: str) -> re.Pattern[str]:
    words = sorted(word_groups("roles")[group], key=len, reverse=True)
    flags = re.NOFLAG if group in _AS_WRITTEN else re.IGNORECASE
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, words))})(?:e?s)?(?!\w)", flags)


def is_former(description: str) -> bool:
    """Tell whether an office is described as held in the past."""
    return _pattern("former").search(description) is not None


@lru_cache(maxsize=4096)
def role_of(description: str) -> Role:
    """Give the role that a description shows; ``unknown`` where it shows none.

    A former official is an expert, and so is whoever leads a think tank or a university.

    Examples
    --------
    >>> role_of("a senior fellow at the Hangang Forum")
    'expert'
    >>> role_of("the foreign minister"), role_of("a former foreign minister")
    ('official', 'expert')
    """
    text = description[:600]
    if _pattern("spokesperson").search(text):
        return "spokesperson"
    if _pattern("expert").search(text) or _works_at_think_tank(text):
        return "expert"
    for role in _AFTER_EXPERT:
        found = _pattern(role).search(text)
        if found is not None:
            return "expert" if _is_retired(text, role, found.start()) else role
    if _MEMBER_ANYWHERE.search(text) is not None or (is_former(text) and _NOW_AT.search(text)):
        return "expert"
    return "public" if _AGE.match(text) is not None else "unknown"


def _is_retired(text: str, role: Role, position: int) -> bool:
    """Tell a former office, or former work for a government body, from one that is held."""
    body = role == "institution" and _pattern("government body").match(text, position)
    former = (role == "official" or body) and _pattern("former").search(text[:position])
    return bool(former) and not _was_elected(text)


def _member_anywhere() -> re.Pattern[str]:
    """Match "at the Harbour Institute", wherever a description has it."""
    words = "|".join(map(re.escape, sorted(word_groups("roles")["think tank"], key=len)))
    return re.compile(
        rf"\b(?:at|with|for|of|from|joined|moved to) (?:the |[A-Z][\w.]+ 's )?"
        rf"(?:[A-Z][\w.&\u2019'-]* ){{0,5}}(?:{words})(?!\w)"
    )


_MEMBER_ANYWHERE: Final = _member_anywhere()


def _works_at_think_tank(text: str) -> bool:
    if _pattern("think tank").search(text) is not None:
        return _MEMBER.search(text) is not None or _pattern("led by").search(text) is not None
    return (
        _pattern("academy").search(text) is not None and _pattern("led by").search(text) is not None
    )


def _was_elected(text: str) -> bool:
    return _ELECTED.search(text) is not None
