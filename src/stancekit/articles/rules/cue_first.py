"""A subject, its cue, then the content: `Baek said that talks failed`, `Oduya urged restraint`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from stancekit.articles.adjuncts import after_adjuncts
from stancekit.articles.author_tails import author_resumes
from stancekit.articles.clauses import Clause, Sentence
from stancekit.articles.contents import content_end, content_start
from stancekit.articles.denials import denies, refuses_to_speak
from stancekit.articles.findings import Finding, Range
from stancekit.articles.lexicon import word_groups
from stancekit.articles.narration import is_narrated
from stancekit.articles.relays import is_medium

LOOKS_FOR: Final = "somebody, then a verb that says or thinks, then what is said"
_WITHHELD: Final = frozenset({"state", "speak", "quote", "tell", "show", "speak of", "judge"})
_ACTS: Final = frozenset({"state", "tell", "judge", "speak of"})
_CONNECTORS: Final = frozenset(
    {"but", "while", "whereas", "although", "though", "and", "as", "yet"}
)
_OPENINGS: Final = word_groups("function_words")["subordinate opening"]
_CITING: Final = word_groups("verb_forms")["citing"]
_PARTS: Final = frozenset({";", "\u2014", "--"})


def find(sentence: Sentence) -> Iterator[Finding]:
    """Give the attributions whose content stands right of the cue, the outermost only."""
    covered = 0
    for position, clause in enumerate(sentence.clauses):
        if clause.cue.verb < covered or clause.inverted or clause.subject is None:
            continue
        if _relays(sentence, clause) or _asks_what(sentence, clause):
            continue
        if _does_without(sentence, clause):
            covered = sentence.end
            continue
        limit = _limit(sentence, clause, sentence.clauses[position + 1 :])
        start = content_start(sentence, clause.cue, limit)
        withheld = _withholds(sentence, clause)
        if start is None or withheld or is_narrated(sentence, clause, start):
            if _acts(sentence, clause):
                yield _finding(clause, [(clause.cue.first, clause.cue.last + 1)], acts=True)
            continue
        end = content_end(sentence, clause.cue, start, limit)
        end = author_resumes(sentence, clause, start, end)
        covered = end
        yield _finding(clause, [(start, end)])


def _finding(clause: Clause, content: list[Range], *, acts: bool = False) -> Finding:
    return Finding(
        rule="cue_first",
        cue=(clause.cue.first, clause.cue.last + 1),
        content=content,
        source=clause.subject,
        kind=clause.cue.kind,
        antecedent=clause.antecedent,
        acts=acts,
    )


def _acts(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether somebody with a name does what the author tells."""
    named = clause.antecedent or clause.subject
    return named is not None and sentence.tokens[named.end - 1].tag == "name"


def _withholds(sentence: Sentence, clause: Clause) -> bool:
    """Tell "did not say whether" and "declined to say" from "did not say that" and "did not deny".

    Who says what is not so has said something; who keeps silent has not.
    """
    tokens, cue = sentence.tokens, clause.cue
    if not cue.negated or cue.kind not in _WITHHELD:
        return refuses_to_speak(tokens, cue.verb)
    if cue.modal or not any(word.tag == "negation" for word in tokens[cue.first : cue.verb]):
        return True
    stated = cue.last + 1 < len(tokens) and tokens[cue.last + 1].lower == "that"
    return not stated and not denies(tokens[cue.verb].lower)


def _relays(sentence: Sentence, clause: Clause) -> bool:
    """Tell "the agency, which cited officials": whom it cites speaks in the main clause."""
    if clause.subject is None or sentence.tokens[clause.cue.verb].lower not in _CITING:
        return False
    hangs = clause.cue.shape == "participle" and is_medium(sentence.tokens, clause.subject)
    return clause.antecedent is not None or hangs


def _is_parenthesis(sentence: Sentence, clause: Clause) -> bool:
    """Tell ", citing storms, " between a cue and the "that" of its content."""
    first = clause.cue.first
    if clause.cue.shape != "participle" or first == 0 or sentence.tokens[first - 1].text != ",":
        return False
    behind = after_adjuncts(sentence.tokens, first - 1, sentence.end)
    return behind > first and sentence.tokens[behind - 1].text == ","


def _asks_what(sentence: Sentence, clause: Clause) -> bool:
    """Tell "What the notes said is known": what is said stands nowhere."""
    tokens, behind = sentence.tokens, clause.cue.last + 1
    asked = clause.begin > 0 and tokens[clause.begin - 1].lower in ("what", "whatever")
    return asked and behind < len(tokens) and tokens[behind].tag == "auxiliary"


def _does_without(sentence: Sentence, clause: Clause) -> bool:
    """Tell "without saying when", which says nothing."""
    first = clause.cue.first
    return clause.cue.shape == "participle" and sentence.tokens[first - 1].lower == "without"


def _limit(sentence: Sentence, clause: Clause, later: Sequence[Clause]) -> int:
    """Give where the next clause on the same level begins, its connector included."""
    for other in later:
        if _relays(sentence, other) or _is_parenthesis(sentence, other):
            continue
        encloses = clause.antecedent is not None and other.begin < clause.begin
        if encloses and sentence.tokens[other.cue.first - 1].text == ",":
            return other.cue.first - 1
        begin = _separate_begin(sentence, clause, other)
        if begin is not None and begin > clause.cue.last + 1:
            return begin
    return sentence.end


def _opens(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a clause belongs to an introduction that the main clause follows."""
    first = sentence.tokens[0]
    if first.lower in _OPENINGS:
        return True
    marks = any(token.text == "," for token in sentence.tokens[: clause.cue.first])
    return first.tag == "preposition" and not marks


def _separate_begin(sentence: Sentence, clause: Clause, other: Clause) -> int | None:
    """Give where a later clause leaves the content of an earlier one; ``None`` if it is inside."""
    tokens = sentence.tokens
    begin = min(other.begin, other.cue.first)
    if begin == 0 or other.antecedent is not None:
        return None
    before = tokens[begin - 1]
    if before.tag == "relative" and begin >= 2 and tokens[begin - 2].text == ",":
        return begin - 2  # "a deal, which experts argue could fail"
    if before.text == ",":
        main = other.own and not other.inverted and _opens(sentence, clause)
        return begin - 1 if main or other.cue.shape == "participle" or not other.own else None
    if other.cue.shape == "participle":
        return None
    if before.text in _PARTS:
        return begin - 1
    if before.lower in _CONNECTORS and begin >= 2:
        if tokens[begin].lower == "that":
            return None  # "..., and that the council had read it"
        if tokens[begin - 2].text == ",":
            return begin - 2
        if not other.own and other.cue.kind in _ACTS:
            return begin - 1
    return None
