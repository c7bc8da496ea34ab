"""Whether a verb agrees in number with what stands before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stancekit.articles.lexicon import word_groups
from stancekit.articles.morphology import Tense
from stancekit.articles.names import is_role_noun
from stancekit.articles.tokens import Token
from stancekit.articles.verb_groups import VerbGroup

_FORMS: Final = word_groups("verb_forms")
_PLURAL_PRONOUNS: Final = frozenset({"i", "you", "we", "they", "who", "others", "these", "those"})
_INSIDE: Final = frozenset({"name", "word", "number", "determiner", "possessive"})
_JOINING: Final = frozenset({"of", "with", "at", "in", "on", "from", "for"})


def is_plural(noun: Token) -> bool:
    """Tell a noun that reads as a plural."""
    return noun.lower.endswith("s") or noun.lower in _FORMS["plurals"]


def head_agrees(group: VerbGroup, tenses: Sequence[Tense]) -> bool:
    """Tell the subject of "Observers of the peninsula expect": a plural before a preposition."""
    if "s" in tenses:
        return False
    i = group.first - 1
    while i > 0 and group.sentence[i].tag in _INSIDE:
        i -= 1
    head = group.sentence[i - 1] if i else None
    joined = group.sentence[i].tag == "preposition" and group.sentence[i].lower in _JOINING
    return head is not None and joined and is_role_noun(head.lower) and is_plural(head)


def agrees(before: Token, tenses: Sequence[Tense]) -> bool:
    """Tell whether a subject's last word agrees with the verb in number."""
    plural = before.lower in _PLURAL_PRONOUNS or before.lower in _FORMS["plurals"]
    if "s" not in tenses:
        return plural or _ends_as_plural(before)
    if before.lower in _PLURAL_PRONOUNS - {"who"}:
        return False
    return not before.lower.endswith("s") or before.tag in ("name", "pronoun", "relative")


def _ends_as_plural(noun: Token) -> bool:
    """Tell "Republicans" from "US" and "Congress"."""
    if noun.tag == "name" and (noun.text.isupper() or noun.lower.endswith(("ss", "us", "is"))):
        return False
    return noun.lower.endswith("s")
