"""A sentence as the rules read it: its tokens, its cues and the clause of each with its subject."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from stancekit.articles.cues import Cue, find_cues
from stancekit.articles.lexicon import all_words, word_groups
from stancekit.articles.morphology import past_forms
from stancekit.articles.names import is_time
from stancekit.articles.phrase_edges import is_object, is_speech
from stancekit.articles.phrases import Phrase, phrase_after, phrase_before
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
from stancekit.articles.tokens import Token

_INVERTED_KINDS: Final = frozenset({"state", "speak", "quote"})
_BEFORE_INVERSION: Final = frozenset({",", "\u2014", "--", "?"})
_BEFORE_RELATIVES: Final = frozenset({",", "\u2014", "\u2013", "--"})
_DASHES: Final = frozenset({"\u2014", "\u2013", "--", "-"})
_NOT_SUBJECTS: Final = frozenset({"that", "him", "them", "me", "us"})
_INTRODUCING: Final = frozenset({"preposition", "subordinator", "adverb"})
_BEFORE_SUBJECT: Final = frozenset({"conjunction", "adverb", "subordinator"})
_TIMES: Final = word_groups("function_words")["time"]
_LONGEST_INTRODUCTION: Final = 60
_END_MARKS: Final = frozenset({".", "!", "?", ";"})


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
class Sentence:
    """The tokens of a sentence, and what the rules ask about them.

    `words` are its words and marks in small letters, `end` is where it ends without its closing
    stop, `cues` are the attributing verbs, and `clauses` the attributing clauses, passive ones and
    bare infinitives left out; both in order.
    """

    tokens: Sequence[Token]
    words: frozenset[str] = field(init=False, repr=False)
    end: int = field(init=False, repr=False)
    cues: list[Cue] = field(init=False, repr=False)
    clauses: list[Clause] = field(init=False, repr=False)
    _verbs: frozenset[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.words = frozenset([token.lower for token in self.tokens])
        self.end = _end(self.tokens)
        self.cues = find_cues(self.tokens)
        self._verbs = frozenset([cue.verb for cue in self.cues])
        self.clauses = []
        for cue in self.cues:
            if cue.shape in ("finite", "participle"):
                self.clauses.append(_clause(self, cue, self.clauses))

    @cached_property
    def subject(self) -> Phrase | None:
        """The first noun phrase, past an introduction up to a comma."""
        introduced = self.tokens[0].tag in _INTRODUCING or _opens_with_time(self.tokens)
        return _first_phrase(self, introduced)

    def is_verb(self, index: int) -> bool:
        """Tell whether a token is an attributing verb."""
        return index in self._verbs

    def phrase_before(self, end: int) -> Phrase | None:
        """Give the noun phrase that ends right before a token."""
        return phrase_before(self.tokens, end, self.is_verb)

    def phrase_after(self, start: int) -> Phrase | None:
        """Give the noun phrase that begins at a token."""
        return phrase_after(self.tokens, start, self.is_verb)


def _end(tokens: Sequence[Token]) -> int:
    end = len(tokens)
    while end and tokens[end - 1].text in _END_MARKS:
        end -= 1
    return end


def _clause(sentence: Sentence, cue: Cue, earlier: Sequence[Clause]) -> Clause:
    inverted = _inverted_subject(sentence, cue)
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


def _joined(sentence: Sentence, cue: Cue, earlier: Sequence[Clause]) -> Clause:
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


def _antecedent(sentence: Sentence, pronoun: int) -> Phrase | None:
    """Give what "who" stands for: past a comma the name that is described, else what is nearest."""
    if pronoun and sentence.tokens[pronoun - 1].text in _BEFORE_RELATIVES:
        named = sentence.phrase_before(pronoun)
        if named is not None and _is_name(sentence.tokens[named.end - 1]):
            return named
        return sentence.phrase_before(pronoun - 1)
    nearest = sentence.phrase_before(pronoun)
    described = None if nearest is None else bearer(sentence.tokens, nearest.start)
    return nearest if described is None else Phrase(*described, pronoun)


def _is_name(token: Token) -> bool:
    return token.tag == "name" and token.lower not in all_words("calendar")


def _inverted_subject(sentence: Sentence, cue: Cue) -> Phrase | None:
    """Find the subject right of the verb: '"...," said Baek'."""
    tokens = sentence.tokens
    if cue.kind not in _INVERTED_KINDS or cue.shape != "finite" or cue.first != cue.verb:
        return None
    if cue.first == 0 or cue.last + 1 >= len(tokens):
        return None
    before = tokens[cue.first - 1]
    if before.tag != "quotation" and before.text not in _BEFORE_INVERSION:
        return None
    behind = tokens[cue.last + 1].lower
    if behind in _NOT_SUBJECTS or is_time(behind):
        return None
    subject = sentence.phrase_after(cue.last + 1)
    if subject is None or (
        subject.end < len(tokens) and tokens[subject.end].tag in ("auxiliary", "negation")
    ):
        return None
    if before.text == "," and _follows_subject(sentence, cue, subject):
        return None
    if before.text in _DASHES and _follows_described(sentence, cue):
        return None
    return None if _acts_itself(tokens, subject) else subject


def _acts_itself(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Tell "confirmed Iran passed the limit" and "said they left" from "said Iran"."""
    if subject.end >= len(tokens) or tokens[subject.end].tag != "word":
        return False
    last, verb = tokens[subject.end - 1], tokens[subject.end].lower
    if last.tag == "pronoun":
        return not verb.endswith("ing")
    return last.tag == "name" and (verb.endswith("ed") or verb in past_forms())


