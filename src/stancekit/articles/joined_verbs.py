"""A second verb joined to the cue: "praised the pact and plans a tour" praises the pact alone."""

from __future__ import annotations

from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.finite_clauses import opens_predicate
from stancekit.articles.morphology import past_forms

_CLAUSES: Final = frozenset({"that", "to", "whether", "how", "why", "what", "if"})
_BEHIND_VERBS: Final = frozenset({"determiner", "pronoun", "possessive"})


def before_second_verb(sentence: Sentence, start: int, end: int) -> int:
    """Give where "and plans a tour" begins behind an object, which has no verb to be joined to."""
    tokens = sentence.tokens
    if tokens[start].lower in _CLAUSES:
        return end
    for i in range(start, end - 1):
        if tokens[i].tag in ("auxiliary", "negation", "relative") or tokens[i].lower == "that":
            return end
        if i > start and tokens[i].lower in ("and", "but") and _is_second_verb(sentence, i + 1):
            return i - 1 if tokens[i - 1].text == "," else i
    return end


def _is_second_verb(sentence: Sentence, index: int) -> bool:
    """Tell "and left the room", "and would not say", "and plans a tour" from a second noun."""
    verb = sentence.tokens[index]
    if opens_predicate(sentence, index):
        return verb.lower != "not"
    following = sentence.tokens[index + 1 : index + 2]
    form = verb.lower.endswith(("ed", "s")) or verb.lower in past_forms()
    return verb.tag == "word" and form and bool(following) and following[0].tag in _BEHIND_VERBS
