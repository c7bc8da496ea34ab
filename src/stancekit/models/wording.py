"""What a pretrained network reads of a passage: words in place of masks, and a second segment.

A network knows words and not our masks (`masking`), so that what is hidden is put in plain words:
"the speaker", "the institute". A target stays as it is written; it is given as a second segment,
and, where asked, set off in the text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from stancekit.models.masking import AFFILIATION, NAME, NUMBER, SPEAKER, TARGET, masked_texts
from stancekit.models.passages import PassageColumns
from stancekit.models.posts import posts_in_words
from stancekit.models.reading import ReadingOptions
from stancekit.typography import plain_blanks

_WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {SPEAKER: "the speaker", AFFILIATION: "the institute", NAME: "someone", NUMBER: "some"}
)
_MASKS: Final = re.compile("[" + "".join((*_WORDS, TARGET)) + "]")


@dataclass(frozen=True, slots=True)
class Reading:
    """One passage as a network reads it.

    `focus` is the span of `text` that a window is laid around where all does not fit: the target,
    else the speaker; ``None`` where neither is in the text.
    """

    text: str
    second: str | None
    focus: tuple[int, int] | None


def read_passages(columns: PassageColumns, options: ReadingOptions) -> list[Reading]:
    """Give each passage as a network reads it, in order."""
    masked = masked_texts(columns, speakers=options.mask_speaker, names=options.mask_names)
    return [
        _reading(posts_in_words(plain_blanks(text)), target, options)
        for text, target in zip(masked, columns.targets, strict=True)
    ]


def _reading(masked: str, target: str | None, options: ReadingOptions) -> Reading:
    """Replace each mask by words, and note where the first target, else speaker, then stands."""
    marked = options.target in ("marked", "both")
    parts: list[str] = []
    focus: dict[str, tuple[int, int]] = {}
    length = end = 0
    for mask in _MASKS.finditer(masked):
        symbol = mask.group()
        words = _WORDS.get(symbol) or (f"* {target} *" if marked else target or "")
        before = masked[end : mask.start()]
        # A sentence that begins with a mask begins with a capital.
        if symbol != TARGET and _begins_sentence(before, first=not parts):
            words = words[0].upper() + words[1:]
        start = length + len(before)
        focus.setdefault(symbol, (start, start + len(words)))
        parts += [before, words]
        length, end = start + len(words), mask.end()
    text = "".join([*parts, masked[end:]])
    second = target if options.target in ("segment", "both") else None
    return Reading(text, second, focus.get(TARGET) or focus.get(SPEAKER))


def _begins_sentence(before: str, *, first: bool) -> bool:
    return (first and not before.strip()) or re.search(r"[.!?]\s+\Z", before) is not None
