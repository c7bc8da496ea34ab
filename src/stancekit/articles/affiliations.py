"""The organisation that a description places a speaker in."""

from __future__ import annotations

import re
from typing import Final

from stancekit.articles.lexicon import all_words, word_groups

_CAPITAL: Final = r"[A-Z0-9][\w.&'\u2019/-]*"
_ORGANISATION: Final = (
    rf"{_CAPITAL}(?: (?:of the|of|for the|for|on|and|in|at|the|de|&) {_CAPITAL}| {_CAPITAL}"
    rf"| ['\u2019] {_CAPITAL}){{0,9}}"
)
_JOINED: Final = re.compile(
    r"\b(?:at|of|with|for|from|heads|runs|leads|directs)(?: the| a| an)?(?: [a-z][\w-]*){0,3}?"
    rf" (?:the )?(?P<name>{_ORGANISATION})"
)
_OWNER: Final = re.compile(rf"(?P<name>{_ORGANISATION}) ?['\u2019]s?\b")
_BEFORE_NOUN: Final = re.compile(rf"(?P<name>{_ORGANISATION}) [a-z][\w-]+")


_NOT_ALONE: Final = (
    frozenset().union(*word_groups("function_words").values())
    | all_words("titles")
    | all_words("places")
    | all_words("calendar")
    | all_words("roles")
)


_TITLED: Final = word_groups("titles")["courtesy"] | {"president", "senator", "secretary"}
_PLACES_OF_WORK: Final = frozenset(
    word.lower() for word in word_groups("roles")["think tank"] | word_groups("roles")["academy"]
)


def affiliation_of(before: str, after: str) -> str | None:
    """Give the organisation named before or after a speaker's name; ``None`` where there is none.

    Examples
    --------
    >>> affiliation_of("", ", a fellow at the Hangang Forum for Strategic Dialogue,")
    'Hangang Forum for Strategic Dialogue'
    >>> affiliation_of("the Seto Bay Policy Center 's", "")
    'Seto Bay Policy Center'
    """
    places = ((_JOINED, after), (_OWNER, before), (_JOINED, before), (_BEFORE_NOUN, before))
    for pattern, text in places:
        for found in pattern.finditer(text[:400]):
            name = _clean(found["name"])
            if _is_organisation(name):
                return name
    return None


def _is_organisation(name: str) -> bool:
    """Tell an organisation from a place, a number, a title or a person with a title."""
    words = name.lower().split()
    titled = any(word.rstrip(".") in _TITLED for word in words)
    if titled or not re.search(r"[^\W\d_]", name):
        return False
    if len(words) > 1 and words[-1] in _PLACES_OF_WORK:
        return True
    return not all({word, f"{word}."} & _NOT_ALONE for word in words)


def _clean(name: str) -> str:
    bare = re.sub(r"\s*(?:['\u2019]s?|[.,])\Z", "", name)
    return re.sub(r" (?=['\u2019] )", "", bare)  # "Seafarers' Union"
