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
from stancekit.articles.findings import Finding, Range
from stancekit.articles.past_times import may_tell_time, past_time
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
            negated=_is_denied(extract),
            said_at=self._said_at(extract),
            relay_chain=self._relay_chain(extract) if extract.relays else (),
            attributed_actor=None if actor is None else self._excerpt(actor),
        )

    @cached_property
    def _published(self) -> str | None:
        return article_dates(self.article).published

    def _said_at(self, extract: Extract) -> PastTime | None:
        found, words = extract.finding, extract.sentence.tokens
        if found is None or extract.cue is None:
            return None
        if not may_tell_time(self.article.text[words[0].start : words[-1].end]):
            return None
        stretches = [(words[i].start, words[k - 1].end) for i, k in _around(extract, found)]
        return past_time(self.article.text, [*stretches, extract.cue], lambda: self._published)

    def _relay_chain(self, extract: Extract) -> tuple[Excerpt, ...]:
        words = extract.sentence.tokens
        return tuple(
            self._excerpt((words[link.start].start, words[link.end - 1].end))
            for link in extract.relays
        )

    def _excerpt(self, span: Span) -> Excerpt:
        return Excerpt(self.article.text[span[0] : span[1]], *span)


def _is_denied(extract: Extract) -> bool:
    found = extract.finding
    return found is not None and is_denied(extract.sentence.tokens, found.cue, found.content[0][0])


def _ends(words: Sequence[Token], index: int) -> bool:
    """Tell a mark from the comma in "on May 3, 2031"."""
    year = index + 1 < len(words) and words[index + 1].tag == "number"
    return words[index].tag == "mark" and not (words[index].text == "," and year)


def _around(extract: Extract, found: Finding) -> Iterator[Range]:
    """Give the stretches where a time may stand: behind the cue, and before its subject."""
    words, source = extract.sentence.tokens, extract.phrase
    start = found.cue[1]
    if source is not None and source.start >= start:
        start = max(start, source.full_end)
    contents = {part[0] for part in found.content}
    end = start
    while end < len(words) and end not in contents and not _ends(words, end):
        end += 1
    if end > start:
        yield start, end
    if source is not None and 1 < source.start <= _LONGEST_INTRODUCTION:
        before = words[: source.start - 1]
        opens = 0 not in contents and source.start < found.cue[0]
        if (
            opens
            and words[source.start - 1].text == ","
            and not any(w.tag in _VERBS for w in before)
        ):
            yield 0, source.start - 1
