"""The title before a name, as words of its sentence: where it begins and what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stancekit.articles.lexicon import word_groups
from stancekit.articles.names import TITLES, is_holder, is_place_word, is_title
from stancekit.articles.tokens import Token

IN_TITLES: Final = frozenset({"word", "name", "possessive"})
"""Tags of the words of a title."""
_COLLEAGUES: Final = frozenset({"colleague", "supervisor", "co-author"})
_OWNERS: Final = word_groups("function_words")["owner"]
SAYING: Final = frozenset({"said", "says", "told"})
"""Cues that end a title or a description."""
LONGEST_TITLE: Final = 10
_FINITE: Final = word_groups("verb_forms")["only verbs"] | word_groups("offices")["acts"]
_TITLE_PARTICIPLES: Final = word_groups("titles")["participles"]
_COUNTS: Final = word_groups("places")["numbers"] | {"both", "several"}


def is_plural_title(before: str) -> bool:
    """Tell "two senators" and "ferry experts" from the title of one person."""
    noun = before.rsplit(maxsplit=1)[-1].lower() if before else ""
    return noun.endswith("s") and is_holder(noun) and is_holder(noun.removesuffix("s"))


def title_before(sentence: Sequence[Token], start: int, begin: int, end: int) -> Sequence[Token]:
    """Give the title right before a name with what belongs to it; nothing if no title is there.

    A comma may stand between them where another closes the name: "the envoy, Colm Farraday, left".
    """
    if (
        begin > 1
        and sentence[begin - 1].text == ","
        and (_ends_description(sentence, end) or _are_counted(sentence, begin - 1))
    ):
        stop = _before_place(sentence, begin - 1)
        office = title_before(sentence, stop, stop, stop)
        return office if office and is_holder(office[-1].lower) else ()
    stop = _before_post(sentence, start, begin)
    if stop < begin:
        return title_before(sentence, stop, stop, stop)
    last = sentence[begin - 1] if begin else None
    if last is None or not _may_end_title(begin, last):
        return ()
    left = min(start, begin - 1)
    while left > 0 and begin - left < LONGEST_TITLE and _is_in_title(sentence[left - 1]):
        left -= 1
    if left and last.lower in _COLLEAGUES and sentence[left - 1].lower in _OWNERS:
        left -= 1
    if left > 1 and sentence[left - 1].lower == "of" and is_title(sentence[left - 2].lower):
        left -= 2
        while left > 0 and begin - left < LONGEST_TITLE and _is_in_title(sentence[left - 1]):
            left -= 1
    return sentence[_behind_verb(sentence, left, begin) : begin]


def _behind_verb(sentence: Sequence[Token], left: int, begin: int) -> int:
    """Leave out what is no title: "Critics accused Mr.", "criticizing former Secretary"."""
    for i in range(begin - 2, left - 1, -1):
        word = sentence[i]
        if word.tag != "word" or "-" in word.text:
            continue
        if i == left:
            acts = len(word.lower) > len("being") and word.lower.endswith("ing")
            return i + 1 if acts and word.lower not in _TITLE_PARTICIPLES else left
        subject = sentence[i - 1]
        is_verb = word.lower in _FINITE or word.lower.endswith("ed")
        if is_verb and (subject.tag == "name" or subject.lower.endswith("s")):
            return i + 1
    return left


def _are_counted(sentence: Sequence[Token], comma: int) -> bool:
    """Tell "Two Ferrow senators, " from "according to experts, " before a name."""
    if not is_plural_title(sentence[comma - 1].lower):
        return False
    first = comma - 1
    while first > 0 and sentence[first - 1].tag in IN_TITLES:
        first -= 1
    counts = sentence[max(0, first - 1) : first + 1]
    return any(word.tag == "number" or word.lower in _COUNTS for word in counts)


def _before_post(sentence: Sequence[Token], start: int, begin: int) -> int:
    """Leave out the place in "former ambassador to Ferrow Colm Farraday"."""
    joined = 1 < start < begin and sentence[start - 1].lower in ("to", "of", "in")
    joined = joined and all(is_place_word(word.lower) for word in sentence[start:begin])
    return start - 1 if joined and is_holder(sentence[start - 2].lower) else begin


def _before_place(sentence: Sequence[Token], end: int) -> int:
    """Leave out the place in "the governor of Ferrow, Colm Farraday,"."""
    start = end
    while start > 0 and sentence[start - 1].tag == "name":
        start -= 1
    joined = 1 < start < end and sentence[start - 1].lower in ("of", "for")
    return start - 1 if joined and is_holder(sentence[start - 2].lower) else end


def _is_in_title(word: Token) -> bool:
    return word.tag in IN_TITLES and word.lower not in SAYING


def _ends_description(sentence: Sequence[Token], end: int) -> bool:
    return end < len(sentence) and sentence[end].text in (",", ".")


def _may_end_title(begin: int, last: Token) -> bool:
    if last.tag == "possessive" or is_title(last.lower) or last.lower in _COLLEAGUES:
        return True
    return begin >= 2 and last.lower in TITLES["departments"]
