"""An adjective that holds an opinion: `Oduya is sceptical that talks will resume`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.contents import object_end
from stancekit.articles.findings import Finding
from stancekit.articles.lexicon import all_words, word_groups
from stancekit.articles.tokens import Token

LOOKS_FOR: Final = 'somebody who "is" of an opinion: "is sceptical that"'
_ADJECTIVES: Final = word_groups("cue_adjectives")
_ALL_ADJECTIVES: Final = all_words("cue_adjectives")
_BE: Final = word_groups("function_words")["be"] | {"remains", "remained", "sounded", "seems"}
_BETWEEN: Final = frozenset({"adverb", "auxiliary", "negation"})


def find(sentence: Sentence) -> Iterator[Finding]:
    """Give the attributions made with a form of "be" and an adjective."""
    if sentence.words.isdisjoint(_ALL_ADJECTIVES) or sentence.words.isdisjoint(_BE):
        return
    tokens = sentence.tokens
    for i in range(2, len(tokens) - 2):
        join = _join(tokens[i].lower, tokens[i + 1])
        if join is None:
            continue
        first = _first_of_group(sentence, i)
        subject = None if first is None else sentence.phrase_before(first)
        if first is None or subject is None:
            continue
        start = i + 1 if join == "that" else i + 2  # "worried that", "worried about"
        end = object_end(sentence, start, sentence.end)
        if end > start:
            yield Finding("cue_adjective", (first, i + 1), [(start, end)], subject, "judge", 0.8)


def _join(adjective: str, behind: Token) -> str | None:
    """Give what joins the content: a word of the list, or "that" where it is left out."""
    if behind.lower in _ADJECTIVES:
        return behind.lower if adjective in _ADJECTIVES[behind.lower] else None
    clause = behind.tag in ("determiner", "pronoun", "name")
    return "that" if clause and adjective in _ADJECTIVES["that"] else None


def _first_of_group(sentence: Sentence, adjective: int) -> int | None:
    """Give where the verb before an adjective begins; ``None`` where it is no form of "be"."""
    tokens = sentence.tokens
    first = adjective
    while first > 0 and (tokens[first - 1].tag in _BETWEEN or tokens[first - 1].lower in _BE):
        first -= 1
    return first if any(token.lower in _BE for token in tokens[first:adjective]) else None
