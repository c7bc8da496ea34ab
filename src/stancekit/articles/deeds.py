"""Verbs of doing, wanting and perceiving, which tell what somebody says only now and then.

"Oduya ordered the retreat" is the author's sentence; "Oduya ordered that the fleet retreat" and
`Oduya backed what she called "a fine bit of work"` hold what she says.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import Final

from stancekit.articles.clauses import Clause, Sentence
from stancekit.articles.lexicon import word_groups
from stancekit.articles.morphology import verb_forms
from stancekit.articles.names import is_organisation, is_place_word, is_role_noun
from stancekit.articles.tokens import Token

_VERBS: Final = ("deeds", "perceptions", "blows", "thoughts", "wishes")
_VIEWS: Final = frozenset({"as", "how", "whether", "why"})
_NATIONALITIES: Final = word_groups("places")["nationalities"]
_PEOPLE: Final = frozenset({"he", "she", "i", "who"})
_REASONS: Final = frozenset({"for", "as", "over"})
_SCARE_QUOTES: Final = 2
_NEAR: Final = 5
_WISHED: Final = frozenset({"like", "prefer", "love", "rather", "welcome"})
_CLAUSES: Final = frozenset({"that", "whether", "how", "why", "what", "if"})


@cache
def _groups() -> dict[str, str]:
    """Map each form of each verb, its particles behind it, to its group."""
    table: dict[str, str] = {}
    for group in _VERBS:
        for verb in word_groups("deeds")[group]:
            base, *particles = verb.split()
            for form in verb_forms(base):
                table[" ".join((form.text, *particles))] = group
    return table


@cache
def _intending() -> frozenset[str]:
    verbs = word_groups("deeds")["intending"]
    return frozenset(form.text for verb in verbs for form in verb_forms(verb))


def is_deed(sentence: Sentence, clause: Clause, start: int) -> bool:
    """Tell what somebody does, wants or perceives from what they say, from token `start` on."""
    tokens, cue = sentence.tokens, clause.cue
    words = tokens[cue.verb : cue.last + 1]
    group = _groups().get(" ".join(word.lower for word in words))
    if group is None or is_said(sentence, start):
        return False
    behind = {word.lower for word in tokens[start : sentence.end]}
    if group == "perceptions":
        return behind.isdisjoint(_VIEWS) and not _is_judge(sentence, clause)
    if group == "blows":
        return behind.isdisjoint(_REASONS)
    if group == "thoughts":
        return words[0].lower.endswith("ing")
    return group == "deeds" or not _is_person(sentence, clause)


def is_forecast(sentence: Sentence, clause: Clause, start: int) -> bool:
    """Tell "Oduya will oppose it" and "plans to oppose it" from "would say that it failed"."""
    tokens, cue = sentence.tokens, clause.cue
    group = tokens[cue.first : cue.last + 1]
    intends = any(
        word.lower in _intending() and after.lower == "to" for word, after in pairwise(group)
    )
    if any(word.lower == "expected" for word in group[:-1]):
        return True  # "is expected to say that"
    if not (cue.modal or intends) or is_said(sentence, start):
        return False
    if tokens[start].lower in _CLAUSES:
        return False
    return intends or not any(word.lower in _WISHED or word.tag == "negation" for word in group)


def is_said(sentence: Sentence, start: int) -> bool:
    """Tell a clause with "that", or words in quotation marks that are more than scare quotes."""
    tokens = sentence.tokens
    if tokens[start].lower == "that":
        return True
    if tokens[start].tag == "preposition":  # "have assumed for decades that"
        return any(word.lower == "that" for word in tokens[start + 1 : start + _NEAR])
    return any(_is_quoted(word) for word in tokens[start : sentence.end])


def _is_judge(sentence: Sentence, clause: Clause) -> bool:
    """Tell "analysts find it weak" and "the report found it weak" from what befalls somebody."""
    phrase = clause.antecedent or clause.subject
    return phrase is not None and is_role_noun(sentence.tokens[phrase.end - 1].lower)


def _is_quoted(word: Token) -> bool:
    return word.tag == "quotation" and len(word.text.split()) > _SCARE_QUOTES


def _is_person(sentence: Sentence, clause: Clause) -> bool:
    """Tell "she" and "Oduya" from a country, a body or a crowd."""
    phrase = clause.antecedent or clause.subject
    if phrase is None:
        return False
    words = sentence.tokens[phrase.start : phrase.end]
    head = words[-1]
    if head.tag in ("pronoun", "relative"):
        return head.lower in _PEOPLE
    if head.tag != "name" or is_organisation(words):
        return is_role_noun(head.lower) and not head.lower.endswith("s")
    return not (is_place_word(head.lower) or head.lower.removesuffix("s") in _NATIONALITIES)
