"""To whom a speaker ascribes a belief or an aim: "she said the ministry wants a truce"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from stancekit.articles.clauses import Clause, Sentence
from stancekit.articles.lexicon import word_groups
from stancekit.articles.mentions import read_mention
from stancekit.articles.morphology import verb_forms
from stancekit.articles.phrases import Phrase
from stancekit.articles.roles import role_of
from stancekit.records import Span

_BODIES: Final = frozenset({"institution", "official", "politician"})


def attributed_actor(sentence: Sentence, content: Sequence[Span]) -> Span | None:
    """Give who, inside a content, believes or wants something; ``None`` where nobody is told.

    Only somebody whom the clause itself names counts: no pronoun, and nobody who merely says
    something. Words in quotation marks are not looked into.
    """
    for clause in sentence.clauses:
        subject = clause.subject
        if subject is None or not _ascribes(sentence, clause):
            continue
        words = sentence.tokens[subject.start : subject.end]
        span = (words[0].start, words[-1].end)
        within = any(start <= span[0] and span[1] <= end for start, end in content)
        if within and _may_believe(sentence, subject):
            return span
    return None


def _ascribes(sentence: Sentence, clause: Clause) -> bool:
    if sentence.tokens[clause.cue.verb].lower not in _mental() or clause.cue.shape != "finite":
        return False
    return clause.own and not clause.inverted and clause.antecedent is None


def _may_believe(sentence: Sentence, subject: Phrase) -> bool:
    """Tell a state, a body or a named person from a thing and from "experts"."""
    mention = read_mention(sentence.tokens, subject)
    if mention.kind in ("organisation", "name"):
        return True
    return mention.kind == "noun" and role_of(mention.before) in _BODIES


@cache
def _mental() -> frozenset[str]:
    verbs = word_groups("verb_forms")["mental"]
    return frozenset(form.text for verb in verbs for form in verb_forms(verb))
