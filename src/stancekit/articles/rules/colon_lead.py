"""A sentence that leads into a quotation with a colon: `Her answer was short: "No."`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.findings import Finding

LOOKS_FOR: Final = "a noun phrase that leads into a quotation with a colon"
_BEFORE_SUBJECT: Final = frozenset({"conjunction", "adverb", "preposition"})


def find(sentence: Sentence) -> Iterator[Finding]:
    """Give the quotation after a colon to the sentence's first noun phrase."""
    if ":" not in sentence.words:
        return
    tokens = sentence.tokens
    for i in range(1, len(tokens) - 1):
        if tokens[i].text != ":" or tokens[i + 1].tag != "quotation":
            continue
        start = 0
        while start < i and tokens[start].tag in _BEFORE_SUBJECT:
            start += 1
        source = sentence.phrase_after(start)
        if source is not None and source.end <= i:
            yield Finding("colon_lead", (i, i + 1), [(i + 1, sentence.end)], source, "speak", 0.7)
        return
