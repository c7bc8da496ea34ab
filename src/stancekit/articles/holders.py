"""Whom a source names: itself, each of two joined names, or whoever a medium passes on."""

from __future__ import annotations

from stancekit.articles.clauses import Sentence
from stancekit.articles.extraction import Extract
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
    return _conjuncts(sentence, source) if len(chain) == 1 else [chain[-1]]


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
