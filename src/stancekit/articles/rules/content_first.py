"""Content, then its cue: `"...," said Baek`, `The talks failed, Oduya said`, with a second part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from stancekit.articles.adjuncts import after_adjuncts, after_recipient
from stancekit.articles.clauses import Clause, Sentence
from stancekit.articles.findings import Finding, Range
from stancekit.articles.names import is_organisation
from stancekit.articles.phrases import Phrase
from stancekit.articles.tokens import Token

LOOKS_FOR: Final = (
    "words that stand left of somebody and a cue, set off by a comma or quotation marks"
)
_KINDS: Final = frozenset({"state", "speak", "quote", "think", "show", "tell"})
_BREAKS: Final = frozenset({",", "\u2014", "\u2013", "--"})
_INTRODUCES: Final = frozenset({"preposition", "adverb", "conjunction", "subordinator"})
_CONDITIONS: Final = frozenset({"if", "unless", "once", "when", "whatever", "until", "whenever"})
_AS_KINDS: Final = frozenset({"state", "speak"})
_FINITE: Final = frozenset({"auxiliary", "negation"})
_TIES: Final = frozenset({"subordinator", "preposition"})


def find(sentence: Sentence) -> Iterator[Finding]:
    """Give the attributions whose content stands left of the cue."""
    for clause in sentence.clauses:
        if clause.subject is None or not _may_follow_content(clause):
            continue
        parts = _content(sentence, clause, clause.subject)
        if parts:
            cue = (clause.cue.first, clause.cue.last + 1)
            yield Finding("content_first", cue, parts, clause.subject, clause.cue.kind)


def _may_follow_content(clause: Clause) -> bool:
    finite = clause.cue.shape == "finite" and clause.cue.kind in _KINDS
    return finite and clause.own and clause.antecedent is None and clause.begin > 0


def _content(sentence: Sentence, clause: Clause, subject: Phrase) -> list[Range]:
    """Give the content left of a clause and, where it goes on behind it, its second part."""
    before = sentence.tokens[clause.begin - 1]
    if before.lower == "as" and clause.cue.kind in _AS_KINDS:
        return _around_as(sentence, clause, subject)
    if not _closes_content(before, inverted=clause.inverted):
        return []
    after = _after_clause(sentence, clause, subject)
    if not _is_complete(sentence, after, inverted=clause.inverted):
        return []
    end = clause.begin if before.tag == "quotation" else clause.begin - 1
    left = (_left_start(sentence, end), end)
    second = [] if _passes_cue(sentence, clause, after) else _second_part(sentence, after)
    if left[0] >= end or not (
        clause.inverted or _says_something(sentence, left) or _opens_content(sentence, left, second)
    ):
        return []
    conjunction = sentence.tokens[left[0]].tag == "conjunction" and end - left[0] == 1
    return second if conjunction else [left, *second]


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
    if left[0] >= left[1] or not _says_something(sentence, left):
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
    if first.tag != "name" or second.tag != "name" or is_organisation(tokens[:2]):
        return 0
    return next((i + 1 for i in range(2, end) if tokens[i].text == ":"), 0)


def _says_something(sentence: Sentence, part: Range) -> bool:
    """Tell content from an introduction: "On Monday, Baek said", "In her view, Oduya said"."""
    words = sentence.tokens[part[0] : part[1]]
    if words[0].tag == "quotation" or len(words) == 1:
        return words[0].tag == "quotation"
    if _is_participial(words):
        return False
    if words[0].tag in _INTRODUCES:
        return any(token.tag in ("auxiliary", "negation", "quotation") for token in words)
    return True


def _is_participial(words: Sequence[Token]) -> bool:
    """Tell "Asked whether he would go," and "When pressed on it," from a clause with a subject.

    A form in -ing may be a subject: "Waiting for them is useless, she said".
    """
    first = 1 if words[0].tag == "subordinator" and len(words) > 2 else 0
    verb, behind = words[first], words[first + 1]
    if verb.tag != "word" or behind.tag not in _TIES:
        return False
    if verb.lower.endswith("ed"):
        return first == 1 or verb.text[0].isupper()
    ties = [i for i, word in enumerate(words) if word.tag == "subordinator" and i > first]
    clause = words[: ties[0]] if ties else words
    return verb.lower.endswith("ing") and not any(w.tag in _FINITE for w in clause)


def _opens_content(sentence: Sentence, left: Range, second: Sequence[Range]) -> bool:
    """Tell "If the envoy stays, Baek said, talks resume", which goes on behind the clause."""
    first = sentence.tokens[left[0]]
    if first.tag == "conjunction":  # "But, Baek said, talks resume"
        return bool(second) and left[1] - left[0] == 1
    return bool(second) and (first.lower in _CONDITIONS or first.tag in ("preposition", "adverb"))


def _passes_cue(sentence: Sentence, clause: Clause, after: int) -> bool:
    """Tell whether another cue stands before the second part, which is that cue's content then."""
    return any(clause.cue.last < cue.verb < after for cue in sentence.cues)


def _second_part(sentence: Sentence, after: int) -> list[Range]:
    """Give what goes on behind the clause, where it is not a clause of the narrator."""
    if after >= sentence.end:
        return []
    token = sentence.tokens[after]
    if token.text not in _BREAKS and token.tag != "quotation":
        return []
    start = after if token.tag == "quotation" else after + 1
    return [(start, sentence.end)] if start < sentence.end and _goes_on(sentence, start) else []


def _goes_on(sentence: Sentence, start: int) -> bool:
    first = sentence.tokens[start]
    if first.tag == "quotation":
        return True
    if first.lower.endswith("ing") and first.tag == "word":
        return False
    return first.tag not in ("conjunction", "subordinator") or first.lower in ("and", "because")
