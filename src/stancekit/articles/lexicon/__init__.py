"""The word lists of the rules: one text file a list, one line a group of entries.

A file holds `[group]` headings and, under each, entries separated by commas or line ends; `#`
starts a comment. Adding a word to a list touches nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

_FOLDER = Path(__file__).parent


@cache
def word_groups(name: str) -> Mapping[str, frozenset[str]]:
    """Give the entries of a word list by group, as they are written in the file.

    Examples
    --------
    >>> "monday" in word_groups("calendar")["days"]
    True
    """
    groups: dict[str, set[str]] = {}
    entries: set[str] = set()
    for raw in (_FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        line = raw.partition("#")[0].strip()
        if line.startswith("["):
            entries = groups.setdefault(line.strip("[]"), set())
        else:
            entries.update(entry.strip() for entry in line.split(",") if entry.strip())
    return MappingProxyType({group: frozenset(words) for group, words in groups.items()})


@cache
def all_words(name: str) -> frozenset[str]:
    """Give the entries of all groups of a word list."""
    return frozenset().union(*word_groups(name).values())
