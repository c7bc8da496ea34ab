"""Lists of words by what they stand for, as a part of a section."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class WordLists:
    """Words by name, such as by label; a page shows them when they are unfolded.

    `title` says whose words they are.
    """

    title: str
    words: Mapping[str, tuple[str, ...]]

    def to_dict(self) -> dict[str, Any]:
        """Give the title, and the words by name."""
        words = {name: list(listed) for name, listed in self.words.items()}
        return {"kind": "word_lists", "title": self.title, "words": words}


def told_words(words: tuple[str, ...]) -> str:
    """Give the words of a list as a reader sees them."""
    return ", ".join(words) or "none"
