"""Clauses that nobody asserts: questions, conditions, comparisons, and what others believe.

"He did not say whether Oduya backs the plan" tells nothing that Oduya says, nor does "fears that
Oduya may leave".
"""

from __future__ import annotations

from typing import Final

from stancekit.articles.clauses import Clause, Sentence
from stancekit.articles.lexicon import word_groups

_OPEN: Final = frozenset({"whether", "if", "unless", "than", "how", "lest", "why"})
_NUMBERS: Final = word_groups("verb_forms")["numbers"] | {"one", "half", "a"}
_BELIEFS: Final = (
    word_groups("cue_nouns")["that"]
    | word_groups("cue_nouns")["opinion"]
    | word_groups("deeds")["facts"]
)


def is_embedded(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause is part of a question, a condition or somebody's belief."""
    if not clause.own or clause.inverted or clause.begin == 0:
        return False
    tokens, before = sentence.tokens, clause.begin - 1
    if sentence.is_verb(before) and tokens[clause.begin].tag != "pronoun":
        return True  # "did not say Oduya backs it"
    while before > 0 and tokens[before].tag == "adverb":
        before -= 1
    word = tokens[before].lower
    if word == "than" and tokens[before + 1].lower in _NUMBERS:
        return False  # "more than one witness said"
    if word in _OPEN or word == "between":
        return True  # "talks between Oduya and Baek signalled": the talks did
    return word == "that" and before > 0 and _believes(sentence, before - 1)


def _believes(sentence: Sentence, index: int) -> bool:
    """Tell "fears that" and "did not say that" from "a move that", which the clause is about."""
    word = sentence.tokens[index].lower
    return word in _BELIEFS or word.removesuffix("s") in _BELIEFS or sentence.is_verb(index)
