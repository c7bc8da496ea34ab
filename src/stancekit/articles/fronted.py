"""What stands in front of a clause without being said: times, participles, "in her view"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.findings import Range
from stancekit.articles.lexicon import word_groups
from stancekit.articles.names import is_time
from stancekit.articles.tokens import Token

_INTRODUCES: Final = frozenset({"preposition", "adverb", "conjunction", "subordinator"})
_FINITE: Final = frozenset({"auxiliary", "negation"})
_TIES: Final = frozenset({"subordinator", "preposition"})
_TIMES: Final = word_groups("function_words")["time"]
_ASKED: Final = frozenset({"asked", "pressed"})


def is_introduction(sentence: Sentence, left: Range, second: Range) -> bool:
    """Tell 'A few hours later, she added, "It is over."' from '"The bill," she added, "is dead"'.

    What says when or where has no verb, and a full sentence or "that" follows.
    """
    words = sentence.tokens[left[0] : left[1]]
    if any(word.tag in ("auxiliary", "negation", "quotation") for word in words):
        return False
    first = sentence.tokens[second[0]]
    if first.lower == "that":
        return True
    letters = [letter for letter in first.text[:3] if letter.isalpha()]
    opens = first.tag == "quotation" and bool(letters) and letters[0].isupper()
    return opens and (words[0].tag in _INTRODUCES or _tells_time(words) or first.text[1:2] != "I")


def _tells_time(words: Sequence[Token]) -> bool:
    return any(is_time(word.lower) or word.lower in _TIMES for word in words)


def says_something(sentence: Sentence, part: Range) -> bool:
    """Tell content from an introduction: "On Monday, Baek said", "In her view, Oduya said"."""
    words = sentence.tokens[part[0] : part[1]]
    if words[0].tag == "quotation" or len(words) == 1:
        return words[0].tag == "quotation"
    if _is_participial(words):
        return False
    if words[0].tag in _INTRODUCES:
        return any(token.tag in ("auxiliary", "negation", "quotation") for token in words)
    return True


def _is_participial(words: Sequence[Token]) -> bool:
    """Tell "Asked whether he would go," and "When pressed on it," from a clause with a subject.

    A form in -ing may be a subject: "Waiting for them is useless, she said".
    """
    first = 1 if words[0].tag == "subordinator" and len(words) > 2 else 0
    verb, behind = words[first], words[first + 1]
    asked = verb.lower in _ASKED and behind.tag in ("determiner", "pronoun")
    if verb.tag != "word" or not (asked or behind.tag in _TIES):
        return False
    if verb.lower.endswith("ed"):
        return first == 1 or verb.text[0].isupper()
    ties = [i for i, word in enumerate(words) if word.tag == "subordinator" and i > first]
    clause = words[: ties[0]] if ties else words
    return verb.lower.endswith("ing") and not any(w.tag in _FINITE for w in clause)
