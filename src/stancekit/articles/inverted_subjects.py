"""The subject right of a cue, as in '"...," said Baek': what it follows and what it is not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stancekit.articles.cues import Cue
from stancekit.articles.morphology import past_forms
from stancekit.articles.names import is_proper_name, is_time
from stancekit.articles.phrases import Phrase
from stancekit.articles.sentence_words import SentenceWords
from stancekit.articles.tokens import Token

_INVERTED_KINDS: Final = frozenset({"state", "speak", "quote"})
_BEFORE_INVERSION: Final = frozenset({",", "\u2014", "--", "?"})
_DASHES: Final = frozenset({"\u2014", "\u2013", "--", "-"})
_NOT_SUBJECTS: Final = frozenset({"that", "him", "them", "me", "us"})


def inverted_subject(sentence: SentenceWords, cue: Cue) -> Phrase | None:
    """Find the subject right of the verb: '"...," said Baek'."""
    tokens = sentence.tokens
    if cue.kind not in _INVERTED_KINDS or cue.shape != "finite" or cue.first != cue.verb:
        return None
    if cue.first == 0 or cue.last + 1 >= len(tokens):
        return None
    before = tokens[cue.first - 1]
    if before.tag != "quotation" and before.text not in _BEFORE_INVERSION:
        return None
    behind = tokens[cue.last + 1].lower
    if behind in _NOT_SUBJECTS or is_time(behind):
        return None
    subject = sentence.phrase_after(cue.last + 1)
    if subject is None or (
        subject.end < len(tokens) and tokens[subject.end].tag in ("auxiliary", "negation")
    ):
        return None
    if before.text == "," and _follows_subject(sentence, cue, subject):
        return None
    if before.text in _DASHES and _follows_described(sentence, cue):
        return None
    return None if _acts_itself(tokens, subject) else subject


def _acts_itself(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Tell "confirmed Iran passed the limit" and "said they left" from "said Iran"."""
    if subject.end >= len(tokens) or tokens[subject.end].tag != "word":
        return False
    last, verb = tokens[subject.end - 1], tokens[subject.end].lower
    if last.tag == "pronoun":
        return not verb.endswith("ing")
    return last.tag == "name" and (verb.endswith("ed") or verb in past_forms())


def _follows_described(sentence: SentenceWords, cue: Cue) -> bool:
    """Tell "Two envoys \u2014 Oduya and Pell \u2014 said they left" from content before a dash."""
    described = sentence.phrase_before(cue.first)
    return described is not None and described.start == 0 and described.full_end > described.end


def _follows_subject(sentence: SentenceWords, cue: Cue, behind: Phrase) -> bool:
    """Tell "Oduya, an envoy, wrote the bill" from content before "wrote Oduya"."""
    described = sentence.phrase_before(cue.first)
    if described is None or described.start == 0:
        return described is not None
    before = sentence.tokens[described.start - 1]
    if before.text == "," and _introduces(sentence, described):
        return True
    if is_proper_name(sentence.tokens[behind.end - 1]):
        return False
    return before.text in _DASHES or before.tag in ("conjunction", "subordinator")


def _introduces(sentence: SentenceWords, described: Phrase) -> bool:
    """Tell "In Harborton, Oduya, 72, said" from content that a described phrase ends."""
    tokens = sentence.tokens
    if described.full_end == described.end or not is_proper_name(tokens[described.end - 1]):
        return False
    words = tokens[: described.start - 1]
    return (
        bool(words)
        and words[0].tag == "preposition"
        and not any(
            word.tag in ("auxiliary", "negation", "quotation", "relative", "mark") for word in words
        )
    )
