"""What each speaker says in each paragraph: attributions grouped into statements."""

from __future__ import annotations

from collections.abc import Iterable

from stancekit.articles.attribution import attribute
from stancekit.articles.reading import article_from_text
from stancekit.articles.sentences import sentence_spans, sentences_text
from stancekit.records import Article, Attribution, Span, Statement


def statements(article: Article | str) -> list[Statement]:
    """Give the statements of an article in the order of its text.

    A statement's text is the sentences of the paragraph that carry its sources, cues or contents.

    Examples
    --------
    >>> found = statements("It rained. Baek Ro-eun hopes for talks. She expects none.")
    >>> [(statement.speaker.name, statement.text) for statement in found]
    [('Baek Ro-eun', 'Baek Ro-eun hopes for talks. She expects none.')]
    """
    if isinstance(article, str):
        article = article_from_text(article)
    groups: dict[int, list[Attribution]] = {}
    for attribution in attribute(article):
        groups.setdefault(attribution.statement, []).append(attribution)
    sentences = _Sentences(article)
    return [_statement(number, group, sentences) for number, group in sorted(groups.items())]


class _Sentences:
    """The sentences of an article's paragraphs, split once a paragraph."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._spans: dict[int, list[Span]] = {}

    def carrying(self, paragraph: int, spans: Iterable[Span]) -> str:
        """Give the sentences of a paragraph that share a character with any of `spans`."""
        if paragraph not in self._spans:
            place = self._article.paragraphs[paragraph]
            self._spans[paragraph] = sentence_spans(self._article.text, place.start, place.end)
        return sentences_text(self._article.text, self._spans[paragraph], spans)


def _statement(number: int, group: list[Attribution], sentences: _Sentences) -> Statement:
    spans = [span for a in group for span in (*a.source, *a.cue, *a.content)]
    return Statement(
        number=number,
        paragraph=group[0].paragraph,
        speaker=group[0].speaker,
        attributions=tuple(group),
        text=sentences.carrying(group[0].paragraph, spans),
    )
