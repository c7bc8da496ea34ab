"""Clauses that tag what is said with its speaker: ", the agency reported", ", he said"."""

from __future__ import annotations

from typing import Final

from stancekit.articles.adjuncts import after_adjuncts
from stancekit.articles.breaks import behind_break, breaks
from stancekit.articles.clauses import Clause, Sentence

_SAYING: Final = frozenset({"state", "speak", "tell", "quote"})
_ADDING: Final = _SAYING | {"speak of"}
_CLOSING: Final = frozenset({",", "\u2014", "--"})


def is_tag(sentence: Sentence, start: int, end: int) -> bool:
    """Tell whether a clause at `start` says who spoke and nothing more."""
    return any(
        clause.begin == start and _names_speaker(clause) and _is_over(sentence, clause, end)
        for clause in sentence.clauses
    )


def _names_speaker(clause: Clause) -> bool:
    says = clause.cue.kind in _SAYING and clause.cue.shape == "finite"
    return says and clause.own and clause.antecedent is None


def _is_over(sentence: Sentence, clause: Clause, end: int) -> bool:
    after = after_adjuncts(sentence.tokens, clause.cue.last + 1, end)
    return after >= end or sentence.tokens[after].text in _CLOSING


def second_end(sentence: Sentence, start: int) -> int:
    """Give where a second part of content ends: before ", he said" and ", adding that"."""
    for mark in breaks(sentence, start, sentence.end):
        behind = behind_break(sentence.tokens, mark)
        if is_tag(sentence, behind, sentence.end) or _adds(sentence, behind):
            return mark
    return sentence.end


def _adds(sentence: Sentence, behind: int) -> bool:
    """Tell "adding that" behind a comma, with which the speaker goes on."""
    return any(
        cue.first == behind and cue.shape == "participle" and cue.kind in _ADDING
        for cue in sentence.cues
    )
