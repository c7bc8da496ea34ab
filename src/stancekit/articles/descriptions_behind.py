"""What a sentence says of somebody right behind the name: an apposition, a clause, a predicate."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from stancekit.articles.lexicon import word_groups
from stancekit.articles.names import is_holder
from stancekit.articles.roles import role_of
from stancekit.articles.title_phrases import IN_TITLES, SAYING
from stancekit.articles.tokens import Token, as_text

_JOINS: Final = frozenset({"of", "at", "from", "with"})
_OPENS_APPOSITION: Final = frozenset({"determiner", "word", "name", "relative", "adverb"})
_BEFORE_APPOSITION: Final = frozenset({",", "(", "\u2014", "--", "-"})
_STOPS: Final = frozenset({",", ".", ";", ":", ")", "\u2014", "--"})
_COPULAS: Final = frozenset({"is", "was", "became", "becomes", "remains"})
_STUDYING: Final = word_groups("offices")["studying"]
GOVERNS: Final = "administration"
"""What stands behind the name of a head of government: "the Farraday administration"."""
_LONGEST_DESCRIPTION: Final = 30
_HEADS: Final = word_groups("offices")["heads"]
_WHO: Final = Token("who", "who", 0, 0, "relative")


def description_behind(sentence: Sequence[Token], end: int) -> Sequence[Token]:
    """Give the words that describe a name right behind it."""
    if end + 1 >= len(sentence):
        return ()
    token = sentence[end]
    if token.lower in _JOINS:
        following = sentence[end + 1]
        named = following.lower in ("the", "a") or following.tag == "name"
        return [*_until_stop(sentence, end), *_second(sentence, end)] if named else ()
    if token.tag == "relative":
        return _until_stop(sentence, end)
    if token.lower == GOVERNS:
        return [token]
    if token.lower in _COPULAS:
        return _predicate(sentence, end)
    if token.lower in _STUDYING:
        studies = [_WHO, *_until_stop(sentence, end)]
        return studies if role_of(as_text(studies)) == "expert" else ()
    if token.text not in _BEFORE_APPOSITION:
        return ()
    begin = _behind_age(sentence, end + 1)
    words = _without_clause(_until_stop(sentence, begin))
    age = [token for token in sentence[end + 1 : begin + 1] if token.tag == "number"]
    return [*age[:1], *words] if _is_apposition(words) else age[:1]


def _without_clause(words: Sequence[Token]) -> Sequence[Token]:
    """Leave the cue out of "a researcher at the Forum told the Ledger"; no comma precedes it."""
    if not words or not (words[0].lower in ("a", "an") or _opens_post(words)):
        return words
    return list(takewhile(lambda word: word.lower not in SAYING, words))


def _opens_post(words: Sequence[Token]) -> bool:
    """Tell "director of the Forum said" from "officials said" and "the minister said"."""
    post = list(takewhile(lambda word: word.tag in IN_TITLES, words))
    joined = words[len(post) : len(post) + 1]
    if not post or not joined or joined[0].lower not in ("of", "at", "for"):
        return False
    return is_holder(post[-1].lower) or post[-1].lower in _HEADS


def _predicate(sentence: Sequence[Token], copula: int) -> Sequence[Token]:
    """Give what a sentence says somebody is: "Ines Oduya is an economist with the Bank"."""
    words = _until_stop(sentence, copula + 1)
    if words and words[0].lower in ("at", "with", "in") and sentence[copula].lower == "is":
        return _place(sentence, copula + 1, words)
    if not words or words[0].lower not in ("a", "an", "the"):
        return ()
    head = list(takewhile(lambda word: word.tag in IN_TITLES or word.lower == "first", words[1:]))
    if not head or not is_holder(head[-1].lower):
        return ()
    told = sentence[copula].lower != "was"
    return words if told else [_WHO, sentence[copula], *words]


def _place(sentence: Sequence[Token], start: int, words: Sequence[Token]) -> Sequence[Token]:
    """Give where somebody is: "at the Hangang Forum", "in Seoul, at the Hangang Forum"."""
    comma = start + len(words)
    if words[0].lower == "in" and sentence[comma : comma + 1] and sentence[comma].text == ",":
        words = _until_stop(sentence, comma + 1)
    return words if role_of(as_text(words)) == "expert" else ()


def _second(sentence: Sequence[Token], end: int) -> Sequence[Token]:
    """Give the apposition behind "Oduya of the Harbour Council, a former envoy, "."""
    comma = end + len(_until_stop(sentence, end))
    if comma + 2 >= len(sentence) or sentence[comma].text != ",":
        return ()
    words = _until_stop(sentence, comma + 1)
    opened = words and words[0].lower in ("a", "an", "who", "the")
    return words if opened and _is_apposition(words) else ()


def _behind_age(sentence: Sequence[Token], start: int) -> int:
    """Give where a description goes on behind an age between commas."""
    if start + 1 < len(sentence) and sentence[start].tag == "number":
        return start + 2 if sentence[start + 1].text == "," else start
    return start


def _is_apposition(words: Sequence[Token]) -> bool:
    """Tell a description from a clause that follows a comma."""
    if not words:
        return False
    if words[0].lower in _JOINS:  # "Oduya, of the Harbour Institute, said"
        return any(word.tag == "name" for word in words[1:3])
    if words[0].tag not in _OPENS_APPOSITION and words[0].lower != "once":
        return False
    if any(word.tag == "relative" or word.lower == "whose" for word in words):
        return True
    return not any(_makes_clause(word) for word in words)


def _makes_clause(word: Token) -> bool:
    negates = word.tag == "negation" and word.lower != "not"
    return word.tag == "auxiliary" or negates or word.lower in SAYING


def _until_stop(sentence: Sequence[Token], start: int) -> Sequence[Token]:
    end = start
    while end < min(len(sentence), start + _LONGEST_DESCRIPTION):
        if sentence[end].text in _STOPS or sentence[end].tag == "quotation":
            break
        end += 1
    return sentence[start:end]
