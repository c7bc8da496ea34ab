"""Whom a source names: itself, each of two joined names, or whoever a medium passes on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from stancekit.articles.clauses import Sentence
from stancekit.articles.extraction import Extract
from stancekit.articles.phrases import Phrase
from stancekit.articles.relays import relayed
from stancekit.articles.tokens import Token
from stancekit.articles.told import Told, because


def holders(extract: Extract, source: Phrase) -> list[Phrase]:
    """Give the phrases of an attribution's source that each stand for a speaker."""
    words = extract.sentence.tokens
    cue_end = source.end if extract.cue is None else _index_at(words, extract.cue[1])
    content = _index_at(words, extract.content[0][0])
    meant = relayed(extract.sentence, source, cue_end, content)
    return _conjuncts(extract.sentence, source) if meant == source else [meant]


def through(extract: Extract, holder: Phrase, told: Told) -> Told:
    """Say of a speaker behind "who", or cited by the source, that the source only leads there."""
    if extract.source is None or extract.phrase is None:
        return told
    inside = extract.phrase.start <= holder.start and holder.end <= extract.phrase.end
    if not inside:
        return because(told, f"{told.why.speaker} (whom the source cites)")
    if extract.sentence.tokens[extract.phrase.start].start == extract.source[0]:
        return told
    return because(told, f"{told.why.speaker} (for whom the relative pronoun stands)")


def _index_at(words: Sequence[Token], offset: int) -> int:
    """Give the first token that begins at an offset of the article or behind it."""
    return bisect_left(words, offset, key=lambda word: word.start)


def _conjuncts(sentence: Sentence, phrase: Phrase) -> list[Phrase]:
    """Split "Baek Ro-eun and Colm Farraday" into its two names; anything else stays whole."""
    words = sentence.tokens[phrase.start : phrase.end]
    joints = [i for i, word in enumerate(words) if word.lower == "and"]
    if len(joints) != 1:
        return [phrase]
    left, right = words[: joints[0]], words[joints[0] + 1 :]
    if not all(word.tag == "name" for word in (*left, *right)) or len(left) < 2 or len(right) < 2:
        return [phrase]
    joint = phrase.start + joints[0]
    return [Phrase(phrase.start, joint, joint), Phrase(joint + 1, phrase.end, phrase.full_end)]
