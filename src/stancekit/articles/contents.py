"""What is said: the stretch right of a cue, past recipients, times and places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stancekit.articles.adjuncts import after_adjuncts, after_recipient, is_dated
from stancekit.articles.clauses import Sentence
from stancekit.articles.cues import Cue
from stancekit.articles.lexicon import word_groups
from stancekit.articles.tokens import Token

_SAYING: Final = frozenset({"state", "speak", "quote", "tell"})
_WITH_OBJECT: Final = frozenset({"judge", "speak of", "show", "want", "think"})
_REFLEXIVE: Final = word_groups("function_words")["reflexive"]
_NAMED: Final = frozenset({"named", "identified", "quoted"})
_REFUSED: Final = frozenset({"refuse", "refuses", "refused", "refusing"})
_TOLD: Final = frozenset(
    {"comment", "talk", "speak", "say", "speculate", "answer", "respond", "discuss", "elaborate"}
    | {"confirm", "explain", "disclose", "reveal", "tell", "testify", "identify", "name", "specify"}
)
_ENDS_OBJECT: Final = frozenset({"while", "after", "when", "before"})


def content_start(sentence: Sentence, cue: Cue, limit: int) -> int | None:
    """Give where the content right of a cue begins; ``None`` where there is none."""
    tokens = sentence.tokens
    i = cue.last + 1
    if cue.kind == "tell":
        i = after_recipient(sentence, i, limit)
    if i < limit and (cue.kind in _SAYING or is_dated(tokens, i)):
        i = after_adjuncts(tokens, i, limit)
    while i < limit and _is_passed(tokens[i], cue):
        i += 1
    if i + 1 < limit and tokens[i].text == "," and tokens[i + 1].tag == "quotation":
        i += 1
    if i >= limit or tokens[i].tag == "mark" or not _is_content(tokens[i], cue):
        return None
    return None if _asks_for_silence(tokens, i) else i


def _asks_for_silence(tokens: Sequence[Token], start: int) -> bool:
    """Tell "asked not to be named", "requested anonymity" and "refused to comment"."""
    words = [token.lower for token in tokens[start : start + 4]]
    if tokens[start - 1].lower in _REFUSED and words[0] == "to":
        return not _TOLD.isdisjoint(words[1:3])
    if words[0] in ("anonymity", "guilty"):  # "pleaded guilty" is an act before a court
        return True
    return words[:3] == ["not", "to", "be"] and not _NAMED.isdisjoint(words[3:])


def _is_passed(token: Token, cue: Cue) -> bool:
    return token.text in (":", "-") or (token.tag == "adverb" and cue.kind != "want")


def _is_content(token: Token, cue: Cue) -> bool:
    """Tell content from what says nothing: "found himself", "praised 5", "asked about"."""
    if token.lower in _REFLEXIVE or token.tag == "conjunction":
        return False
    if cue.kind == "quote":
        return token.tag == "quotation"
    if token.tag == "number":
        return cue.kind != "judge"
    if token.tag == "preposition":
        return cue.kind not in ("speak", "tell") and (cue.kind != "want" or token.lower == "to")
    return True


def content_end(sentence: Sentence, cue: Cue, start: int, limit: int) -> int:
    """Give where the content ends: an object before the next clause, anything else at the limit."""
    if cue.kind not in _WITH_OBJECT:
        return limit
    return object_end(sentence, start, limit, at_times=cue.kind in ("judge", "speak of"))


def object_end(sentence: Sentence, start: int, limit: int, *, at_times: bool = True) -> int:
    """Give where an object ends: before a comma that leaves it or, `at_times`, a clause of time."""
    tokens = sentence.tokens
    for i in range(start + 1, limit):
        if tokens[i].text == "," and i + 1 < limit and _leaves_object(tokens[i + 1]):
            return i
        if at_times and tokens[i].lower in _ENDS_OBJECT and i > start + 1:
            return i
    return limit


def _leaves_object(following: Token) -> bool:
    if following.lower.endswith("ing"):
        return True
    if following.tag not in ("conjunction", "subordinator"):
        return False
    return following.lower not in ("and", "or", "nor")
