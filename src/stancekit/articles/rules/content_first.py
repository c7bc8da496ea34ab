"""Content, then its cue: `"...," said Baek`, `The talks failed, Oduya said`, with a second part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from stancekit.articles.adjuncts import after_adjuncts, after_recipient
from stancekit.articles.clauses import Clause, Sentence
from stancekit.articles.findings import Finding, Range
from stancekit.articles.fronted import is_introduction, says_something
from stancekit.articles.names import is_organisation
from stancekit.articles.phrase_edges import is_speech
from stancekit.articles.phrases import Phrase
from stancekit.articles.speech_tags import second_end
from stancekit.articles.tokens import Token

LOOKS_FOR: Final = (
    "words that stand left of somebody and a cue, set off by a comma or quotation marks"
)
_KINDS: Final = frozenset({"state", "speak", "quote", "think", "show", "tell"})
_BREAKS: Final = frozenset({",", "\u2014", "\u2013", "--"})
_CONDITIONS: Final = frozenset({"if", "unless", "once", "when", "whatever", "until", "whenever"})
_AS_KINDS: Final = frozenset({"state", "speak"})
_REASONS: Final = frozenset({"and", "because", "since", "until", "unless", "if"})
_FINITE: Final = frozenset({"auxiliary", "negation"})
_TIES: Final = frozenset({"subordinator", "preposition"})
_SPOKEN: Final = frozenset({"state", "speak", "tell", "quote"})
_ADJUNCTS: Final = frozenset({"preposition", "adverb", "name", "word", "mark"})
_LONGEST_TITLE: Final = 27
_NEAR_QUOTATION: Final = 4


def find(sentence: Sentence) -> Iterator[Finding]:
    """Give the attributions whose content stands left of the cue."""
    for clause in sentence.clauses:
        if clause.subject is None or not _may_follow_content(clause):
            continue
        if (clause.cue.negated or clause.cue.modal) and _is_inside_that(sentence, clause):
            continue
        parts = _content(sentence, clause, clause.subject)
        if parts:
            cue = (clause.cue.first, clause.cue.last + 1)
            yield Finding("content_first", cue, parts, clause.subject, clause.cue.kind)


def _may_follow_content(clause: Clause) -> bool:
    finite = clause.cue.shape == "finite" and clause.cue.kind in _KINDS
    return finite and clause.own and clause.antecedent is None and clause.begin > 0


def _is_inside_that(sentence: Sentence, clause: Clause) -> bool:
    """Tell a clause of what "Oduya said that if it failed, Ferrow would object" says."""
    tokens = sentence.tokens
    return any(
        other.own
        and other.subject is not None
        and other.cue.last + 1 < clause.begin
        and other.cue.kind in _AS_KINDS
        and tokens[other.cue.last + 1].lower == "that"
        and not any(token.tag == "quotation" for token in tokens[other.cue.last : clause.begin])
        for other in sentence.clauses
    )


def _content(sentence: Sentence, clause: Clause, subject: Phrase) -> list[Range]:
    """Give the content left of a clause and, where it goes on behind it, its second part."""
    before = sentence.tokens[clause.begin - 1]
    if before.lower == "as" and clause.cue.kind in _AS_KINDS:
        return _around_as(sentence, clause, subject)
    if not _closes_content(before, inverted=clause.inverted):
        return []
    after = _after_clause(sentence, clause, subject)
    quoted = _says_quotation(sentence, clause, after)
    if not quoted and not _is_complete(sentence, after, inverted=clause.inverted):
        return []
    end = clause.begin if before.tag == "quotation" else clause.begin - 1
    left = (_left_start(sentence, end), end)
    if _continues_speech(sentence, clause, left[0]):
        return []
    if quoted and not _is_complete(sentence, after, inverted=clause.inverted):
        second = _next_quotation(sentence, after)
    else:
        opened = sentence.tokens[left[0]].tag == "subordinator"
        passes = _passes_cue(sentence, clause, after)
        second = [] if passes else _second_part(sentence, after, opened=opened)
    if before.tag == "quotation" and second and not _may_follow_quotation(sentence, second[0]):
        second = []
    if second and is_introduction(sentence, left, second[0]):
        return []
    if left[0] >= end or not (
        clause.inverted or says_something(sentence, left) or _opens_content(sentence, left, second)
    ):
        return []
    conjunction = sentence.tokens[left[0]].tag == "conjunction" and end - left[0] == 1
    return second if conjunction else [left, *second]


def _says_quotation(sentence: Sentence, clause: Clause, after: int) -> bool:
    """Tell '"No," Baek said in a talk that was aired' from '"No" in hand, Baek said the ...'."""
    before, behind = sentence.tokens[clause.begin - 1], clause.cue.last + 1
    if clause.inverted or clause.cue.kind not in _SPOKEN or not is_speech(before):
        return False
    if after > behind:
        return sentence.tokens[behind].tag in _ADJUNCTS or clause.cue.kind == "tell"
    return False


def _next_quotation(sentence: Sentence, start: int) -> list[Range]:
    """Give the next quotation, with which what was said goes on."""
    for i in range(start, sentence.end):
        token = sentence.tokens[i]
        small = token.text[1:2].islower()
        if is_speech(token) and (small or token.end - token.start > _LONGEST_TITLE):
            return [(i, i + 1)]
    return []


def _may_follow_quotation(sentence: Sentence, part: Range) -> bool:
    """Tell what goes on, 'but "in May"' or "has failed", from a description: "in Harborton"."""
    near = sentence.tokens[part[0] : part[0] + _NEAR_QUOTATION]
    quoted = any(token.tag == "quotation" for token in near)
    return quoted or near[0].tag in _FINITE


def _continues_speech(sentence: Sentence, clause: Clause, start: int) -> bool:
    """Tell "Baek said that it was "over," he said": the first clause has all of it."""
    first = sentence.clauses[0]
    if first.cue.verb >= clause.begin or clause.subject is None or first.subject is None:
        return False
    again = sentence.tokens[clause.subject.start].tag == "pronoun"
    says = first.cue.kind in _SPOKEN and first.cue.shape == "finite" and first.own
    return again and says and first.begin == start and first.antecedent is None


def _around_as(sentence: Sentence, clause: Clause, subject: Phrase) -> list[Range]:
    """Give what stands around "as Oduya put it" between commas."""
    tokens, begin = sentence.tokens, clause.begin - 1
    after = _after_clause(sentence, clause, subject)
    if after < sentence.end and tokens[after].text not in _BREAKS:
        return []
    if begin == 0:
        return [(after + 1, sentence.end)] if after + 1 < sentence.end else []
    if tokens[begin - 1].text not in _BREAKS:
        return []
    left = (_left_start(sentence, begin - 1), begin - 1)
    if left[0] >= left[1] or not says_something(sentence, left):
        return []
    return [left, *_second_part(sentence, after)]


def _closes_content(before: Token, *, inverted: bool) -> bool:
    """Tell whether a comma, dash or quotation left of the clause closes what is said."""
    if before.tag != "quotation":
        return before.text in _BREAKS
    return inverted or not before.text[-2:-1].isalnum()


def _after_clause(sentence: Sentence, clause: Clause, subject: Phrase) -> int:
    """Give where the words go on behind cue, subject, recipient and time."""
    after = subject.full_end if clause.inverted else clause.cue.last + 1
    if clause.cue.kind == "tell":
        after = after_recipient(sentence, after, sentence.end)
    return after_adjuncts(sentence.tokens, after, sentence.end)


def _is_complete(sentence: Sentence, after: int, *, inverted: bool) -> bool:
    """Tell whether nothing behind the clause is its content, so that what stands left is."""
    if after >= sentence.end:
        return True
    token = sentence.tokens[after]
    if token.tag == "quotation":
        return inverted
    return token.text in _BREAKS or token.text == ";" or inverted or token.tag in _TIES


def _left_start(sentence: Sentence, end: int) -> int:
    for i in range(end - 1, -1, -1):
        if sentence.tokens[i].text == ";":
            return i + 1
    start = _behind_named_clause(sentence, end)
    while start < end and sentence.tokens[start].tag == "mark":
        start += 1
    return start


def _behind_named_clause(sentence: Sentence, end: int) -> int:
    """Leave out the narrator's clause: "Ines Oduya reads it well: doors open, she said"."""
    tokens = sentence.tokens
    first, second = tokens[0], tokens[1] if len(tokens) > 1 else tokens[0]
    colon = next((i for i in range(2, end) if tokens[i].text == ":"), 0)
    if not colon:
        return 0
    said = any(
        clause.own and clause.cue.shape == "finite" and clause.cue.verb < colon
        for clause in sentence.clauses
    )
    named = first.tag == "name" and second.tag == "name" and not is_organisation(tokens[:2])
    return colon + 1 if named or said else 0


