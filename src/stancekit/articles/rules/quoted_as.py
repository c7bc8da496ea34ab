"""Whom a medium quotes: `the Ledger quoted Oduya as saying that ...`, `Oduya was quoted as saying`.

Whoever is quoted speaks; who quotes them only passes it on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from stancekit.articles.adjuncts import after_adjuncts
from stancekit.articles.clauses import Sentence
from stancekit.articles.findings import Finding, Range
from stancekit.articles.phrases import Phrase

LOOKS_FOR: Final = 'whom a medium passes on: "quoted Oduya as saying that"'
_QUOTING: Final = frozenset({"quoted", "quotes", "quote", "quoting", "cited", "cites", "citing"})
_SAYING: Final = frozenset({"saying", "telling", "writing", "arguing", "warning", "adding"})
_IN_GROUPS: Final = frozenset({"auxiliary", "adverb"})
_PASSIVE: Final = frozenset({"was", "were", "is", "been"})
_BREAKS: Final = frozenset({",", ":"})
_FARTHEST: Final = 24


def find(sentence: Sentence) -> Iterator[Finding]:
    """Give the attributions made with "quoted ... as saying"."""
    if sentence.words.isdisjoint(_QUOTING):
        return
    tokens = sentence.tokens
    for i in range(1, len(tokens) - 2):
        if tokens[i].lower not in _QUOTING or tokens[i].tag != "word":
            continue
        said = _as_saying(sentence, i)
        source, relay, begin = (None, None, i) if said is None else _quoted(sentence, i, said + 2)
        if source is None or said is None:
            continue
        content = _behind(sentence, said + 2) or _before(sentence, begin)
        if content:
            cue = (i, said + 2)
            yield Finding("quoted_as", cue, content, source, "state", 0.85, relay=relay)


def _as_saying(sentence: Sentence, verb: int) -> int | None:
    """Give where "as saying" stands behind the verb."""
    tokens = sentence.tokens
    for i in range(verb + 1, min(verb + _FARTHEST, len(tokens) - 1)):
        if tokens[i].lower == "as" and tokens[i + 1].lower in _SAYING:
            return i
        if tokens[i].tag == "quotation" or tokens[i].text == ";":
            return None
    return None


def _quoted(sentence: Sentence, verb: int, end: int) -> tuple[Phrase | None, Phrase | None, int]:
    """Give who is quoted, who quotes them, and where the clause begins; the cue ends at `end`."""
    first = verb
    while first > 0 and sentence.tokens[first - 1].tag in _IN_GROUPS:
        first -= 1
    subject = sentence.phrase_before(first)
    begin = first if subject is None else subject.start
    if any(t.lower in _PASSIVE for t in sentence.tokens[first:verb]):
        return subject, _by(sentence, verb + 1) or _by(sentence, end), begin
    return sentence.phrase_after(verb + 1), subject, begin


def _by(sentence: Sentence, start: int) -> Phrase | None:
    """Give the medium of "quoted by the Ledger"."""
    named = start < sentence.end and sentence.tokens[start].lower == "by"
    return sentence.phrase_after(start + 1) if named else None


def _behind(sentence: Sentence, start: int) -> list[Range]:
    """Give the content behind "as saying", past who quotes, where and when."""
    tokens = sentence.tokens
    start = after_adjuncts(tokens, start, sentence.end)
    while start < sentence.end and tokens[start].text in _BREAKS:
        start += 1
    return [(start, sentence.end)] if start < sentence.end else []


def _before(sentence: Sentence, begin: int) -> list[Range]:
    """Give the content before the clause that quotes it."""
    end = begin
    if end > 0 and sentence.tokens[end - 1].text in _BREAKS:
        end -= 1
    closed = end > 0 and (end < begin or sentence.tokens[end - 1].tag == "quotation")
    return [(0, end)] if closed else []
