"""What the author adds to what was said: words that sum it up, or tell what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stancekit.articles.breaks import DASHES
from stancekit.articles.clauses import Sentence
from stancekit.articles.finite_clauses import opens_predicate
from stancekit.articles.lexicon import word_groups
from stancekit.articles.tokens import Token

_WORDS: Final = word_groups("author_tails")
_ARTICLES: Final = frozenset({"a", "an", "the", "another", "no", "one"})
_BEFORE_HEAD: Final = frozenset({"word", "name", "adverb", "number", "determiner"})
_LONGEST_GLOSS: Final = 5


def sums_up(sentence: Sentence, behind: int, end: int) -> bool:
    """Tell "a claim that nobody shares" behind what was said, up to the end of the sentence."""
    tokens = sentence.tokens
    if tokens[behind].lower == "something":
        return True
    if tokens[behind].lower == "in" and behind + 1 < end:
        behind += 1
        if tokens[behind].lower == "what":
            return True
    if tokens[behind].lower not in _ARTICLES:
        return False
    head = next(
        (i for i in range(behind + 1, min(end, behind + _LONGEST_GLOSS)) if _is_sum(tokens, i)),
        None,
    )
    if head is None or any(token.tag not in _BEFORE_HEAD for token in tokens[behind + 1 : head]):
        return False
    return not any(
        opens_predicate(sentence, mark + 1)
        for mark in range(head, end - 1)
        if tokens[mark].text in (",", *DASHES)
    )


def _is_sum(tokens: Sequence[Token], index: int) -> bool:
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return tokens[index].lower in _WORDS["summing up"] and (
        following is None
        or not following.is_nounish
        or following.lower.endswith(("ed", "ing", "given"))
    )


def has_effect(tokens: Sequence[Token], behind: int, end: int) -> bool:
    """Tell ", drawing boos from the floor" and ", without giving a date" from what was said."""
    verb = tokens[behind]
    if verb.lower == "without":
        following = tokens[behind + 1].lower if behind + 1 < end else ""
        return following.endswith("ing") or following in ("evidence", "proof", "elaboration")
    if verb.lower not in _WORDS["with effect"]:
        return False
    objects = {token.lower for token in tokens[behind + 1 : behind + _LONGEST_GLOSS + 1]}
    return bool(objects & _WORDS["effect with object"])
