"""A noun that says, with its owner: `Oduya's claim that talks failed`, `his support for a deal`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.contents import object_end
from stancekit.articles.findings import Finding
from stancekit.articles.finite_clauses import opens_predicate
from stancekit.articles.lexicon import all_words, word_groups
from stancekit.articles.phrases import Phrase

LOOKS_FOR: Final = 'a noun that says, with its owner: "her claim that"'
_NOUNS: Final = word_groups("cue_nouns")
_ALL_NOUNS: Final = all_words("cue_nouns")
_OWNERS: Final = word_groups("function_words")["owner"]
_COPULAS: Final = frozenset({"is", "was", "remains"})
_FINITE: Final = frozenset({"auxiliary", "negation"})
_JOINS: Final = frozenset({"that", "to", "for", "of", "on", "about"})


def find(sentence: Sentence) -> Iterator[Finding]:
    """Give the attributions made with a noun that somebody owns."""
    if sentence.words.isdisjoint(_ALL_NOUNS):
        return
    tokens = sentence.tokens
    for i in range(1, len(tokens) - 2):
        join = tokens[i + 1].lower
        if not _carries(tokens[i].lower, join):
            continue
        if join in _COPULAS and tokens[i + 2].lower != "that":
            continue
        owner = _owner(sentence, i)
        if owner is None:
            continue
        start = i + 1 if tokens[i + 1].lower in ("that", "to") else i + 2
        end = object_end(sentence, start, sentence.end)
        if _is_subject(sentence, owner):
            end = _main_verb(sentence, start, end)
        if end > start:
            yield Finding("cue_noun", (i, i + 1), [(start, end)], owner, "judge", 0.7)


def _is_subject(sentence: Sentence, owner: Phrase) -> bool:
    """Tell whether no verb stands before the owner, so that the noun is the sentence's subject."""
    before = sentence.tokens[: owner.start]
    return not any(word.tag in _FINITE or word.tag == "mark" for word in before) and not any(
        cue.verb < owner.start for cue in sentence.cues
    )


def _main_verb(sentence: Sentence, start: int, end: int) -> int:
    """Give where the sentence's own verb ends the content: "his claim that it failed has spread".

    What "that" opens has a verb of its own before it; what opens another clause may have one more.
    """
    tokens = sentence.tokens
    inner = 1 if tokens[start].lower == "that" else 0
    for i in range(start + 1, end):
        word = tokens[i]
        if word.tag in ("relative", "subordinator") or word.text == "," or word.lower == "that":
            return end
        if tokens[i - 1].tag in _FINITE or tokens[i - 1].lower in ("to", "and", "or"):
            continue
        if opens_predicate(sentence, i) and word.tag != "adverb":
            if not inner:
                return i
            inner -= 1
    return end


def _carries(noun: str, join: str) -> bool:
    """Tell whether a noun takes its content with a word."""
    if join == "to" and noun in _NOUNS["to somebody"]:
        return True
    if join in _COPULAS:
        return noun in _NOUNS["that"] | _NOUNS["opinion"]
    if join == "that" and noun.removesuffix("s") in _NOUNS["that"]:
        return True  # "her comments that"
    return join in _JOINS and noun in _NOUNS[join]


def _owner(sentence: Sentence, noun: int) -> Phrase | None:
    """Give who owns a noun, over the adjectives before it."""
    tokens = sentence.tokens
    i = noun - 1
    while i > 0 and noun - i < 4 and tokens[i].tag in ("word", "adverb"):
        i -= 1
    if tokens[i].lower in _OWNERS:
        return Phrase(i, i + 1, i + 1)
    if tokens[i].tag == "possessive" and i > 0:
        return sentence.phrase_before(i)
    return None
