"""Whether an office is held now or was held once, as the words around it tell."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Final

from stancekit.articles.lexicon import word_groups

_WORDS: Final = word_groups("offices")
_NAME: Final = r"[A-Z][\w.&\u2019'-]*"
_ELECTED: Final = re.compile(
    r"\b(?:former|ex|late|retired)[- ]"
    r"(?:(?!(?:to|of|for|under|in|at|by|with|from)\b)[\w.'-]+ ){0,4}?"
    r"(?:president|prime minister)\b(?! of the|(?: [A-Z][\w.-]*)* ['\u2019]s)",
    re.IGNORECASE,
)
_GOES_ON: Final = r"(?:and|in|from|during|who|until|at|as|when|said|says|told)\b"
_YEAR: Final = r"(?:19|20)\d\d"


def any_of(group: str) -> str:
    """Give a group of the list of offices as alternatives of a pattern, the longest first."""
    return "|".join(map(re.escape, sorted(_WORDS[group], key=len, reverse=True)))


@lru_cache(maxsize=4096)
def is_former(description: str) -> bool:
    """Tell whether an office is described as held in the past.

    Examples
    --------
    >>> is_former("a retired general"), is_former("a top official during her first term")
    (True, True)
    >>> is_former("a general")
    False
    """
    return _before_office().search(description) is not None or _is_over(description)


def without_former(text: str) -> str:
    """Leave out of a description the words that tell an office to be over.

    Examples
    --------
    >>> without_former("the former trade envoy")
    'the trade envoy'
    """
    return re.sub(r" {2,}", " ", _before_office().sub("", text))


def was_held(text: str, position: int) -> bool:
    """Tell whether the office at a position of a description is over.

    A head of state or of government keeps the role that the office gave.
    """
    said_before = _before_office().search(text[: position + 1]) is not None
    return (said_before or _is_over(text[position:])) and _ELECTED.search(text) is None


def is_seat(word: str) -> bool:
    """Tell an office that is left for good from a party or a candidacy: "senator"."""
    lower = word.lower()
    return bool({lower, lower.removesuffix("s"), lower.removesuffix("es")} & _WORDS["seats"])


def was_in_team(text: str) -> bool:
    """Tell who once sat on a panel or in a delegation."""
    found = _team().search(text)
    return found is not None and was_held(text, found.start())


def _is_over(text: str) -> bool:
    return any(pattern.search(text) for pattern in (_years(), _rule(), _next_post()))


@cache
def _before_office() -> re.Pattern[str]:
    said = rf"(?<![\w-])(?:(?:{any_of('former')})(?!\w|(?<=then)-)|ex-\w|erst)"
    return re.compile(said, re.IGNORECASE)


@cache
def _years() -> re.Pattern[str]:
    """Match the years of an office: "from 2011 to 2014", "in the late 1990s", "until May"."""
    return re.compile(
        r"\b(?:in|during|since|through) the (?:(?:early|mid|late)[- ]+)?(?:19|20)\d0 ?s\b"
        rf"|\b(?:from|between) (?:[A-Z]\w+ )?{_YEAR} (?:to|until|and|through) "
        rf"|\b{_YEAR} ?(?:-|\u2013|to) ?(?:19|20)?\d\d\b"
        rf"|\bduring [^;]{{1,60}}\bin {_YEAR}\b"
        r"|\b(?:until|till) (?!(?:now|today|further)\b)\w"
    )


@cache
def _rule() -> re.Pattern[str]:
    """Match under whom an office was held: "under President Farraday", "during her first term"."""
    rulers = rf"(?:(?:{any_of('rulers')})s? ){{0,3}}"
    return re.compile(
        rf"\bunder (?:the )?(?:then-)?{rulers}{_NAME}(?: {_NAME}){{0,3}}"
        rf"(?=\s*(?:\Z|[;,.]|{_GOES_ON}))"
        rf"|\bduring (?:[\w.'\u2019-]+ ){{0,6}}?(?:{any_of('terms')})\b"
        r"|\bduring (?:the |a |an )?(?:previous|past|earlier|prior|first)\b"
        r"|\bin (?:the |his |her )?(?:[\w.'\u2019-]+ ){0,4}?(?:first term|second term|years)\b"
        r"|\b(?:to|in|of|under) (?:the |an? )?(?:earlier|previous)\b"
    )


@cache
def _next_post() -> re.Pattern[str]:
    """Match what came after an office: "before she founded", not "before joining the cabinet"."""
    return re.compile(
        r"\bbefore (?:he |she |they )?(?:then )?(?!join\w+ (?:the|his|her)\b)"
        r"(?:join|found|mov|becom|becam|leav|left|retir|turn|set(?:ting)? up|start|went|going)"
    )


@cache
def _team() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:members? of|years? on|(?:sat|served|was|worked) on) "
        rf"(?:[\w.'\u2019-]+ ){{0,5}}?(?:{any_of('teams')})\b"
    )
