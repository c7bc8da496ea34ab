"""What the text shows a speaker to be, from the nouns that describe them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from stancekit.articles.bodies import (
    is_no_office,
    is_of_members,
    seat_in_parliament,
    serves_state,
)
from stancekit.articles.keyed_patterns import KeyedPattern, first_words
from stancekit.articles.lexicon import word_groups
from stancekit.articles.offices import any_of, is_former, is_seat, was_held, was_in_team
from stancekit.records import Role

_AFTER_EXPERT: Final[tuple[Role, ...]] = (
    "politician",
    "official",
    "media",
    "institution",
    "public",
)


_MEMBER: Final = re.compile(r"(?:\A|; )\W*(?:also )?(?:of|at|with|from|by) (?:the )?(?=[A-Z])")
_NOW_AT: Final = re.compile(r"\bnow (?:is )?(?:at|with|advises|teaches|works)\b")
_AGE: Final = re.compile(
    r"[ ;,]*(?:(?:now|aged|who is) )?\d{2}(?![\d,.]| ?(?:percent|years?|per cent)\b)"
)
_OF_A_MINISTRY: Final = re.compile(
    r"\b(?:Ministry|Department|Bureau|Office|Committee|Minister|Secretary)"
    r"(?: (?:of|for|on))(?:(?: the| and| of|,)? [A-Z][\w'\u2019-]*)+"
)
_AUTHOR: Final = re.compile(
    r"\b(?:co-)?author of (?:[\w'\u2019-]+ ){1,3}?(?:book|history|study|handbook|guide|biography)\b"
)
_NEGOTIATED: Final = re.compile(
    r"\bwho (?:\w+ ){0,2}?(?:negotiated|took part in (?:[\w'\u2019-]+ ){0,4}?"
    r"(?:talks|negotiations|rounds|inspections))\b"
)
_FELLOW: Final = re.compile(rf"\bfellow (?=(?:{any_of('fellow')})(?!\w))", re.IGNORECASE)
_REPORTS_FOR: Final = re.compile(
    r"(?:\A|; )(?:the )?(?:[A-Z][\w.&-]* ){0,3}?"
    rf"(?i:{'|'.join(sorted(word_groups('organisations')['media']))}) ?['\u2019]s?(?=\W*\Z| *;)"
)
"""Match "Harbour Ledger's" right before a name: whose reporter somebody is."""
_MOVES: Final = ("join", "moved", "founded", "set up")
_SPEAKER: Final = re.compile(r"\bSpeaker(?=\W*\Z| *;)")
_LOOKED_AT: Final = 600
_AS_WRITTEN: Final = frozenset({"think tank", "academy", "pupils", "institution", "public"})
"""Groups whose words count as they are written: inside a name they say nothing."""


@cache
def _pattern(group: str) -> KeyedPattern:
    words = sorted(word_groups("roles")[group], key=len, reverse=True)
    flags = re.NOFLAG if group in _AS_WRITTEN else re.IGNORECASE
    pattern = re.compile(
        r"(?:(?<![\w-])|(?<=\bex-)|(?<=\bco-)|(?<=\bthen-))"
        rf"(?:{'|'.join(map(re.escape, words))})(?:e?s)?(?!\w)",
        flags,
    )
    return KeyedPattern(pattern, first_words(words))


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
    return _role_of(description[:_LOOKED_AT])


@lru_cache(maxsize=4096)
def _role_of(text: str) -> Role:
    text = _without_fellow(text)
    speaks_for = _pattern("spokesperson").search(text)
    if speaks_for is not None and not was_held(text, speaks_for.start()):
        return "spokesperson"
    if _is_expert(text):
        return "official" if _advises_state().search(text) and not is_former(text) else "expert"
    if _owner().search(text) is not None:
        return "public"
    if _REPORTS_FOR.search(text) is not None:
        return "media"
    return "expert" if speaks_for is not None else _role_by_office(text)


def _role_by_office(text: str) -> Role:
    role, over = _office(text)
    if role in ("institution", "unknown") and serves_state(text):
        return "expert" if is_former(text) else "official"
    if over or was_in_team(text):
        return "expert"
    if role not in ("institution", "unknown"):
        return role
    if _MEMBER_ANYWHERE.search(text) is not None or (is_former(text) and _NOW_AT.search(text)):
        return "expert"
    if role == "unknown" and _AGE.match(text) is not None:
        return "public"
    return role


def _without_fellow(text: str) -> str:
    """Leave "fellow" out of "a fellow Tory", where it is no title."""
    return _FELLOW.sub("", text) if "ellow " in text else text


def _is_expert(text: str) -> bool:
    return (
        _first(_pattern("expert"), text) is not None
        or _pattern("workplace").search(text) is not None
        or _VETERAN.search(text) is not None
        or _AUTHOR.search(text) is not None
        or (_NEGOTIATED.search(text) is not None and is_former(text))
        or _moved_to_think_tank(text)
        or _works_at_think_tank(text)
    )


@cache
def _advises_state() -> re.Pattern[str]:
    """Match "a specialist on the National Security Council": an expert in a state's own service."""
    return re.compile(
        r"\b(?:specialist|analyst|expert|economist|director)s?\b[^;,]{0,40}?"
        rf" (?:at|on|with) the (?:[A-Z][\w.]* )?(?:{any_of('staffs')})\b(?! Academy)"
    )


