"""A sentence as the rules read it: the clause of each of its cues, and the subject of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from stancekit.articles.cues import Cue
from stancekit.articles.inverted_subjects import inverted_subject
from stancekit.articles.names import is_proper_name
from stancekit.articles.phrase_edges import is_object, is_speech
from stancekit.articles.phrases import Phrase
from stancekit.articles.sentence_words import INTRODUCING, SentenceWords, first_phrase
from stancekit.articles.subjects import (
    acting_name,
    bearer,
    behind_joined_adverb,
    inner_subject,
    is_among,
    is_company,
    opens_with_participle,
    relative_before,
)

_BEFORE_RELATIVES: Final = frozenset({",", "\u2014", "\u2013", "--"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A cue with its subject; `begin` is its first token, its connector not counted.

    `subject` is ``None`` where none was found; `own` is false where it is that of another verb;
    `antecedent` is what a relative pronoun stands for.
    """

    cue: Cue
    subject: Phrase | None
    begin: int
    own: bool = True
    inverted: bool = False
    antecedent: Phrase | None = None


@dataclass
class Sentence(SentenceWords):
    """A sentence with its attributing clauses in order, passive ones and bare infinitives not."""

    clauses: list[Clause] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.clauses = []
        for cue in self.cues:
            if cue.shape in ("finite", "participle"):
                self.clauses.append(_clause(self, cue, self.clauses))


def _clause(sentence: SentenceWords, cue: Cue, earlier: Sequence[Clause]) -> Clause:
    inverted = inverted_subject(sentence, cue)
    if inverted is not None:
        return Clause(cue, inverted, cue.first, inverted=True)
    if cue.shape == "participle":
        return _participle(sentence, cue, earlier)
    first = behind_joined_adverb(sentence.tokens, cue.first)
    subject = sentence.phrase_before(first)
    if subject is None or is_company(sentence.tokens, subject.start):
        return _joined(sentence, cue, earlier)
    if sentence.tokens[subject.start].tag == "relative" and subject.end - subject.start == 1:
        return Clause(cue, subject, subject.start, antecedent=_antecedent(sentence, subject.start))
    return Clause(cue, subject, subject.start)


def _joined(sentence: SentenceWords, cue: Cue, earlier: Sequence[Clause]) -> Clause:
    """Give a verb behind "and" the subject of the clause that it goes on with."""
    relative = relative_before(sentence.tokens, cue.first)
    if relative is not None:
        pronoun = Phrase(relative, relative + 1, relative + 1)
        return Clause(cue, pronoun, relative, antecedent=_antecedent(sentence, relative))
    since = earlier[-1].cue.last + 1 if earlier else 0
    inner = inner_subject(sentence.tokens, since, cue.first)
    if inner is not None:
        return Clause(cue, Phrase(*inner, inner[1]), cue.first, own=False)
    return _inherited(sentence, cue, earlier)


def _antecedent(sentence: SentenceWords, pronoun: int) -> Phrase | None:
    """Give what "who" stands for: past a comma the name that is described, else what is nearest."""
    if pronoun and sentence.tokens[pronoun - 1].text in _BEFORE_RELATIVES:
        named = sentence.phrase_before(pronoun)
        if named is not None and is_proper_name(sentence.tokens[named.end - 1]):
            return named
        return sentence.phrase_before(pronoun - 1)
    nearest = sentence.phrase_before(pronoun)
    described = None if nearest is None else bearer(sentence.tokens, nearest.start)
    return nearest if described is None else Phrase(*described, pronoun)


def _participle(sentence: SentenceWords, cue: Cue, earlier: Sequence[Clause]) -> Clause:
    """Give a participle the noun right before it, or the subject of the clause it hangs on."""
    before = sentence.tokens[cue.first - 1] if cue.first else None
    noun = before is not None and before.is_nounish and not is_speech(before)
    if noun and not sentence.is_verb(cue.first - 1):
        subject = sentence.phrase_before(cue.first)
        if subject is not None and is_among(sentence.tokens, subject.start):
            return Clause(cue, _main_subject(sentence, cue), cue.first, own=False)
        end = None if subject is None else acting_name(sentence.tokens, subject.start, subject.end)
        if subject is not None and end is not None:
            return Clause(cue, Phrase(subject.start, end, end), cue.first, own=False)
        if subject is not None and not is_object(sentence.tokens, subject.start):
            return Clause(cue, subject, cue.first)
    return _inherited(sentence, cue, earlier)


def _inherited(sentence: SentenceWords, cue: Cue, earlier: Sequence[Clause]) -> Clause:
    for clause in reversed(earlier):
        if clause.subject is not None and clause.antecedent is None:
            return Clause(cue, clause.subject, cue.first, own=False)
    return Clause(cue, _main_subject(sentence, cue), cue.first, own=False)


def _main_subject(sentence: SentenceWords, cue: Cue) -> Phrase | None:
    tokens = sentence.tokens
    introduced = tokens[0].tag in INTRODUCING or cue.first == 0 or opens_with_participle(tokens)
    return first_phrase(sentence, introduced)
