"""Hides who speaks, and marks what is spoken of, before a model reads a passage.

A model that sees names learns names: it then scores the person, not the words (Kapoor and
Narayanan 2023 list such shortcuts as leakage). Masks are single private-use characters, which
ordinary text does not hold.
"""

from __future__ import annotations

import re
from functools import lru_cache

from stancekit.models.passages import PassageColumns

SPEAKER = "\ue000"
AFFILIATION = "\ue001"
TARGET = "\ue002"
_ALL = re.compile(f"[{SPEAKER}{AFFILIATION}{TARGET}]")

_PARTICLES = frozenset(
    ["al", "bin", "da", "de", "del", "der", "di", "du", "el", "ibn", "la", "le", "van", "von", "y"]
)


def masked_texts(columns: PassageColumns, *, speakers: bool = True) -> list[str]:
    """Give the texts with targets marked and, if asked, speakers and affiliations masked."""
    rows = zip(columns.texts, columns.targets, columns.speakers, columns.affiliations, strict=True)
    return [
        _masked(text, target, *((speaker, affiliation) if speakers else (None, None)))
        for text, target, speaker, affiliation in rows
    ]


def _masked(text: str, target: str | None, speaker: str | None, affiliation: str | None) -> str:
    if not text.isascii() and _ALL.search(text):
        text = _ALL.sub(" ", text)
    if speaker is not None:
        text = _name_pattern(speaker).sub(SPEAKER, text)
    if affiliation is not None:
        text = _phrase_pattern(affiliation).sub(AFFILIATION, text)
    if target is not None:
        text = _phrase_pattern(target).sub(TARGET, text)
    return text


@lru_cache(maxsize=4096)
def _phrase_pattern(phrase: str) -> re.Pattern[str]:
    """Match the phrase as whole words; in any case if it is written in lower case."""
    words = r"\s+".join(re.escape(word) for word in phrase.split())
    flags = re.IGNORECASE if phrase == phrase.lower() else 0
    return re.compile(rf"(?<!\w){words}(?!\w)", flags)


@lru_cache(maxsize=4096)
def _name_pattern(name: str) -> re.Pattern[str]:
    """Match the full name and each capitalised part of it, the longest first."""
    words = name.split()
    full = r"\s+".join(re.escape(word) for word in words)
    parts = [
        re.escape(word) for word in words if word[:1].isupper() and word.lower() not in _PARTICLES
    ]
    choices = "|".join([full, *sorted(set(parts), key=lambda part: (-len(part), part))])
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)")
