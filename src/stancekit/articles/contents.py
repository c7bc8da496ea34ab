"""What is said: the stretch right of a cue, past recipients, times and places."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from stancekit.articles.adjuncts import after_adjuncts, after_recipient, is_dated, opens_infinitive
from stancekit.articles.clauses import Sentence
from stancekit.articles.cues import Cue
from stancekit.articles.denials import refuses_to_speak
from stancekit.articles.lexicon import word_groups
from stancekit.articles.morphology import verb_forms
from stancekit.articles.tokens import Token

_SAYING: Final = frozenset({"state", "speak", "quote", "tell"})
_WITH_OBJECT: Final = frozenset({"judge", "speak of", "show", "want", "think"})
_REFLEXIVE: Final = word_groups("function_words")["reflexive"]
_NAMED: Final = frozenset({"named", "identified", "quoted"})
_DAYS: Final = word_groups("calendar")["days"]
_CHANNELS: Final = word_groups("author_tails")["channels"]
_GOES_ON: Final = frozenset({"for", "to", "as", "of", "over", "about", "from", "against"})
_NEAR_CHANNEL: Final = 6
_ENDS_OBJECT: Final = frozenset({"while", "after", "when", "before"})


@cache
def _takers() -> frozenset[str]:
    """Give the forms of the verbs whose content may be an infinitive: "vowed to go"."""
    verbs = word_groups("verb_forms")["with infinitive"]
    return frozenset(form.text for verb in verbs for form in verb_forms(verb))


def content_start(sentence: Sentence, cue: Cue, limit: int) -> int | None:
    """Give where the content right of a cue begins; ``None`` where there is none."""
    tokens = sentence.tokens
    i = cue.last + 1
    infinitive = tokens[cue.verb].lower in _takers()
    if cue.kind == "tell":
        i = after_recipient(sentence, i, limit)
    if i < limit and (cue.kind in _SAYING or is_dated(tokens, i)):
        i = after_adjuncts(tokens, i, limit, at_infinitive=infinitive)
    while i < limit and _is_passed(tokens[i], cue):
        i += 1
    if i + 1 < limit and tokens[i].text == "," and tokens[i + 1].tag == "quotation":
        i += 1
    if i >= limit or tokens[i].tag == "mark":
        return None
    if not ((infinitive and opens_infinitive(tokens, i)) or _is_content(tokens[i], cue)):
        return None
    return None if _asks_for_silence(tokens, i) else i


def _asks_for_silence(tokens: Sequence[Token], start: int) -> bool:
    """Tell "asked not to be named", "requested anonymity" and "refused to comment"."""
    words = [token.lower for token in tokens[start : start + 4]]
    if refuses_to_speak(tokens, start - 1):
        return True
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
        if tokens[i].text == "," and i + 1 < limit and _leaves_object(tokens, i + 1):
            return i
        if at_times and tokens[i].lower in _ENDS_OBJECT and i > start + 1:
            return i
        if at_times and i + 1 < limit and _tells_where(tokens, i, limit):
            return i
    return limit


def _tells_where(tokens: Sequence[Token], index: int, limit: int) -> bool:
    """Tell "on Monday" and "in an interview" behind an object from what belongs to it."""
    first, following = tokens[index].lower, tokens[index + 1]
    if first == "on" or first in _DAYS:
        day = following if first == "on" else tokens[index]
        behind = tokens[index + 2 if first == "on" else index + 1 : limit]
        return day.lower in _DAYS and not (behind and _belongs(behind[0]))
    if first not in ("in", "during") or following.tag != "determiner":
        return False
    near = tokens[index + 2 : min(limit, index + _NEAR_CHANNEL)]
    head = next((k for k, word in enumerate(near) if word.lower in _CHANNELS), None)
    if head is None or not all(word.tag in ("word", "name") for word in near[:head]):
        return False
    return not any(
        _belongs(word) for word in tokens[index + 3 + head : min(limit, index + 5 + head)]
    )


def _belongs(behind: Token) -> bool:
    """Tell "Monday's vote" and "on Monday for lying", where the object is not over yet."""
    return behind.tag in ("possessive", "word") or behind.lower in _GOES_ON


def _leaves_object(tokens: Sequence[Token], index: int) -> bool:
    following = tokens[index]
    if following.tag == "adverb" and index + 1 < len(tokens):
        behind = tokens[index + 1].lower  # ", angrily calling off the talks", ", even though"
        return behind.endswith("ing") or behind in ("though", "as")
    if following.lower.endswith("ing"):
        return True
    if following.tag not in ("conjunction", "subordinator"):
        return False
    return following.lower not in ("and", "or", "nor")
