"""The forms of a name: what two mentions share, and which words may stand for all of it.

Names are sets of candidate forms, never split into given name and surname.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from stancekit.articles.lexicon import all_words, word_groups

_FAMILY_NAMES: Final = all_words("surnames")
_INITIAL: Final = re.compile(r"(?:[A-Z]|(?:[A-Z]\.-?){1,3})\Z")
_HYPHENATED: Final = re.compile(r"\w-[a-z]")
_GENERATIONS: Final = frozenset({"jr", "sr", "ii", "iii"})
_MOST_NAMES: Final = 4096
"""Names whose forms are remembered: a stream of articles has ever new ones."""


def ends_alike(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Keep a lone short name from growing into a full name it cannot be short for."""
    return len(shorter) > 1 or may_be_short_for(plain(shorter[0]), longer)


@lru_cache(maxsize=_MOST_NAMES)
def plain(word: str) -> str:
    """Give a word of a name in small letters, without its marks."""
    return re.sub(r"[\W_]", "", word).lower()


@cache
def _full_given_names() -> dict[str, str]:
    """Map what people are called for short to their given names: "bill" to "william"."""
    entries = [entry.split() for entry in word_groups("nicknames")["given"]]
    return {short: entry[0] for entry in entries for short in entry[1:]}


@lru_cache(maxsize=_MOST_NAMES)
def key_of(name: tuple[str, ...]) -> str:
    """Give what tells full names apart: their words, initials left out, nicknames written out."""
    words = [plain(word) for word in name if not _INITIAL.match(word)]
    if len(words) > 1:
        words[0] = _full_given_names().get(words[0], words[0])
    return "".join(words)


@lru_cache(maxsize=_MOST_NAMES)
def forms_of(name: tuple[str, ...]) -> frozenset[str]:
    """Give the words of a name that a short name may consist of."""
    return frozenset(plain(word) for word in name if not _INITIAL.match(word)) - {""}


def may_be_short_for(form: str, name: Sequence[str]) -> bool:
    """Tell whether one word may stand for a full name: its last, or a family name that is first.

    A family name is first where the rest is hyphenated, where it is in capitals, or where it is a
    common one of East Asia. In a name of three words the middle one counts too ("Kelvin Mok Ka-ho"
    is Mok).
    """
    words = [plain(word) for word in name]
    if form == words[-1] or words[-1] in _GENERATIONS:
        return True
    if form == words[0]:
        hyphenated = any(_HYPHENATED.search(word) for word in name[1:])
        return hyphenated or form in _FAMILY_NAMES or name[0].isupper()
    return form in words
