"""The sentences of a paragraph as the rules read them: no boundary inside a quotation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.quotations import Quotation
from stancekit.articles.sentences import sentence_spans
from stancekit.articles.tokens import tokens
from stancekit.records import Span

_MOST_TOKENS: Final = 400
"""A longer stretch without a stop is no sentence; cutting it keeps the reading linear."""


def read_sentences(
    text: str, start: int, end: int, quoted: Sequence[Quotation]
) -> Iterator[Sentence]:
    """Give the sentences of a paragraph, those that one quotation spans joined."""
    position = 0
    for begin, stop in _outer_spans(text, start, end, quoted):
        first = position
        while position < len(quoted) and quoted[position].start < stop:
            position += 1
        words = tokens(text, begin, stop, quoted[first:position])
        for cut in range(0, len(words), _MOST_TOKENS):
            yield Sentence(words[cut : cut + _MOST_TOKENS])


def _outer_spans(text: str, start: int, end: int, quoted: Sequence[Quotation]) -> list[Span]:
    joined: list[Span] = []
    position = 0
    for begin, stop in sentence_spans(text, start, end):
        while position < len(quoted) and quoted[position].end <= begin:
            position += 1
        inside = position < len(quoted) and quoted[position].start < begin
        if inside and joined:
            joined[-1] = (joined[-1][0], stop)
        else:
            joined.append((begin, stop))
    return joined
