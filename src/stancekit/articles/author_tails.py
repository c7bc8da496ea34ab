"""Where the author takes over again before the sentence ends: what is said ends there.

What marks the place is a comma, a dash or a conjunction, and behind it a clause with a subject and
a verb of its own, or words that sum up what was said.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stancekit.articles.breaks import DASHES, behind_break, breaks
from stancekit.articles.clauses import Clause, Sentence
from stancekit.articles.finite_clauses import finite_verb, opens_predicate
from stancekit.articles.glosses import has_effect, sums_up
from stancekit.articles.joined_verbs import before_second_verb
from stancekit.articles.lexicon import word_groups
from stancekit.articles.morphology import past_forms
from stancekit.articles.speech_tags import is_tag
from stancekit.articles.tokens import Token

_SUBORDINATE: Final = word_groups("function_words")["subordinate opening"] | {"even", "once"}
_OPENS_INSIDE: Final = _SUBORDINATE | {"unless", "despite", "that"}
_JOINS: Final = frozenset({"and", "but", "yet", "though", "although", "while"})
_NOT_APART: Final = frozenset({"that", "instead", "now", "if", "when", "as", "not"})
_MODALS: Final = word_groups("function_words")["modal"]
_SHIFTED: Final = frozenset({"was", "were", "had", "wasn't", "weren't", "hadn't", "didn't"})
"""What speech in the present becomes behind a past cue: the clause may still be the speaker's."""
_WITH_OBJECT: Final = frozenset({"judge", "speak of", "show", "want"})
_LONGEST_PARENTHESIS: Final = 12


def author_resumes(sentence: Sentence, clause: Clause, start: int, end: int) -> int:
    """Give where the author takes over in the content that begins at `start`; `end` if nowhere.

    Parameters
    ----------
    sentence, clause
        The sentence and the clause of the cue.
    start, end
        The content as it would be without the author's words, in token indices.
    """
    embedded = _is_embedded(sentence, clause)
    open_inside = _opens_inside(sentence, start)
    described = _is_inset(sentence, clause)
    if clause.cue.kind in _WITH_OBJECT:
        end = before_second_verb(sentence, start, end)
    for mark in breaks(sentence, start, end):
        behind = behind_break(sentence.tokens, mark)
        if behind >= end:
            break
        if open_inside and finite_verb(sentence, behind, end) is not None:
            open_inside = False
        elif (
            (embedded and _is_main_clause(sentence, behind, end))
            or (described and opens_predicate(sentence, behind))
            or is_tag(sentence, behind, end)
            or _is_joined_clause(sentence, clause, behind, end)
            or sums_up(sentence, behind, end)
            or has_effect(sentence.tokens, behind, end)
        ):
            return mark
    return end


def _is_inset(sentence: Sentence, clause: Clause) -> bool:
    """Tell ", who says" and ", which aides say" between marks, behind which the verb follows."""
    tokens = sentence.tokens
    for i in range(clause.begin, max(0, clause.begin - 2), -1):
        if tokens[i].tag == "relative" and i and tokens[i - 1].text in (",", *DASHES):
            return True
    return False


def _is_embedded(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause opens the sentence and its main clause follows: "While Baek says"."""
    tokens = sentence.tokens
    first = 0
    while first < clause.cue.first and tokens[first].tag in ("conjunction", "adverb"):
        first += 1
    before = clause.begin if clause.own else clause.cue.first
    if any(token.text == "," for token in tokens[first:before]):
        return False
    if tokens[first].lower in _SUBORDINATE:
        return True
    opening = first == clause.cue.first or tokens[first].lower in ("by", "with", "in", "despite")
    return clause.cue.shape == "participle" and opening


def _opens_inside(sentence: Sentence, start: int) -> bool:
    """Tell whether the content has an introduction of its own: "that if talks fail, sanctions"."""
    tokens = sentence.tokens
    first = start + 1 if tokens[start].lower in ("that", "whether") else start
    if first < sentence.end and tokens[first].text == ",":
        first += 1
    if first >= sentence.end:
        return False
    opening = tokens[first]
    return opening.tag in ("preposition", "subordinator") or opening.lower in _OPENS_INSIDE


def _is_main_clause(sentence: Sentence, behind: int, end: int) -> bool:
    if sentence.tokens[behind].tag in ("conjunction", "subordinator", "relative"):
        return False
    return finite_verb(sentence, behind, end) is not None


def _is_joined_clause(sentence: Sentence, clause: Clause, behind: int, end: int) -> bool:
    """Tell ", but the envoy left early" from what goes on in reported speech: ", but it would"."""
    tokens = sentence.tokens
    if tokens[behind].lower not in _JOINS or behind + 1 >= end:
        return False
    if tokens[behind + 1].lower in _NOT_APART:
        return False
    verb = finite_verb(sentence, _past_parenthesis(tokens, behind + 1, end), end)
    if verb is None or tokens[verb].lower.removesuffix("n't") in _MODALS:
        return False
    if clause.cue.kind in _WITH_OBJECT:
        return True
    again = tokens[behind + 1].lower in ("it", "they")  # most often what was spoken of
    return not (again or tokens[verb].lower in _SHIFTED or _is_present(sentence, clause))


def _past_parenthesis(tokens: Sequence[Token], start: int, end: int) -> int:
    """Give where words go on behind ", in a tweet, "."""
    if tokens[start].text != ",":
        return start
    stop = min(end, start + _LONGEST_PARENTHESIS)
    return next((i + 1 for i in range(start + 1, stop) if tokens[i].text == ","), start)


def _is_present(sentence: Sentence, clause: Clause) -> bool:
    """Tell "says", behind which a verb in the present may be the speaker's."""
    verb = sentence.tokens[clause.cue.verb].lower
    return clause.cue.first == clause.cue.verb and not (
        verb.endswith(("ed", "ing")) or verb in past_forms()
    )
