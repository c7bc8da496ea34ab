"""The title right before a name: its last word, and which roles an office gives."""

from __future__ import annotations

from typing import Final

from stancekit.articles.names import is_office

OF_OFFICES: Final = frozenset({"official", "politician", "spokesperson"})


def title_word(before: str) -> str:
    """Give the last word before a name, in small letters: the noun of a title, if one is there."""
    return before.rsplit(maxsplit=1)[-1].lower().rstrip(".") if before else ""


def is_titled(before: str) -> bool:
    """Tell whether what stands before a name ends in an office."""
    return is_office(title_word(before))
