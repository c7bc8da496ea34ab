"""According to somebody, in somebody's view: a phrase names the source, the rest is content."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from stancekit.articles.clauses import Sentence
from stancekit.articles.findings import Finding, Range
from stancekit.articles.lexicon import word_groups
from stancekit.articles.names import is_organisation
from stancekit.articles.phrases import Phrase

LOOKS_FOR: Final = 'somebody behind "according to", or as the owner of a view: "in her view"'
_OPINION_BEFORE: Final = frozenset({"in", "by", "on", "to"})
_OPINIONS: Final = word_groups("cue_nouns")["opinion"]
_TRIGGERS: Final = _OPINIONS | {"according"}
"""Words without which it stands only at the head of a sentence: "To Oduya, "."""
_OWNERS: Final = word_groups("function_words")["owner"]
_FOR_WHOM: Final = frozenset({"to", "for"})
_SAYING: Final = frozenset({"state", "speak", "quote", "tell"})
FOR_WHOM: Final = "for whom"
"""The kind of "To Oduya, ..." and "For Oduya, ...", which may also tell what befalls her."""
_LONGEST_OPINION: Final = 8
_BREAKS: Final = frozenset({",", "\u2014", "--", ":"})
_OPENS_DESCRIPTION: Final = frozenset({"a", "an", "who", "which"})


def find(sentence: Sentence) -> Iterator[Finding]:
    """Give the attributions made with "according to", "in the view of", "by her account"."""
    tokens = sentence.tokens
    inside = not sentence.words.isdisjoint(_TRIGGERS)
    for i in range(len(tokens) - 2 if inside else min(1, len(tokens) - 2)):
        kind = "according_to"
        if tokens[i].lower == "according" and tokens[i + 1].lower == "to":
            source, cue = sentence.phrase_after(i + 2), (i, i + 2)
        elif i == 0 and tokens[i].lower == "to" and _is_person(sentence, 1):
            source, cue = sentence.phrase_after(1), (0, 1)
        elif i == 0 and _is_short_name(sentence, 1):
            source, cue = sentence.phrase_after(1), (0, 1)
            kind = FOR_WHOM
        elif tokens[i].lower in _OPINION_BEFORE:
            source, cue = _owner_of_opinion(sentence, i)
        else:
            continue
        content = [] if source is None else _content(sentence, i, source, cue)
        if content:
            yield Finding("according_to", cue, content, source, kind)


def _is_person(sentence: Sentence, start: int) -> bool:
    """Tell "To Ines Oduya, the corridor has its uses" from "To Harborton, the envoy was new"."""
    source = sentence.phrase_after(start)
    words = sentence.tokens[start : start + 2]
    if source is None or any(word.tag != "name" for word in words) or is_organisation(words):
        return False
    comma = next(
        (i for i in range(source.end, sentence.end) if sentence.tokens[i].text == ","), None
    )
    return comma is not None and comma <= source.full_end + 1


def _is_short_name(sentence: Sentence, start: int) -> bool:
    """Tell "For Oduya, the corridor has its uses", where no other words say who says so.

    Whether the name is that of somebody who gives views is for the reader of the article to tell.
    """
    source = sentence.phrase_after(start)
    if source is None or sentence.tokens[0].lower not in _FOR_WHOM:
        return False
    words = sentence.tokens[start : source.end]
    named = words[-1].tag == "name" and not is_organisation(words)
    comma = source.end < sentence.end and sentence.tokens[source.end].text == ","
    said = any(clause.cue.kind in _SAYING for clause in sentence.clauses)
    return named and comma and not said


def _owner_of_opinion(sentence: Sentence, start: int) -> tuple[Phrase | None, Range]:
    """Read "in the view of Oduya", "in Oduya's view", "by her reckoning" from their first word."""
    tokens = sentence.tokens
    for i in range(start + 2, min(start + _LONGEST_OPINION, len(tokens))):
        if tokens[i].tag == "mark" or tokens[i].tag == "auxiliary":
            break
        if tokens[i].lower not in _OPINIONS:
            continue
        if i + 1 < len(tokens) and tokens[i + 1].lower == "of" and tokens[i - 1].lower == "the":
            return sentence.phrase_after(i + 2), (start, i + 2)
        if tokens[i - 1].lower in _OWNERS and i == start + 2:
            return Phrase(i - 1, i, i), (start, i + 1)
        if tokens[i - 1].tag == "possessive":
            owner = sentence.phrase_before(i - 1)
            return (owner if owner and owner.start > start else None), (start, i + 1)
        break
    return None, (start, start + 1)


def _content(sentence: Sentence, start: int, source: Phrase, cue: Range) -> list[Range]:
    if start <= 1:
        inside = source.end <= cue[1] < len(sentence.tokens)
        if inside and sentence.tokens[cue[1]].text not in _BREAKS:
            return [(cue[1], sentence.end)]
        return _behind(sentence, source)
    tokens = sentence.tokens
    comma = tokens[start - 1].text in _BREAKS
    end = start - 1 if comma else start
    parts = [(_part_start(sentence, end), end)]
    if comma:
        closed = source if source.end >= cue[1] else Phrase(source.start, cue[1], cue[1])
        parts += [part for part in _behind(sentence, closed) if _has_verb(sentence, part)]
    return [part for part in parts if part[0] < part[1]]


def _has_verb(sentence: Sentence, part: Range) -> bool:
    """Tell a second part of the content from a description of the source."""
    words = sentence.tokens[part[0] : part[1]]
    auxiliary = any(word.tag in ("auxiliary", "negation") for word in words)
    return auxiliary or words[0].lower.endswith("ed")


def _behind(sentence: Sentence, source: Phrase) -> list[Range]:
    """Give the content behind a source that opens the sentence, past its description."""
    tokens = sentence.tokens
    breaks = [i for i in range(source.end, sentence.end - 1) if tokens[i].text in _BREAKS]
    if not breaks:
        return []
    described = len(breaks) > 1 and tokens[breaks[0] + 1].lower in _OPENS_DESCRIPTION
    return [(breaks[1 if described else 0] + 1, sentence.end)]


def _part_start(sentence: Sentence, end: int) -> int:
    for i in range(end - 1, -1, -1):
        if sentence.tokens[i].text == ";":
            return i + 1
    return 0
