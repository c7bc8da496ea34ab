"""A passive that names who acts: `The plan was criticized by Oduya`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.contents import object_end
from stancekit.articles.cues import Cue
from stancekit.articles.findings import Finding
from stancekit.articles.phrases import Phrase

LOOKS_FOR: Final = 'a verb that judges, in the passive, with "by" and somebody: "was criticized by"'
_KINDS: Final = frozenset({"judge", "speak of"})
_TELLING: Final = frozenset({"tell", "state"})
_FARTHEST: Final = 8


def find(sentence: Sentence) -> Iterator[Finding]:
    """Give the attributions of a passive cue to the phrase behind "by"."""
    for cue in sentence.cues:
        if cue.shape != "passive" or cue.negated:
            continue
        if cue.kind in _TELLING:
            yield from _told(sentence, cue)
        if cue.kind not in _KINDS:
            continue
        by = _by(sentence, cue.last + 1)
        content = sentence.phrase_before(cue.first)
        source = None if by is None else sentence.phrase_after(by + 1)
        if source is None or content is None:
            continue
        parts = [(content.start, content.end)]
        if by is not None and by > cue.last + 1:
            parts.append((cue.last + 1, by))
        if source.end + 1 < sentence.end and sentence.tokens[source.end].lower == "as":
            parts.append((source.end, object_end(sentence, source.end, sentence.end)))
        yield Finding("passive_by", (cue.first, cue.last + 1), parts, source, cue.kind, 0.8)


def _told(sentence: Sentence, cue: Cue) -> Iterator[Finding]:
    """Read "was warned by envoys that": what stands behind "that" is told by the envoys."""
    by = _by(sentence, cue.last + 1)
    if by is None:
        return
    farthest = min(sentence.end, by + _FARTHEST)
    that = next((i for i in range(by + 2, farthest) if sentence.tokens[i].lower == "that"), None)
    source = sentence.phrase_after(by + 1)
    if that is not None and source is not None and source.end >= that:
        told = Phrase(source.start, that, that)
        content = [(that, sentence.end)]
        yield Finding("passive_by", (cue.first, by + 1), content, told, cue.kind, 0.8)


def _by(sentence: Sentence, start: int) -> int | None:
    for i in range(start, min(sentence.end, start + _FARTHEST)):
        if sentence.tokens[i].tag == "mark":
            return None
        if sentence.tokens[i].lower == "by":
            return i
    return None
