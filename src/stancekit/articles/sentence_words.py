"""A sentence as its words tell it: its tokens, its cues, and the noun phrases around a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from stancekit.articles.cues import Cue, find_cues
from stancekit.articles.lexicon import word_groups
from stancekit.articles.names import is_time
from stancekit.articles.phrases import Phrase, phrase_after, phrase_before
from stancekit.articles.tokens import Token

INTRODUCING: Final = frozenset({"preposition", "subordinator", "adverb"})
_BEFORE_SUBJECT: Final = frozenset({"conjunction", "adverb", "subordinator"})
_TIMES: Final = word_groups("function_words")["time"]
_LONGEST_INTRODUCTION: Final = 60
_END_MARKS: Final = frozenset({".", "!", "?", ";"})


@dataclass
class SentenceWords:
    """The tokens of a sentence, and what the rules ask about them.

    `words` are its words and marks in small letters, `end` is where it ends without its closing
    stop and `cues` are the attributing verbs in order.
    """

    tokens: Sequence[Token]
    words: frozenset[str] = field(init=False, repr=False)
    end: int = field(init=False, repr=False)
    cues: list[Cue] = field(init=False, repr=False)
    _verbs: frozenset[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.words = frozenset([token.lower for token in self.tokens])
        self.end = _end(self.tokens)
        self.cues = find_cues(self.tokens)
        self._verbs = frozenset([cue.verb for cue in self.cues])

    @cached_property
    def subject(self) -> Phrase | None:
        """The first noun phrase, past an introduction up to a comma."""
        introduced = self.tokens[0].tag in INTRODUCING or _opens_with_time(self.tokens)
        return first_phrase(self, introduced)

    def is_verb(self, index: int) -> bool:
        """Tell whether a token is an attributing verb."""
        return index in self._verbs

    def phrase_before(self, end: int) -> Phrase | None:
        """Give the noun phrase that ends right before a token."""
        return phrase_before(self.tokens, end, self.is_verb)

    def phrase_after(self, start: int) -> Phrase | None:
        """Give the noun phrase that begins at a token."""
        return phrase_after(self.tokens, start, self.is_verb)


def _end(tokens: Sequence[Token]) -> int:
    end = len(tokens)
    while end and tokens[end - 1].text in _END_MARKS:
        end -= 1
    return end


def _opens_with_time(tokens: Sequence[Token]) -> bool:
    """Tell "Earlier this week, " and "Last Monday, " at the head of a sentence."""
    comma = next((i for i, token in enumerate(tokens[:6]) if token.text == ","), 0)
    return comma > 0 and (tokens[comma - 1].lower in _TIMES or is_time(tokens[comma - 1].lower))


def first_phrase(sentence: SentenceWords, introduced: bool) -> Phrase | None:
    """Give the first noun phrase, past the first comma where the sentence begins otherwise."""
    tokens = sentence.tokens
    start = 0
    if introduced:
        introduction = tokens[:_LONGEST_INTRODUCTION]
        comma = next((i for i, token in enumerate(introduction) if token.text == ","), None)
        if comma is None:
            return None
        start = comma + 1
    while start < len(tokens) and tokens[start].tag in _BEFORE_SUBJECT:
        start += 1
    return sentence.phrase_after(start)
