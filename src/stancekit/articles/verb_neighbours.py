"""What the word before a verb tells of it: whether a noun must follow, or a clause begins."""

from __future__ import annotations

from typing import Final

from stancekit.articles.lexicon import word_groups
from stancekit.articles.verb_groups import VerbGroup

NOMINAL_BEFORE: Final = frozenset({"determiner", "possessive", "preposition", "number"})
"""Tags of the words that a noun follows."""
QUANTIFIERS: Final = word_groups("function_words")["quantifier"] - {"this", "that", "each"}
_BEFORE_CLAUSES: Final = frozenset({"mark", "conjunction", "subordinator"})


def opens_clause(group: VerbGroup) -> bool:
    """Tell whether the word before a verb opens its clause."""
    return group.first == 1 or group.sentence[group.first - 2].tag in _BEFORE_CLAUSES
