"""What kind of body an office belongs to: a state, a parliament, a company, or none at all."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from stancekit.articles.keyed_patterns import KeyedPattern, first_words
from stancekit.articles.lexicon import word_groups
from stancekit.articles.offices import any_of

_WORDS: Final = word_groups("offices")
_NAME: Final = r"[A-Z][\w.&\u2019'-]*"
_JOINT: Final = r"(?: of| of the| for| for the| and| on| the| de| &)?"
_IN_A_NAME: Final = re.compile(
    rf"\b(?:of|at|with|from|for) (?:the )?(?!National Intelligence)"
    rf"(?P<name>{_NAME}(?:{_JOINT} {_NAME})*)"
)


def is_no_office(text: str, start: int, end: int) -> bool:
    """Tell a word that names no office: inside an organisation's name, or in another's title.

    Examples
    --------
    >>> text = "of Harbour Diplomat"
    >>> is_no_office(text, text.index("Diplomat"), len(text))
    True
    """
    spans = _no_offices(text)
    return any(a <= start and end <= b and (a, b) != (start, end) for a, b in spans)


@lru_cache(maxsize=64)
def _no_offices(text: str) -> list[tuple[int, int]]:
    """Give where organisations' names stand, and what only looks like an office."""
    names = [found.span("name") for found in _IN_A_NAME.finditer(text)]
    return names + [found.span() for found in _not_an_office().finditer(text)]


def is_of_members(text: str) -> bool:
    """Tell an office of a company or an association from one of a state."""
    return _body_of_members().search(text) is not None


def serves_state(text: str) -> bool:
    """Tell whether a description places somebody in a ministry or an agency that it names."""
    return _of_state().search(text) is not None


def seat_in_parliament(text: str) -> int | None:
    """Give where it says that somebody chairs a committee, or sits for a party and a state."""
    found = _of_parliament().search(text)
    return None if found is None else found.start()


@cache
def _not_an_office() -> KeyedPattern:
    """Match what only looks like an office: "director general", "business leader"."""
    words = any_of("not offices")
    pattern = re.compile(rf"(?<![\w-])(?:{words})(?:e?s)?(?!\w)", re.IGNORECASE)
    return KeyedPattern(pattern, first_words(_WORDS["not offices"]))


@cache
def _body_of_members() -> re.Pattern[str]:
    """Match an office in a company or an association: "president of the Ferry Owners Group"."""
    offices = r"(?:vice[- ])?president|(?:general )?secretary|treasurer|officer|counsel"
    return re.compile(
        rf"\b(?:{offices})s?\b[^;]{{0,60}}?"
        rf"\b(?:of|at|for|with) (?:the )?(?!United|America)(?:{_NAME}{_JOINT} ){{0,6}}?"
        rf"(?:{any_of('bodies')})\b"
        rf"|\b(?!Bank\b)(?:{any_of('bodies')})(?: ['\u2019]s?)? [Pp]resident\b"
        rf"|\b[Vv]ice[- ]president\b[^;]{{0,60}}?\bat (?:the )?{_NAME}"
        r"|\b[Vv]ice[- ]president (?:of|for) (?!the |his |her )[a-z]"
    )


@cache
def _of_state() -> KeyedPattern:
    """Match "FBI director", "at Albrook's Defense Ministry", "head of the Treasury"."""
    bodies, heads = any_of("state bodies"), any_of("heads")
    owner = rf"(?:{_NAME} )*(?:['\u2019]s? )?"
    pattern = re.compile(
        rf"\b(?:{bodies}) (?:[A-Z][\w.-]* ){{0,2}}?(?i:{heads})\b"
        rf"|\b(?:of|at|with|from|in|for) (?:the |an? )?{owner}(?:[\w.-]+ ){{0,3}}?(?:{bodies})\b"
        rf"|\b(?i:{heads}) (?:of|at|for) (?:the )?{owner}(?:{bodies})\b"
    )
    return KeyedPattern(pattern, first_words(_WORDS["state bodies"]))


@cache
def _of_parliament() -> KeyedPattern:
    """Match "Senate Banking Committee chairman", "chair of the House panel", "R-Ohio"."""
    houses, sides = any_of("houses"), any_of("sides")
    pattern = re.compile(
        rf"\b(?:{houses})\b[\w ,'\u2019&.-]{{0,60}}?"
        r"\b(?i:chair|chairman|chairwoman|ranking member)\b"
        r"|\b(?i:chair|chairs|chairman|chairwoman|member) (?:of|on) (?:the )?(?:\S+ ){0,2}?"
        rf"(?:{houses})\b"
        rf"|\b(?:sits|sat|serves|served) on (?:the )?(?:[\w'\u2019-]+ ){{0,2}}?(?:{houses})\b"
        rf"|\brepresents? (?:[\w'\u2019-]+ ){{1,5}}?in (?:the )?(?:{houses})\b"
        rf"|\b(?:{houses}|(?i:{sides})(?: party)?) members?\b"
        rf"|\b(?:of|for|on) (?:the|a) (?:\w+ )?(?i:{sides}) (?:[\w'\u2019-]+ ){{0,4}}?[Pp]arty\b"
        r"|(?:\A|[ (])[RDI]-\s?[A-Z]"
    )
    return KeyedPattern(pattern, first_words([*_WORDS["houses"], *_WORDS["sides"], *"RDI"]))