def _first(pattern: KeyedPattern, text: str) -> re.Match[str] | None:
    """Give the first match that is not a part of an organisation's name or of another title."""
    return next((m for m in pattern.finditer(text) if not is_no_office(text, *m.span())), None)


def _office(text: str) -> tuple[Role, bool]:
    """Give the first role of the usual order that a description shows, and whether it is over."""
    seat = seat_in_parliament(text)
    if seat is not None:
        return "politician", was_held(text, seat)
    for role in _AFTER_EXPERT:
        found = _first(_pattern(role), text)
        if found is not None:
            if role == "official" and is_of_members(text) and not serves_state(text):
                return "institution", False
            return role, _is_retired(text, role, found)
    return ("politician", False) if _SPEAKER.search(text) else ("unknown", False)


def _is_retired(text: str, role: Role, found: re.Match[str]) -> bool:
    """Tell a former office, or former work for a government body, from one that is held."""
    body = role == "institution" and _pattern("government body").pattern.match(text, found.start())
    seat = role in ("politician", "institution") and is_seat(found.group())
    return bool(role == "official" or body or seat) and was_held(text, found.start())


def _member_anywhere() -> re.Pattern[str]:
    """Match "at the Harbour Institute", wherever a description has it."""
    words = "|".join(map(re.escape, sorted(word_groups("roles")["think tank"], key=len)))
    return re.compile(
        r"\b(?:at|with|for|of|from|joined|joining|left|moved to|founded|set up) "
        r"(?:the |[A-Z][\w.]+ 's )?"
        rf"(?:[A-Z][\w.&\u2019'-]* ){{0,5}}(?:{words})(?!\w)"
    )


_MEMBER_ANYWHERE: Final = _member_anywhere()


def _moved_to_think_tank(text: str) -> bool:
    """Tell "before joining the Harbour Institute" whatever office came before."""
    return any(m.group().startswith(_MOVES) for m in _MEMBER_ANYWHERE.finditer(text))


@cache
def _owner() -> re.Pattern[str]:
    """Match who lives by what is theirs: "who owns two trucks", "whose family firm makes rope"."""
    goods = "|".join(map(re.escape, sorted(word_groups("roles")["livelihoods"], key=len)))
    counted = r"(?:an?|one of (?:the|its)|his|her|their|two|three|four|five|[a-z]+teen|\d[\d,]*)"
    return re.compile(
        r"\bwho (?:now |also |has |had |have )*(?:owns?|owned|runs?|ran|has|keeps|opened|operates) "
        rf"{counted} (?:[\w'\u2019&-]+ ){{0,4}}?(?:{goods})s?\b"
        rf"|\bwhose (?:\w+ ){{0,2}}?(?:{goods})s?\b"
    )


def _veteran() -> KeyedPattern:
    """Match "veterans of past negotiations" and "diplomatic veterans", not those of a war."""
    fields = "|".join(sorted(word_groups("roles")["diplomats' veterans"], key=len, reverse=True))
    pattern = re.compile(
        rf"\bveterans? of (?:[\w.'\u2019-]+ ){{0,5}}?(?:{fields})s?\b|\b(?:{fields}) veterans?\b",
        re.IGNORECASE,
    )
    return KeyedPattern(pattern, first_words(["veteran"]))


_VETERAN: Final = _veteran()


def _works_at_think_tank(text: str) -> bool:
    said = _OF_A_MINISTRY.sub(" ", text)
    in_tank = _pattern("think tank").search(said) is not None
    if not in_tank and _pattern("academy").search(said) is None:
        return False
    if _pattern("led by").search(said) is not None:
        return True
    member = _MEMBER.search(said) is not None
    return member and (in_tank or _pattern("pupils").search(said) is None)
