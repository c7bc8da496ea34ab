"""Participles that say what the author concludes: "exports fell, suggesting that demand is low".

They are somebody's own only where the clause they hang on is a statement of theirs, or where they
are verbs of saying.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from stancekit.articles.clauses import Clause, Sentence
from stancekit.articles.deeds import is_said
from stancekit.articles.lexicon import word_groups
from stancekit.articles.morphology import verb_forms
from stancekit.articles.names import is_role_noun

_SAYING: Final = frozenset({"state", "speak", "tell", "quote", "judge", "speak of"})
_WITHOUT: Final = frozenset({"without", "despite"})
_DOCUMENTS: Final = word_groups("documents")["documents"]


def is_inference(sentence: Sentence, clause: Clause, start: int) -> bool:
    """Tell whether a participle gives what the author makes of its sentence."""
    cue, tokens = clause.cue, sentence.tokens
    if cue.shape != "participle":
        return False
    before = tokens[cue.first - 1].lower if cue.first else ""
    if before in _WITHOUT:
        return True
    if is_said(sentence, start) and clause.own:
        return False
    verb = tokens[cue.verb].lower
    if verb == "calling" and cue.last > cue.verb:
        return False  # "leaders calling for a truce"
    if clause.own and clause.subject is not None:
        return verb in _forms("attitudes") and not _is_document(sentence, clause)
    if _hangs_on_statement(sentence, clause):
        return False
    if verb in _forms("inferences"):
        return True
    return verb in _forms("hints") and not _hangs_on_speaker(sentence, clause)


def _is_document(sentence: Sentence, clause: Clause) -> bool:
    head = "" if clause.subject is None else sentence.tokens[clause.subject.end - 1].lower
    return head in _DOCUMENTS or head.removesuffix("s") in _DOCUMENTS


def _hangs_on_statement(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether the same subject has said something before in the sentence."""
    return any(
        other.cue.verb < clause.cue.first
        and other.subject == clause.subject
        and other.cue.kind in _SAYING
        and not other.cue.negated
        for other in sentence.clauses
    )


def _hangs_on_speaker(sentence: Sentence, clause: Clause) -> bool:
    """Tell "The envoy nodded, suggesting that" from "Exports fell" and from what was not done."""
    if clause.subject is None:
        return False
    between = sentence.tokens[clause.subject.end : clause.cue.first]
    head = sentence.tokens[clause.subject.end - 1]
    speaks = head.tag in ("name", "pronoun") or is_role_noun(head.lower)
    return speaks and not any(word.tag == "negation" for word in between)


@cache
def _forms(group: str) -> frozenset[str]:
    """Give the participles of the verbs of a group."""
    verbs = word_groups("deeds")[group]
    return frozenset(f.text for verb in verbs for f in verb_forms(verb) if "ing" in f.tenses)