def _opens_content(sentence: Sentence, left: Range, second: Sequence[Range]) -> bool:
    """Tell "If the envoy stays, Baek said, talks resume", which goes on behind the clause."""
    first = sentence.tokens[left[0]]
    if first.tag == "conjunction":  # "But, Baek said, talks resume"
        return bool(second) and left[1] - left[0] == 1
    return bool(second) and (first.lower in _CONDITIONS or first.tag in ("preposition", "adverb"))


def _passes_cue(sentence: Sentence, clause: Clause, after: int) -> bool:
    """Tell whether another cue stands before the second part, which is that cue's content then."""
    return any(clause.cue.last < cue.verb < after for cue in sentence.cues)


def _second_part(sentence: Sentence, after: int, *, opened: bool = False) -> list[Range]:
    """Give what goes on behind the clause, where it is not a clause of the narrator.

    What a subordinate clause has `opened` always goes on: "Though it failed, she said, trying was".
    """
    if after >= sentence.end:
        return []
    token = sentence.tokens[after]
    if token.text not in _BREAKS and token.tag != "quotation":
        return []
    start = after if token.tag == "quotation" else after + 1
    opened = opened and not (start < sentence.end and sentence.is_verb(start))
    if start >= sentence.end or not (opened or _goes_on(sentence, start)):
        return []
    return [(start, second_end(sentence, start))]


def _goes_on(sentence: Sentence, start: int) -> bool:
    first = sentence.tokens[start]
    if first.tag == "quotation":
        return True
    if first.lower == "without" or (first.lower.endswith("ing") and first.tag == "word"):
        return False
    return first.tag not in ("conjunction", "subordinator") or first.lower in _REASONS
