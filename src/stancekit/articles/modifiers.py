"""Clauses without commas that hang on a noun: "experts reached by the paper", "envoys who were"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from stancekit.articles.lexicon import all_words, word_groups
from stancekit.articles.tokens import Token

_WHO: Final = frozenset({"who", "that"})
_INSIDE: Final = frozenset(
    {"name", "word", "number", "determiner", "possessive", "preposition", "auxiliary", "negation"}
    | {"adverb"}
)
_TIMES: Final = (
    word_groups("function_words")["time"]
    | all_words("calendar")
    | {"this", "last", "on", "in", "late", "early"}
)
_PARTICIPLES: Final = frozenset(
    entry.split()[2] for entry in word_groups("irregular_verbs")["verbs"]
) - {"said", "read", "told"}
_DOCUMENTS: Final = word_groups("documents")["documents"]
_LONGEST_CLAUSE: Final = 16
_LONGEST_TIME: Final = 4


def described_noun(
    sentence: Sequence[Token], start: int, is_verb: Callable[[int], bool]
) -> int | None:
    """Give where the noun ends on which the phrase that begins at `start` hangs with its clause.

    ``None`` where the phrase stands for itself. What precedes the phrase must leave a clause
    open: a preposition, or an infinitive's verb.
    """
    if start < 2 or sentence[start - 1].tag not in ("preposition", "negation"):
        return None
    if sentence[start - 1].lower == "by" and sentence[start - 2].lower in _DOCUMENTS:
        return start - 1
    for i in range(start - 1, max(0, start - _LONGEST_CLAUSE), -1):
        if opens_reduced_clause(sentence, i):
            return i
        if sentence[i].lower in _WHO:
            return i if sentence[i - 1].is_nounish and start - i > 1 else None
        passive = sentence[i - 1].tag == "auxiliary"
        if (is_verb(i) and not passive) or not _may_be_inside(sentence, i):
            return None
    return None


def opens_reduced_clause(sentence: Sequence[Token], index: int) -> bool:
    """Tell "reached by" behind "experts": a participle that says which noun is meant."""
    token, before = sentence[index], sentence[index - 1]
    if index == 0 or token.tag != "word" or before.tag != "word":
        return False
    participle = token.lower.endswith("ed") or token.lower in _PARTICIPLES
    return participle and _ties(sentence[index + 1 : index + 1 + _LONGEST_TIME])


def _ties(words: Sequence[Token]) -> bool:
    """Tell a preposition, or a time before it: "published this month by"."""
    for word in words:
        if word.tag == "preposition":
            return True
        if word.lower not in _TIMES:
            return False
    return False


def _may_be_inside(sentence: Sequence[Token], index: int) -> bool:
    """Tell what may stand in the clause; "and" only where its verb goes on: "and was not"."""
    if sentence[index].lower == "and":
        return sentence[index + 1].tag == "auxiliary"
    return sentence[index].tag in _INSIDE
