"""Where a clause with a subject and a verb of its own begins, whatever the verb."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.lexicon import word_groups
from stancekit.articles.morphology import past_forms
from stancekit.articles.tokens import Token

_FINITE: Final = frozenset({"auxiliary", "negation"})
_NOT_FINITE: Final = frozenset({"having", "being", "been", "be", "get"})
_BEFORE_SUBJECT: Final = frozenset({"adverb"})
_IN_SUBJECT: Final = frozenset({"name", "word", "number", "determiner", "possessive", "adverb"})
_OBJECTS: Final = frozenset({"him", "them", "me", "us"})
_DEMONSTRATIVE: Final = frozenset({"this", "these", "those", "that"})
_JOINING: Final = word_groups("function_words")["linking"] | {"and", "than"}
_BEFORE_JOINT: Final = frozenset({"name", "word", "number", "quotation", "pronoun", "determiner"})
_AFTER_A_PAST: Final = frozenset(
    {"determiner", "pronoun", "name", "adverb", "preposition", "auxiliary"}
)
_STOPS: Final = frozenset({".", ";", "!", "?"})
_LONGEST_SUBJECT: Final = 12


@cache
def _pasts_alone() -> frozenset[str]:
    """Give the past forms that are no participles: "fell", "took", "began"."""
    forms = (entry.split() for entry in word_groups("irregular_verbs")["verbs"])
    return frozenset(past for base, past, participle in forms if past not in (base, participle))


def finite_verb(sentence: Sentence, start: int, limit: int) -> int | None:
    """Give the verb of the clause that begins at `start` with its subject; ``None`` for no clause.

    Only what an auxiliary, a known verb or a past form shows is told.
    """
    tokens = sentence.tokens
    i = start
    while i < limit and tokens[i].tag in _BEFORE_SUBJECT:
        i += 1
    if i + 1 >= limit or tokens[i].tag == "possessive":
        return None
    if tokens[i].lower in _OBJECTS:
        return None
    first = i
    if tokens[i].tag == "pronoun" or tokens[i].lower in _DEMONSTRATIVE:
        behind = _past_adverbs(sentence, i + 1, limit)
        if behind < limit and _is_predicate(sentence, behind, after_pronoun=True):
            return behind
        if tokens[i].tag == "pronoun":
            first = i + 1 if i + 1 < limit and tokens[i + 1].lower == "and" else limit
            first += 1
    for k in range(first, min(limit, i + _LONGEST_SUBJECT)):
        if k > i and _is_predicate(sentence, k):
            return k
        if not _is_in_subject(tokens, k, first, i):
            return None
    return None


def _is_in_subject(tokens: Sequence[Token], k: int, first: int, start: int) -> bool:
    """Tell what may stand in the subject that begins at `start` and is read from `first`."""
    token = tokens[k]
    if k > start and token.lower == "that":
        return False  # "institutions that have failed"
    if token.tag in _IN_SUBJECT or (k == first and token.tag == "pronoun"):
        return True  # "he and others"
    return k > start and token.lower in _JOINING and tokens[k - 1].tag in _BEFORE_JOINT


def opens_predicate(sentence: Sentence, start: int) -> bool:
    """Tell whether a verb without a subject of its own stands at a token: ", has said"."""
    i = _past_adverbs(sentence, start, sentence.end)
    return i < sentence.end and _is_predicate(sentence, i)


def _past_adverbs(sentence: Sentence, start: int, limit: int) -> int:
    while start < limit and sentence.tokens[start].tag == "adverb":
        start += 1
    return start


def _is_predicate(sentence: Sentence, index: int, *, after_pronoun: bool = False) -> bool:
    token = sentence.tokens[index]
    if token.tag in _FINITE:
        return token.lower not in _NOT_FINITE
    if token.tag != "word":
        return False
    if sentence.is_verb(index):
        return any(cue.verb == index and cue.shape == "finite" for cue in sentence.cues)
    if after_pronoun:
        return not token.lower.endswith("ing")
    return _is_past(sentence, index, token)


def _is_past(sentence: Sentence, index: int, token: Token) -> bool:
    """Tell "the envoy left the room" from a participle: "a plan backed by the envoy"."""
    if token.lower in _pasts_alone() and sentence.tokens[index - 1].is_nounish:
        return True
    if not (token.lower in past_forms() or (token.lower.endswith("ed") and len(token.text) > 4)):
        return False
    before, following = sentence.tokens[index - 1], sentence.tokens[index + 1 : index + 2]
    if not (before.is_nounish or before.text == ",") or before.tag == "number":
        return False
    if not following or following[0].text in _STOPS:
        return True
    return following[0].tag in _AFTER_A_PAST and following[0].lower not in ("by", "in", "for")
