"""The things that stancekit speaks of: articles, statements, stances.

Offsets are Python string indices into the untouched article text, `end` exclusive.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Span = tuple[int, int]

BlockKind = Literal[
    "title",
    "dateline",
    "deck",
    "body",
    "caption",
    "byline",
    "contact",
    "related_link",
    "ui",
    "source_credit",
    "other",
]
Role = Literal[
    "expert",
    "official",
    "spokesperson",
    "politician",
    "media",
    "institution",
    "public",
    "unknown",
]
Naming = Literal["named", "unnamed_individual", "unnamed_group", "document"]
Mode = Literal["direct", "mixed", "indirect", "continuation", "according_to"]


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of an article with its kind.

    The blocks of an article cover its text without gap or overlap, white space included, so that
    joining their texts gives the article back.
    """

    index: int
    kind: BlockKind
    start: int
    end: int
    text: str
    rule: str = ""
    """Name of the rule that chose the kind."""

    def to_dict(self) -> dict[str, Any]:
        """Give the fields of the ``read`` verb's JSON."""
        return {
            "index": self.index,
            "kind": self.kind,
            "start": self.start,
            "end": self.end,
            "text": self.text,
        }


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A ``body`` block without its outer white space, numbered from 0."""

    index: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """A news text, untouched, with its blocks and paragraphs.

    `modified` (a day) and `byline` are what an HTML page's metadata says.
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    blocks: tuple[Block, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    modified: str | None = None
    byline: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the fields of the ``read`` verb's JSON."""
        return {
            "article": self.id,
            "title": self.title,
            "outlet": self.outlet,
            "date": self.date,
            "blocks": [block.to_dict() for block in self.blocks],
            "paragraphs": [asdict(paragraph) for paragraph in self.paragraphs],
        }


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day, month or year that the text speaks of, as far as it tells: "2031-05", "2031"."""

    date: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ArticleDates:
    """When an article was published, as far as its page and its text tell.

    Parameters
    ----------
    published, modified
        ISO days from the page's metadata or the article's own datelines; ``None`` where neither
        tells. Where nothing better does, `published` is the stamp, unless that is in doubt.
    stamped
        The date that the article came with, as it stands.
    in_text
        What the text speaks of, in its order.
    likely_crawl_date
        Whether the stamp is likely the day on which the page was saved.
    reason
        Why; empty where the stamp is not in doubt.
    """

    published: str | None = None
    modified: str | None = None
    stamped: str | None = None
    in_text: tuple[DateMention, ...] = ()
    likely_crawl_date: bool = False
    reason: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Give the ``dates`` field of ``read --dates``."""
        return {
            "published": self.published,
            "modified": self.modified,
            "stamped": self.stamped,
            "in_text": [asdict(mention) for mention in self.in_text],
            "likely_crawl_date": self.likely_crawl_date,
            "reason": self.reason,
        }


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a statement is attributed to.

    `name` is the fullest form in the article; ``None`` where the speaker is unnamed or could not be
    told. `role` and `naming` describe what the text shows, never what is guessed.
    """

    name: str | None = None
    affiliation: str | None = None
    role: Role = "unknown"
    naming: Naming = "named"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words that show something of a speaker, and the paragraph that has them.

    The words are joined by blanks, as the rules read them: "the Forum 's director".
    """

    words: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why an attribution has its speaker.

    Parameters
    ----------
    speaker
        How the speaker was told; it begins with "unresolved" where nobody could be told.
    role, affiliation
        What showed them; ``None`` where nothing did.
    """

    speaker: str
    role: Evidence | None = None
    affiliation: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of an article and where they stand."""

    words: str
    start: int
    end: int

    def to_dict(self) -> dict[str, Any]:
        """Give a field of ``attribute --explain``."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class PastTime(Excerpt):
    """When something was said that is not said now.

    `date` is "2018-03-05", "2018-03" or "2018", as far as the words tell; ``None`` where they tell
    no year ("once", or "last year" in an article without a date).
    """

    date: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """One source, cue and content.

    Parameters
    ----------
    paragraph
        Index of the paragraph in which the content starts.
    statement
        Number of the statement, unique in the article; rows that share it are one statement.
    source, cue, content
        Spans into the article text.
    text
        The words of the content spans, joined by a blank.
    confidence
        Between 0 and 1: how sure the rule is of the speaker.
    rule
        Name of the rule that found it.
    explanation
        How the speaker was told. It is no part of what is compared, printed or exported.
    negated
        Whether the speaker says that the content is not so: "denied that", "did not say that".
    said_at
        When it was said, where that is past: "said in 2019"; ``None`` where it is said now.
    relay_chain
        Who passes the words on, outermost first, down to whose they are; empty where nobody does.
    attributed_actor
        To whom the speaker ascribes a belief or an aim: "she said the ministry wants a truce".
    """

    paragraph: int
    statement: int
    speaker: Speaker
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    mode: Mode
    text: str
    confidence: float
    rule: str
    explanation: Explanation | None = field(default=None, compare=False, repr=False)
    negated: bool = False
    said_at: PastTime | None = None
    relay_chain: tuple[Excerpt, ...] = ()
    attributed_actor: Excerpt | None = None

    def to_dict(self, article_id: str) -> dict[str, Any]:
        """Give one row of the ``attribute`` verb's JSONL."""
        return {
            "article": article_id,
            "paragraph": self.paragraph,
            "statement": self.statement,
            "speaker": asdict(self.speaker),
            "source": [list(span) for span in self.source],
            "cue": [list(span) for span in self.cue],
            "content": [list(span) for span in self.content],
            "mode": self.mode,
            "text": self.text,
            "confidence": self.confidence,
            "rule": self.rule,
        }


@dataclass(frozen=True, slots=True)
class Statement:
    """What one speaker says in one paragraph: the unit that is tagged.

    `text` is the words of the sentences that carry the statement, source and cue included, since
    a cue such as "doubts that" is part of the stance; an author's sentences beside them are not.
    """

    number: int
    paragraph: int
    speaker: Speaker
    attributions: tuple[Attribution, ...]
    text: str

    @property
    def is_past(self) -> bool:
        """Whether all of it was said in the past, so that it tells no stance of now."""
        return all(attribution.said_at is not None for attribution in self.attributions)


@dataclass(frozen=True, slots=True)
class Passage:
    """One row to classify: a text, and what is known of it."""

    text: str
    id: str | None = None
    speaker: str | None = None
    affiliation: str | None = None
    target: str | None = None
    article_id: str | None = None
    outlet: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Stance:
    """A predicted label on one axis, with calibrated probabilities, or an abstention.

    `label` is ``None`` where `abstained`; `probability` is that of the most probable label either
    way. `probabilities` holds the labels in codebook order. `labels` is the set that holds the gold
    label with the coverage that was asked for; ``None`` where none was.
    """

    label: str | None
    probability: float
    probabilities: dict[str, float] = field(default_factory=dict)
    abstained: bool = False
    labels: tuple[str, ...] | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give one axis of the ``stances`` field of a predicted row."""
        told = {
            "label": self.label,
            "probability": self.probability,
            "probabilities": dict(self.probabilities),
            "abstained": self.abstained,
        }
        return told if self.labels is None else {**told, "labels": list(self.labels)}


@dataclass(frozen=True, slots=True)
class WeighedSpan:
    """Words of a text, and what they add to a label: less than 0 where they speak against it."""

    start: int
    end: int
    text: str
    weight: float

    def to_dict(self) -> dict[str, Any]:
        """Give one entry of the ``explanation`` field of ``predict --explain``."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class StanceExplanation:
    """What each part of a text added to one label on one axis.

    Parameters
    ----------
    label
        The label that is explained, whether or not it was predicted.
    method
        ``contributions``: the spans' shares in the label's logit, exactly; they, `intercept` and
        `rest` add up to `score`. ``occlusion``: by how much the label's log-odds fall where the
        span is left out; these need not add up.
    score
        The label's logit, before calibration; with ``occlusion`` its log-odds, calibrated.
    spans
        In the order of the text; every word is in one of them.
    intercept, rest
        What the label has before a word is read, and what comes of the target and of how text and
        target relate; ``None`` with ``occlusion``.
    """

    label: str
    method: Literal["contributions", "occlusion"]
    score: float
    spans: tuple[WeighedSpan, ...]
    intercept: float | None = None
    rest: float | None = None

    def largest(self, limit: int | None = 10) -> tuple[WeighedSpan, ...]:
        """Give the spans of largest weight, for or against; ``None`` gives all that have any.

        Of equals, the earlier one comes first.
        """
        weighed = [span for span in self.spans if span.weight]
        # Rounded, as weights that are equal on paper differ in their last digits.
        return tuple(sorted(weighed, key=lambda span: -round(abs(span.weight), 9))[:limit])


@dataclass(frozen=True, slots=True)
class TaggedStatement:
    """A statement and the speaker's stance on each axis."""

    statement: Statement
    stances: dict[str, Stance]

    @property
    def speaker(self) -> Speaker:
        """Who the statement is attributed to."""
        return self.statement.speaker

    @property
    def text(self) -> str:
        """The words of the sentences that carry the statement."""
        return self.statement.text

    def to_dict(self, article: Article) -> dict[str, Any]:
        """Give one row of the ``tag`` verb: the spans of the statement's attributions joined."""
        # In the order of the text, so that the words follow their spans.
        attributions = sorted(self.statement.attributions, key=lambda each: each.content)
        modes = {attribution.mode for attribution in attributions}
        return {
            "article": article.id,
            "title": article.title,
            "outlet": article.outlet,
            "date": article.date,
            "paragraph": self.statement.paragraph,
            "statement": self.statement.number,
            "speaker": asdict(self.speaker),
            "source": _joined(attribution.source for attribution in attributions),
            "cue": _joined(attribution.cue for attribution in attributions),
            "content": _joined(attribution.content for attribution in attributions),
            "mode": attributions[0].mode if len(modes) == 1 else "mixed",
            "text": " ".join(attribution.text for attribution in attributions),
            "confidence": min(attribution.confidence for attribution in attributions),
            "rule": ", ".join(dict.fromkeys(attribution.rule for attribution in attributions)),
            "stances": {axis: stance.to_dict() for axis, stance in self.stances.items()},
        }


@dataclass(frozen=True, slots=True)
class TaggedArticle:
    """An article and all that its speakers say, tagged."""

    article: Article
    statements: tuple[TaggedStatement, ...]

    def to_rows(self) -> list[dict[str, Any]]:
        """Give the rows of the ``tag`` verb, one a statement."""
        return [statement.to_dict(self.article) for statement in self.statements]


def _joined(spans: Iterable[tuple[Span, ...]]) -> list[list[int]]:
    """Give all spans once, in the order of the text."""
    return [list(span) for span in sorted({span for group in spans for span in group})]
