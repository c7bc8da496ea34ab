"""Who says what in an article: every attribution with its speaker, cue and content."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from stancekit.articles.circumstances import CircumstanceReader
from stancekit.articles.discourse import Discourse
from stancekit.articles.extraction import Extract, ParagraphReading, read_paragraph
from stancekit.articles.hover_texts import without_hover_texts
from stancekit.articles.parties import told_as_parties
from stancekit.articles.people import Cast
from stancekit.articles.reading import article_from_text
from stancekit.articles.speakers import notice, tell
from stancekit.articles.told import Told
from stancekit.records import Article, Attribution, Paragraph, Speaker

LOOKS_FOR: Final = MappingProxyType(
    {
        "continued_quotation": "a paragraph that is all quotation, behind one left open",
        "orphan_quotation": "a paragraph that is all quotation, behind one with a speaker",
    }
)
_CONTINUED: Final = 0.85
_ORPHANED: Final = 0.6


def attribute(article: Article | str) -> list[Attribution]:
    """Give the attributions of an article in the order of its text.

    A string is the text of an article. A speaker who cannot be told has no name; what the author
    says in their own voice is no attribution.

    Examples
    --------
    >>> found = attribute('"Talks will resume," said Baek Ro-eun, a fellow at the Hangang Forum.')
    >>> found[0].speaker.name, found[0].speaker.role, found[0].mode
    ('Baek Ro-eun', 'expert', 'direct')
    """
    if isinstance(article, str):
        article = article_from_text(article)
    text = without_hover_texts(article.text)
    readings = [read_paragraph(text, p.start, p.end) for p in article.paragraphs]
    cast = Cast()
    for number, reading in enumerate(readings):
        for name in reading.names:
            cast.note(name, number)
    cast.settle()
    found = _agreed(_Narration(article, cast).attributions(readings))
    return told_as_parties(found, cast.people(), article.title)


def _agreed(found: Sequence[Attribution]) -> list[Attribution]:
    """Give a statement one speaker: what its paragraph tells of them last holds from its start."""
    fullest: dict[int, Speaker] = {}
    for one in found:
        known = fullest.setdefault(one.statement, one.speaker)
        if _told_of(one.speaker) >= _told_of(known):
            fullest[one.statement] = one.speaker
    speakers = (fullest[one.statement] for one in found)
    return [
        one if one.speaker == speaker else replace(one, speaker=speaker)
        for one, speaker in zip(found, speakers, strict=True)
    ]


def _told_of(speaker: Speaker) -> tuple[bool, bool]:
    return speaker.role != "unknown", speaker.affiliation is not None


def _begin(extract: Extract) -> int:
    return (extract.cue or extract.content[0])[0]


class _Narration:
    """One pass over the paragraphs of an article that carries the last speaker along."""

    def __init__(self, article: Article, cast: Cast) -> None:
        self._article = article
        self._discourse = Discourse(cast)
        self._numbers: dict[tuple[int, Hashable], int] = {}
        self._found: list[Attribution] = []
        self._last: Told | None = None
        self._is_open = False
        self._circumstances = CircumstanceReader(article)

    def attributions(self, readings: Sequence[ParagraphReading]) -> list[Attribution]:
        """Give the attributions of all paragraphs in order."""
        for paragraph, reading in zip(self._article.paragraphs, readings, strict=True):
            self._discourse.enter(paragraph.index, reading)
            self._last = self._paragraph(paragraph, reading)
            self._is_open = reading.is_open
        return self._found

    def _paragraph(self, paragraph: Paragraph, reading: ParagraphReading) -> Told | None:
        """Add a paragraph's attributions and give its last speaker; ``None`` for the author."""
        if not reading.extracts:
            notice(self._discourse, reading.acting)
            return self._continuation(paragraph, reading)
        last: Told | None = None
        acting = list(reading.acting)
        for extract in reading.extracts:
            while acting and _begin(acting[0]) < _begin(extract):
                notice(self._discourse, [acting.pop(0)])
            for told in tell(self._discourse, extract):
                self._add(paragraph, extract, told)
                last = told
        notice(self._discourse, acting)
        return last

    def _continuation(self, paragraph: Paragraph, reading: ParagraphReading) -> Told | None:
        """Give a paragraph that is all quotation to the last speaker of the one before."""
        told = self._last
        if told is None or not reading.loose:
            return None
        self._discourse.remember(told)
        content = tuple(reading.loose)
        self._found.append(
            Attribution(
                paragraph=paragraph.index,
                statement=self._number(paragraph, told),
                speaker=told.speaker,
                source=(),
                cue=(),
                content=content,
                mode="continuation",
                text=self._text(content),
                confidence=min(_CONTINUED if self._is_open else _ORPHANED, told.confidence),
                rule="continued_quotation" if self._is_open else "orphan_quotation",
                explanation=replace(
                    told.why, speaker=f"who spoke last in paragraph {paragraph.index - 1} goes on"
                ),
                said_at=self._found[-1].said_at,
                relay_chain=self._found[-1].relay_chain,
            )
        )
        return told

    def _add(self, paragraph: Paragraph, extract: Extract, told: Told) -> None:
        content = tuple(extract.content)
        self._found.append(
            Attribution(
                paragraph=paragraph.index,
                statement=self._number(paragraph, told),
                speaker=told.speaker,
                source=() if extract.source is None else (extract.source,),
                cue=() if extract.cue is None else (extract.cue,),
                content=content,
                mode=extract.mode,
                text=self._text(content),
                confidence=min(extract.confidence, told.confidence),
                rule=extract.rule,
                explanation=told.why,
                **self._circumstances.read(extract)._asdict(),
            )
        )

    def _number(self, paragraph: Paragraph, told: Told) -> int:
        return self._numbers.setdefault((paragraph.index, told.key), len(self._numbers))

    def _text(self, content: Sequence[tuple[int, int]]) -> str:
        return " ".join(self._article.text[start:end] for start, end in content)
