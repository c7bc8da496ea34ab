"""A passive that names who acts: `The plan was criticized by Oduya`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.contents import object_end
from stancekit.articles.findings import Finding

LOOKS_FOR: Final = 'a verb that judges, in the passive, with "by" and somebody: "was criticized by"'
_KINDS: Final = frozenset({"judge", "speak of"})
_FARTHEST: Final = 8


def find(sentence: Sentence) -> Iterator[Finding]:
    """Give the attributions of a passive cue to the phrase behind "by"."""
    for cue in sentence.cues:
        if cue.shape != "passive" or cue.kind not in _KINDS or cue.negated:
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


def _by(sentence: Sentence, start: int) -> int | None:
    for i in range(start, min(sentence.end, start + _FARTHEST)):
        if sentence.tokens[i].tag == "mark":
            return None
        if sentence.tokens[i].lower == "by":
            return i
    return None
