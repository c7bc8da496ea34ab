"""Hides who speaks, and marks what is spoken of, before a model reads a passage.

A model that sees names learns names: it then scores the person, not the words (Kapoor and
Narayanan 2023 list such shortcuts as leakage). The names of places and leaders are of the same
kind: what is said of one dispute's capitals tells nothing of the next dispute. Masks are single
private-use characters, which ordinary text does not hold.

Texts are read as if typed on one keyboard (`stancekit.typography`), so that a curly quotation mark
or a decomposed accent changes no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from stancekit.models.passages import PassageColumns
from stancekit.typography import has_odd_blanks, plain_marks

SPEAKER = "\ue000"
AFFILIATION = "\ue001"
TARGET = "\ue002"
NAME = "\ue003"
NUMBER = "\ue004"
MASKS = SPEAKER + AFFILIATION + TARGET + NAME + NUMBER
_ALL = re.compile(f"[{MASKS}]")

_CAPITAL = r"[A-Z\u00c0-\u00d6\u00d8-\u00de]"
_WORD = rf"(?!I\b)(?:(?:{_CAPITAL}\.)+(?!\w)|{_CAPITAL}[\w&]*(?:-\w+)*)"
# Not behind a full stop or an opening quotation mark, where every word has a capital. What stands
# before is looked at from behind the capital: a search that begins with a class of characters
# skips to them, and takes a third of the time.
_BEHIND_A_WORD = rf"(?<=[\w,;)%\"'{MASKS}] .)(?!(?<=I)\b)"
_FIRST_WORD = rf"{_CAPITAL}{_BEHIND_A_WORD}(?:\.(?:{_CAPITAL}\.)*(?!\w)|[\w&]*(?:-\w+)*)"
_NAMES = re.compile(rf"{_FIRST_WORD}(?:(?: of(?: the)?)? {_WORD})*")
_NUMBERS = re.compile(r"\d\d*(?:[.,]\d+)*")  # \d+ would not be skipped to
_NAMES_AND_NUMBERS = ((_NAMES, NAME), (_NUMBERS, NUMBER))
_BLANKS = (re.compile(r"\s+"), " ")

_PARTICLES = frozenset(
    ["al", "bin", "da", "de", "del", "der", "di", "du", "el", "ibn", "la", "le", "van", "von", "y"]
)


Substitution = tuple[re.Pattern[str], str]
"""What is looked for, and the one character that is put in its place."""


def masked_texts(
    columns: PassageColumns, *, speakers: bool = True, targets: bool = True, names: bool = False
) -> list[str]:
    """Give the texts, their marks plain, with speakers and affiliations masked and targets marked.

    With `names`, so are the other names inside a sentence (runs of capitalised words) and numbers.
    The first word of a sentence stays: whether it is a name cannot be seen. Names are told by the
    words beside them, so that blanks are made plain, too.
    """
    masked = []
    asked = substitutions(columns, speakers=speakers, targets=targets, names=names)
    for text, found in zip(columns.texts, asked, strict=True):
        text = plain_marks(text)
        for pattern, mask in found:
            text = pattern.sub(mask, text)
        masked.append(text)
    return masked


def substitutions(
    columns: PassageColumns, *, speakers: bool = True, targets: bool = True, names: bool = False
) -> Iterator[list[Substitution]]:
    """Yield what is put in place of what, one after the other, in each text with plain marks."""
    rows = zip(columns.texts, columns.targets, columns.speakers, columns.affiliations, strict=True)
    for text, target, speaker, affiliation in rows:
        found: list[Substitution] = []
        if not text.isascii() and _ALL.search(text):
            found.append((_ALL, " "))
        if speakers and speaker is not None:
            found.append((_name_pattern(speaker), SPEAKER))
        if speakers and affiliation is not None:
            found.append((_phrase_pattern(affiliation), AFFILIATION))
        if targets and target is not None:
            found.append((_phrase_pattern(target), TARGET))
        if names:
            if has_odd_blanks(text):
                found.append(_BLANKS)
            found += _NAMES_AND_NUMBERS
        yield found


@lru_cache(maxsize=4096)
def _phrase_pattern(phrase: str) -> re.Pattern[str]:
    """Match the phrase as whole words; in any case if it is written in lower case."""
    words = r"\s+".join(re.escape(word) for word in phrase.split())
    flags = re.IGNORECASE if phrase == phrase.lower() else 0
    return re.compile(rf"(?<!\w){words}(?!\w)", flags)


@lru_cache(maxsize=4096)
def _name_pattern(name: str) -> re.Pattern[str]:
    """Match the full name and each capitalised part of it, also in capitals, the longest first."""
    words = name.split()
    # A bare initial stays: "A" and "I" are words.
    parts = {
        word
        for word in words
        if len(word) > 1 and word[:1].isupper() and word.lower() not in _PARTICLES
    }
    ordered = sorted(parts | {part.upper() for part in parts}, key=lambda part: (-len(part), part))
    forms = [words, [word.upper() for word in words], *([part] for part in ordered)]
    choices = "|".join(r"\s+".join(map(re.escape, form)) for form in forms)
    return re.compile(rf"(?<!\w)(?:{choices})(?!\w)")
