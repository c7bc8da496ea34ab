"""How something is said beside who says what: denied, long ago, passed on, of somebody's mind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from stancekit.articles.actors import attributed_actor
from stancekit.articles.article_dates import article_dates
from stancekit.articles.denials import is_denied
from stancekit.articles.extraction import Extract
from stancekit.articles.past_times import past_time
from stancekit.articles.tokens import Token
from stancekit.records import Article, Excerpt, PastTime, Span

_LONGEST_INTRODUCTION: Final = 8
_VERBS: Final = frozenset({"auxiliary", "negation"})


class Circumstances(NamedTuple):
    """Fields of an attribution that its row does not print."""

    negated: bool = False
    said_at: PastTime | None = None
    relay_chain: tuple[Excerpt, ...] = ()
    attributed_actor: Excerpt | None = None


@dataclass(frozen=True)
class CircumstanceReader:
    """Reads the circumstances of the attributions of one article."""

    article: Article

    def read(self, extract: Extract) -> Circumstances:
        """Give the circumstances of an attribution."""
        actor = attributed_actor(extract.sentence, extract.content)
        return Circumstances(
            _is_denied(extract),
            self._said_at(extract),
            self._relay_chain(extract),
            None if actor is None else self._excerpt(actor),
        )

    @cached_property
    def _published(self) -> str | None:
        return article_dates(self.article).published

    def _said_at(self, extract: Extract) -> PastTime | None:
        if extract.cue is None:
            return None
        spans = [*_around(extract), extract.cue]
        return past_time(self.article.text, spans, lambda: self._published)

    def _relay_chain(self, extract: Extract) -> tuple[Excerpt, ...]:
        words = extract.sentence.tokens
        return tuple(
            self._excerpt((words[link.start].start, words[link.end - 1].end))
            for link in extract.relays
        )

    def _excerpt(self, span: Span) -> Excerpt:
        return Excerpt(self.article.text[span[0] : span[1]], *span)


def _is_denied(extract: Extract) -> bool:
    if extract.cue is None:
        return False
    sentence = extract.sentence
    cue = (sentence.index_at(extract.cue[0]), sentence.index_at(extract.cue[1]))
    return is_denied(sentence.tokens, cue, sentence.index_at(extract.content[0][0]))


def _ends(words: Sequence[Token], index: int) -> bool:
    """Tell a mark from the comma in "on May 3, 2031"."""
    year = index + 1 < len(words) and words[index + 1].tag == "number"
    return words[index].tag == "mark" and not (words[index].text == "," and year)


def _around(extract: Extract) -> Iterator[Span]:
    """Give the stretches around a cue where a time may stand: behind it and before its subject."""
    words, cue, source = extract.sentence.tokens, extract.cue, extract.phrase
    if cue is None:
        return
    contents = {span[0] for span in extract.content}
    start = extract.sentence.index_at(cue[1])
    if source is not None and words[source.start].start >= cue[1]:
        start = max(start, source.full_end)
    end = start
    while end < len(words) and words[end].start not in contents and not _ends(words, end):
        end += 1
    if end > start:
        yield words[start].start, words[end - 1].end
    begins = None if source is None else source.start
    if begins is not None and 1 < begins <= _LONGEST_INTRODUCTION:
        introduction = words[: begins - 1]
        free = introduction[0].start not in contents and words[begins].start < cue[0]
        if (
            free
            and words[begins - 1].text == ","
            and not any(w.tag in _VERBS for w in introduction)
        ):
            yield introduction[0].start, introduction[-1].end
