"""Whom a source names: itself, each of those it joins, or whoever a medium passes on."""

from __future__ import annotations

from collections.abc import Sequence

from stancekit.articles.extraction import Extract
from stancekit.articles.joined_sources import joined, joined_before
from stancekit.articles.phrases import Phrase
from stancekit.articles.relays import relay_chain
from stancekit.articles.told import Told, because


def holders(extract: Extract, source: Phrase) -> list[Phrase]:
    """Give the phrases of an attribution's source that each stand for a speaker.

    Where the source passes on what somebody else says, the extract keeps who leads to whom.
    """
    sentence = extract.sentence
    found = extract.finding
    cue_end = source.end if found is None else found.cue[1]
    content = len(sentence.tokens) if found is None else found.content[0][0]
    chain = relay_chain(sentence, source, cue_end, content)
    extract.relays = [*extract.relays, *chain] if extract.relays or len(chain) > 1 else []
    if len(chain) > 1:
        return [chain[-1]]
    before = joined_before(sentence, source)
    several = joined(sentence, source) if before is None else [before, source]
    if len(several) > 1 and found is not None and found.antecedent is None:
        _widen(extract, source, several)
    return several


def _widen(extract: Extract, source: Phrase, found: Sequence[Phrase]) -> None:
    """Let the source of an extract be all that it joins."""
    start = min(source.start, *(one.start for one in found))
    end = max(source.end, *(one.end for one in found))
    tokens = extract.sentence.tokens
    extract.phrase = Phrase(start, end, max(end, source.full_end))
    extract.source = (tokens[start].start, tokens[end - 1].end)


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
