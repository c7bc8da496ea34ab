"""What stands between a cue and its content without being said: recipients, times and places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.lexicon import all_words, word_groups
from stancekit.articles.tokens import Token

_CALENDAR: Final = all_words("calendar")
_TIMES: Final = word_groups("function_words")["time"]
_PREPOSITIONS: Final = frozenset(
    {"in", "on", "at", "during", "to", "with", "by", "from", "after", "before", "via", "through"}
    | {"over", "about", "of", "for", "outside", "inside", "following"}
)
_OPENS_CLAUSE: Final = frozenset({"that", "whether", "how", "why", "what", "if"})
_SUBJECTS: Final = frozenset({"he", "she", "they", "it", "i", "we", "you", "there", "no"})
_BREAKS: Final = frozenset({",", ":", ";", "\u2014", "--"})
_BEFORE_TIMES: Final = frozenset({"this", "last", "late", "early", "next"})
_LONGEST_ADJUNCT: Final = 28
_GROUPS: Final = word_groups("verb_forms")["plurals"]
_LISTENERS: Final = frozenset({"parliament", "congress", "court", "television", "radio", "date"})
_BEHIND_VERBS: Final = frozenset(
    {"determiner", "pronoun", "name", "word", "quotation", "number", "preposition", "adverb"}
    | {"subordinator", "relative"}
)


def after_recipient(sentence: Sentence, start: int, limit: int) -> int:
    """Give where the words go on after whom something is told."""
    tokens = sentence.tokens
    if start < limit and tokens[start].lower in _OPENS_CLAUSE:
        return start
    phrase = sentence.phrase_after(start)
    if phrase is None or phrase.end > limit:
        return start
    for i in range(start + 1, phrase.end):  # "told aides the bill was dead" was read as one phrase
        if opens_infinitive(tokens, i):
            return i
        if tokens[i].tag == "quotation" and tokens[i - 1].tag == "word":
            return i
        if tokens[i].lower in _BEFORE_TIMES | {"earlier"} and tokens[i - 1].is_nounish:
            return i
        if tokens[i].tag == "determiner" and tokens[i - 1].is_nounish:
            return i
        if tokens[i].lower in _BEFORE_TIMES and _is_time(tokens, i + 1):
            return i  # "told the Ledger last year"
    return phrase.end


def after_adjuncts(
    tokens: Sequence[Token], start: int, limit: int, *, at_infinitive: bool = False
) -> int:
    """Give where the words go on after "on Tuesday", "in an interview", "to reporters".

    With `at_infinitive` they go on at "to begin" as well.
    """
    i = start
    while i < limit and not (at_infinitive and opens_infinitive(tokens, i)):
        further = _after_one(tokens, start, i, limit, at_infinitive=at_infinitive)
        if further == i:
            break
        i = further
    return i


def is_dated(tokens: Sequence[Token], start: int) -> bool:
    """Tell "found last week that ..." from an object."""
    follows = any(token.lower == "that" for token in tokens[start + 1 : start + 4])
    return follows and (tokens[start].lower in _CALENDAR or _is_time(tokens, start + 1))


def _after_one(
    tokens: Sequence[Token], start: int, i: int, limit: int, *, at_infinitive: bool
) -> int:
    token = tokens[i]
    dated = token.lower in _CALENDAR or (token.tag == "number" and i > start)
    if dated or (token.tag == "adverb" and i + 1 < limit):
        return i + 1
    if token.lower in _BEFORE_TIMES and _is_time(tokens, i + 1):
        return i + 2
    if token.lower in _PREPOSITIONS:
        end = _end_of_adjunct(tokens, i, limit, at_infinitive=at_infinitive)
        return i if end is None else end
    if _cites(tokens, i):
        return _behind_cited(tokens, i, limit)
    opens = token.text == "," and start < i < limit - 1
    if opens and tokens[i - 1].tag == "number" and tokens[i + 1].tag == "number":
        return i + 2  # "on May 3, 2031"
    if opens and tokens[i - 1].lower in _CALENDAR and tokens[i + 1].lower in _CALENDAR:
        return i + 1  # "on Tuesday, May 3"
    if opens and (tokens[i + 1].tag == "quotation" or tokens[i + 1].lower == "that"):
        return i + 1
    return i


def opens_infinitive(tokens: Sequence[Token], index: int) -> bool:
    """Tell "to begin talks" from "to reporters" and "to the house"."""
    if tokens[index].lower != "to" or tokens[index - 1].lower == "order":
        return False
    i = index + 1
    while i < len(tokens) and tokens[i].tag == "adverb":
        i += 1
    if i >= len(tokens) or tokens[i].tag != "word":
        return tokens[index + 1].lower in ("be", "have", "do") if i < len(tokens) else False
    verb, following = tokens[i], tokens[i + 1] if i + 1 < len(tokens) else None
    if verb.lower in _GROUPS or verb.lower.endswith(("s", "ing", "ed")):
        return False
    if following is None or following.tag == "mark":
        return verb.lower not in _LISTENERS
    return following.tag in _BEHIND_VERBS and following.lower != "that"


def _cites(tokens: Sequence[Token], comma: int) -> bool:
    """Tell the comma before "citing officials, " between a cue and its content."""
    following = tokens[comma + 1].lower if comma + 1 < len(tokens) else ""
    return tokens[comma].text == "," and following in ("citing", "quoting")


def _behind_cited(tokens: Sequence[Token], comma: int, limit: int) -> int:
    """Give where the content begins: at ", that" or, without it, behind the next comma."""
    farthest = min(limit - 1, comma + _LONGEST_ADJUNCT)
    commas = [k for k in range(comma + 1, farthest) if tokens[k].text == ","]
    opened = [k for k in commas if tokens[k + 1].lower == "that"]
    return (opened or commas)[0] + 1 if commas else comma


def _is_time(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and (
        tokens[index].lower in _CALENDAR or tokens[index].lower in _TIMES
    )


def _end_of_adjunct(
    tokens: Sequence[Token], start: int, limit: int, *, at_infinitive: bool
) -> int | None:
    """Give where a prepositional phrase ends; ``None`` where it is not an adjunct after all."""
    for i in range(start + 1, min(limit, start + _LONGEST_ADJUNCT)):
        if at_infinitive and opens_infinitive(tokens, i):
            return i
        if tokens[i].tag in ("auxiliary", "negation"):
            return None
        if _begins_clause(tokens[i - 1], tokens[i]) or _cites(tokens, i):
            return i
    return limit if limit - start < _LONGEST_ADJUNCT else None


def _begins_clause(before: Token, token: Token) -> bool:
    """Tell whether the content, or a mark before it, begins at a token."""
    if token.lower in ("that", "whether"):
        return before.tag != "preposition"
    if token.tag == "quotation":
        return before.tag not in ("preposition", "determiner")
    if token.tag == "determiner" or token.lower in _SUBJECTS:
        return before.is_nounish
    if before.lower in _CALENDAR and token.text not in _BREAKS:
        return token.tag in ("name", "word") and token.lower not in _CALENDAR
    return token.text in _BREAKS
