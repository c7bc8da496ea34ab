"""The attributions of a paragraph before their speakers are told: what each rule claims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from stancekit.articles.bullets import is_item, span_before
from stancekit.articles.clauses import Sentence
from stancekit.articles.datelines import after_dateline
from stancekit.articles.findings import Finding, Range
from stancekit.articles.introductions import Introductions
from stancekit.articles.paragraphs import read_sentences
from stancekit.articles.phrases import Phrase
from stancekit.articles.quotations import Quotation, quotations
from stancekit.articles.rules import RULES
from stancekit.articles.sightings import Sighting, sightings
from stancekit.articles.tokens import Token
from stancekit.records import Mode, Span

LOOKS_FOR: Final = MappingProxyType(
    {"introduced_quotation": "a quotation alone, behind a sentence that brings somebody forward"}
)
_INTRODUCING: Final = frozenset({"preposition", "subordinator"})
_INTRODUCED: Final = 0.6


@dataclass(slots=True)
class Extract:
    """An attribution with offsets into the article.

    `phrase` is whom it names, in its sentence; `relays` who passes their words on, the outermost
    first and whose words they are last; `finding` is what a rule found, if one did.
    """

    rule: str
    kind: str
    cue: Span | None
    content: list[Span]
    source: Span | None
    sentence: Sentence
    phrase: Phrase | None
    confidence: float
    relays: list[Phrase] = field(default_factory=list)
    finding: Finding | None = None

    @property
    def mode(self) -> Mode:
        """How the content is given, told from how much of it stands in quotation marks."""
        if self.rule == "according_to":
            return "according_to"
        if self.rule == "introduced_quotation":
            return "direct"
        said = [
            token.tag
            for start, end in self.content
            for token in self.sentence.tokens
            if start <= token.start < end and token.tag != "mark"
        ]
        if "quotation" not in said:
            return "indirect"
        return "direct" if said.count("quotation") == len(said) else "mixed"


@dataclass(slots=True)
class ParagraphReading:
    """A paragraph as the rules read it; `loose` are quotations that nothing claims.

    `acting` are people with a name who do something there, without words of theirs.
    """

    quoted: list[Quotation]
    names: list[Sighting] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    extracts: list[Extract] = field(default_factory=list)
    loose: list[Span] = field(default_factory=list)
    acting: list[Extract] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Whether the last quotation is not closed, so that it may go on in the next paragraph."""
        return bool(self.quoted) and not self.quoted[-1].closed


def read_paragraph(text: str, start: int, end: int) -> ParagraphReading:
    """Give the names and attributions of one paragraph, in order."""
    reading = ParagraphReading(quotations(text, start, end))
    before: Sentence | None = None
    introductions = Introductions()
    unclaimed: list[Sentence] | None = [] if is_item(text, start) else None
    for sentence in read_sentences(text, after_dateline(text, start, end), end, reading.quoted):
        named = list(sightings(sentence.tokens))
        reading.names += [*named, *introductions.read(named, sentence.tokens)]
        reading.sentences.append(sentence)
        found = _claims(sentence)
        claims = [finding for finding in found if not finding.acts]
        reading.extracts += [_extract(sentence, finding) for finding in claims]
        reading.acting += [_extract(sentence, finding) for finding in found if finding.acts]
        if unclaimed is not None and claims:
            _add_item(reading.extracts[0], unclaimed)
            unclaimed = None
        elif unclaimed is not None:
            unclaimed.append(sentence)
        if not claims and _is_quotation(sentence.tokens):
            _add_loose(reading, sentence, before)
        before = sentence
    return reading


def _add_item(extract: Extract, before: Sequence[Sentence]) -> None:
    """Give the first sentences of a list's item to the one whose words close them."""
    named = extract.source is not None and extract.phrase is not None
    said = span_before(before) if named and extract.rule == "content_first" else None
    if said is not None:
        extract.content.insert(0, said)
        extract.confidence = min(extract.confidence, _INTRODUCED)


def _add_loose(reading: ParagraphReading, quotation: Sentence, before: Sentence | None) -> None:
    """Give a quotation without a cue to the attribution before it, or to whom a sentence brings."""
    span = (quotation.tokens[0].start, quotation.tokens[-1].end)
    if reading.extracts:
        _spoke_last(reading.extracts).content.append(span)
        return
    introduced = None if before is None else _introduced(before, span)
    if introduced is not None:
        reading.extracts.append(introduced)
    else:
        reading.loose.append(span)


def _spoke_last(extracts: Sequence[Extract]) -> Extract:
    """Give the attribution a quotation goes on: '"No," she said, alluding to May. "Never."'."""
    last = extracts[-1]
    for extract in reversed(extracts):
        if extract.sentence is not last.sentence:
            break
        if extract.rule == "content_first" and extract.mode != "indirect":
            return extract
    return last


def _introduced(before: Sentence, span: Span) -> Extract | None:
    """Read "Ms. Oduya offered her view." as the introduction of the quotation that follows."""
    phrase = before.phrase_after(_subject_start(before.tokens))
    if phrase is None or before.tokens[phrase.end - 1].tag not in ("name", "pronoun"):
        return None
    source = (before.tokens[phrase.start].start, before.tokens[phrase.end - 1].end)
    return Extract(
        "introduced_quotation", "speak", None, [span], source, before, phrase, _INTRODUCED
    )


def _subject_start(words: Sequence[Token]) -> int:
    """Give where the subject may begin: "Asked about the gap, he shrugged." has it past a comma."""
    if words[0].tag not in _INTRODUCING and not words[0].lower.endswith(("ed", "ing")):
        return 0
    if words[0].tag == "name":
        return 0
    return next((i + 1 for i, word in enumerate(words) if word.text == ","), 0)


def _is_quotation(words: Sequence[Token]) -> bool:
    tags = {token.tag for token in words}
    return "quotation" in tags and tags <= {"quotation", "mark"}


def _claims(sentence: Sentence) -> list[Finding]:
    """Apply the rules in order; what one has claimed, a later one leaves alone."""
    taken = bytearray(len(sentence.tokens))
    kept: list[Finding] = []
    for rule in RULES:
        for finding in rule(sentence):
            claimed = _free(taken, finding.content)
            if not claimed or any(taken[finding.cue[0] : finding.cue[1]]):
                continue
            finding.content = claimed
            kept.append(finding)
            for begin, end in () if finding.acts else (*claimed, finding.cue):
                taken[begin:end] = b"\x01" * (end - begin)
    return sorted(kept, key=lambda finding: finding.cue)


def _free(taken: bytearray, parts: Iterable[Range]) -> list[Range]:
    """Cut each part where something else has claimed its words."""
    free = []
    for begin, end in parts:
        clash = taken.find(b"\x01", begin, end)
        stop = end if clash < 0 else clash
        if stop > begin:
            free.append((begin, stop))
    return free


def _extract(sentence: Sentence, finding: Finding) -> Extract:
    words = sentence.tokens

    def span(part: Range) -> Span:
        return words[part[0]].start, words[part[1] - 1].end

    source = finding.source
    return Extract(
        rule=finding.rule,
        kind=finding.kind,
        cue=span(finding.cue),
        content=[span(part) for part in finding.content],
        source=None if source is None else span((source.start, source.end)),
        sentence=sentence,
        phrase=finding.antecedent or source,
        confidence=finding.confidence,
        relays=[] if finding.relay is None else [finding.relay],
        finding=finding,
    )