def _follows_described(sentence: Sentence, cue: Cue) -> bool:
    """Tell "Two envoys \u2014 Oduya and Pell \u2014 said they left" from content before a dash."""
    described = sentence.phrase_before(cue.first)
    return described is not None and described.start == 0 and described.full_end > described.end


def _follows_subject(sentence: Sentence, cue: Cue, behind: Phrase) -> bool:
    """Tell "Oduya, an envoy, wrote the bill" from content before "wrote Oduya"."""
    described = sentence.phrase_before(cue.first)
    if described is None or described.start == 0:
        return described is not None
    before = sentence.tokens[described.start - 1]
    if before.text == "," and _introduces(sentence, described):
        return True
    if _is_name(sentence.tokens[behind.end - 1]):
        return False
    return before.text in _DASHES or before.tag in ("conjunction", "subordinator")


def _introduces(sentence: Sentence, described: Phrase) -> bool:
    """Tell "In Harborton, Oduya, 72, said" from content that a described phrase ends."""
    tokens = sentence.tokens
    if described.full_end == described.end or not _is_name(tokens[described.end - 1]):
        return False
    words = tokens[: described.start - 1]
    return words[0].tag == "preposition" and not any(
        word.tag in ("auxiliary", "negation", "quotation", "relative", "mark") for word in words
    )


def _participle(sentence: Sentence, cue: Cue, earlier: Sequence[Clause]) -> Clause:
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


def _inherited(sentence: Sentence, cue: Cue, earlier: Sequence[Clause]) -> Clause:
    for clause in reversed(earlier):
        if clause.subject is not None and clause.antecedent is None:
            return Clause(cue, clause.subject, cue.first, own=False)
    return Clause(cue, _main_subject(sentence, cue), cue.first, own=False)


def _main_subject(sentence: Sentence, cue: Cue) -> Phrase | None:
    tokens = sentence.tokens
    introduced = tokens[0].tag in _INTRODUCING or cue.first == 0 or opens_with_participle(tokens)
    return _first_phrase(sentence, introduced)


def _opens_with_time(tokens: Sequence[Token]) -> bool:
    """Tell "Earlier this week, " and "Last Monday, " at the head of a sentence."""
    comma = next((i for i, token in enumerate(tokens[:6]) if token.text == ","), 0)
    return comma > 0 and (tokens[comma - 1].lower in _TIMES or is_time(tokens[comma - 1].lower))


def _first_phrase(sentence: Sentence, introduced: bool) -> Phrase | None:
    tokens = sentence.tokens
    start = 0
    if introduced:
        introduction = tokens[:_LONGEST_INTRODUCTION]
        comma = next((i for i, token in enumerate(introduction) if token.text == ","), None)
        if comma is None:
            return None
        start = comma + 1
    while start < len(tokens) and tokens[start].tag in _BEFORE_SUBJECT:
        start += 1
    return sentence.phrase_after(start)
