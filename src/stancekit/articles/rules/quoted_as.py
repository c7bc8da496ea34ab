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
        source, begin = (None, i) if said is None else _quoted(sentence, i)
        if source is None or said is None:
            continue
        content = _behind(sentence, said + 2) or _before(sentence, begin)
        if content:
            yield Finding("quoted_as", (i, said + 2), content, source, "state", 0.85)


def _as_saying(sentence: Sentence, verb: int) -> int | None:
    """Give where "as saying" stands behind the verb."""
    tokens = sentence.tokens
    for i in range(verb + 1, min(verb + _FARTHEST, len(tokens) - 1)):
        if tokens[i].lower == "as" and tokens[i + 1].lower in _SAYING:
            return i
        if tokens[i].tag == "quotation" or tokens[i].text == ";":
            return None
    return None


def _quoted(sentence: Sentence, verb: int) -> tuple[Phrase | None, int]:
    """Give who is quoted, and where the clause begins."""
    first = verb
    while first > 0 and sentence.tokens[first - 1].tag in _IN_GROUPS:
        first -= 1
    subject = sentence.phrase_before(first)
    begin = first if subject is None else subject.start
    if any(token.tag == "auxiliary" for token in sentence.tokens[first:verb]):
        passive = any(t.lower in ("was", "were", "is", "been") for t in sentence.tokens[first:verb])
        return (subject, begin) if passive else (sentence.phrase_after(verb + 1), begin)
    return sentence.phrase_after(verb + 1), begin


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
