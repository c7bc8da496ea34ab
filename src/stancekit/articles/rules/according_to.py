"""According to somebody: the phrase names the source, the rest of the sentence is content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.findings import Finding, Range
from stancekit.articles.phrases import Phrase

_BREAKS: Final = frozenset({",", "\u2014", "--", ":"})
_OPENS_DESCRIPTION: Final = frozenset({"a", "an", "who", "which"})


def find(sentence: Sentence) -> Iterator[Finding]:
    """Give the attributions made with "according to"."""
    tokens = sentence.tokens
    for i in range(len(tokens) - 2):
        if tokens[i].lower != "according" or tokens[i + 1].lower != "to":
            continue
        source = sentence.phrase_after(i + 2)
        content = [] if source is None else _content(sentence, i, source)
        if content:
            yield Finding("according_to", (i, i + 2), content, source, "according_to")


def _content(sentence: Sentence, start: int, source: Phrase) -> list[Range]:
    if start <= 1:
        return _behind(sentence, source)
    tokens = sentence.tokens
    comma = tokens[start - 1].text in _BREAKS
    end = start - 1 if comma else start
    parts = [(_part_start(sentence, end), end)]
    if comma:
        parts += [part for part in _behind(sentence, source) if _has_verb(sentence, part)]
    return [part for part in parts if part[0] < part[1]]


def _has_verb(sentence: Sentence, part: Range) -> bool:
    """Tell a second part of the content from a description of the source."""
    words = sentence.tokens[part[0] : part[1]]
    auxiliary = any(word.tag in ("auxiliary", "negation") for word in words)
    return auxiliary or words[0].lower.endswith("ed")


def _behind(sentence: Sentence, source: Phrase) -> list[Range]:
    """Give the content behind a source that opens the sentence, past its description."""
    tokens = sentence.tokens
    breaks = [i for i in range(source.end, sentence.end - 1) if tokens[i].text in _BREAKS]
    if not breaks:
        return []
    described = len(breaks) > 1 and tokens[breaks[0] + 1].lower in _OPENS_DESCRIPTION
    return [(breaks[1 if described else 0] + 1, sentence.end)]


def _part_start(sentence: Sentence, end: int) -> int:
    for i in range(end - 1, -1, -1):
        if sentence.tokens[i].text == ";":
            return i + 1
    return 0
