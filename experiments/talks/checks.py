"""What the format of data/talks promises, checked article by article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations

from gold import GoldAttribution, GoldStatement, Source
from placement import Placed, PlacementError, overlap, place

from stancekit.codebook import Codebook
from stancekit.errors import RowProblem, nearest

_QUOTES = "\"“”‘'"  # noqa: RUF001
_DOUBLE_QUOTES = '"“”'


def check_source(source: Source, codebook: Codebook) -> list[RowProblem]:
    """Give everything that is wrong with one article and its gold."""
    problems = list(_check_article(source))
    for index, statement in enumerate(source.gold.statements):
        found = [
            *_check_labels(statement, codebook),
            *_check_speaker(statement, source),
            *_check_attributions(statement, source),
        ]
        problems.extend(
            RowProblem(source.name, None, f"statements.{index}.{column}", value, expected)
            for column, value, expected in found
        )
    return problems + list(_check_overlaps(source))


def check_clusters(sources: Iterable[Source], test_from: date) -> Iterator[RowProblem]:
    """Give every event whose articles stand on both sides of the day that the test split begins."""
    sides: dict[str, set[bool]] = {}
    for source in sources:
        sides.setdefault(source.gold.cluster_id, set()).add(source.gold.date >= test_from)
    for cluster, found in sides.items():
        if len(found) > 1:
            expected = f"all before {test_from}, or none"
            yield RowProblem("gold", None, "date", f"{cluster!r} on both sides", expected)


Finding = tuple[str, str, str]


def _check_article(source: Source) -> Iterator[RowProblem]:
    gold = source.gold
    stem = source.name.removesuffix(".json")
    titles = [source.text[start:end] for start, end in source.lines_of("title")]
    checks = [
        ("article_id", gold.article_id == stem, gold.article_id, stem),
        ("date", f"-{gold.date}-" in stem, str(gold.date), "the date in the file's name"),
        ("blocks", len(gold.blocks) == len(source.lines), str(len(gold.blocks)),
         f"{len(source.lines)} kinds, one a non-empty line"),
        ("title", gold.title in titles, gold.title, "the text of a title line"),
        ("text", "\r" not in source.text, "CR", "lines that end in LF alone"),
    ]  # fmt: skip
    for column, is_right, found, expected in checks:
        if not is_right:
            yield RowProblem(source.name, None, column, found, expected)
    counts = Counter((s.paragraph, s.speaker) for s in gold.statements if s.speaker)
    for (paragraph, speaker), count in counts.items():
        if count > 1:
            found = f"{count} statements of {speaker!r} in paragraph {paragraph}"
            yield RowProblem(source.name, None, "statements", found, "one")


def _check_labels(statement: GoldStatement, codebook: Codebook) -> Iterator[Finding]:
    for name, axis in codebook.axes.items():
        label = statement.intended.get(name, "")
        if label not in axis.labels:
            yield f"intended.{name}", repr(label), nearest(label, axis.labels)


def _check_speaker(statement: GoldStatement, source: Source) -> Iterator[Finding]:
    speaker = statement.speaker
    if speaker is not None and speaker not in source.text:
        yield "speaker", repr(speaker), "a name that occurs in the article"
    if statement.naming == "named" and speaker is None:
        yield "speaker", "null", "a name, since naming is 'named'"
    if statement.naming.startswith("unnamed") and speaker is not None:
        yield "speaker", repr(speaker), f"null, since naming is {statement.naming!r}"


def _check_attributions(statement: GoldStatement, source: Source) -> Iterator[Finding]:
    n_paragraphs = len(source.lines_of("body"))
    if statement.paragraph >= n_paragraphs:
        yield "paragraph", str(statement.paragraph), f"less than {n_paragraphs}"
        return
    paragraph = source.lines_of("body")[statement.paragraph]
    for index, attribution in enumerate(statement.attributions):
        column = f"attributions.{index}"
        for found, expected in _check_mode(attribution):
            yield column, found, expected
        try:
            place(source.text, paragraph, attribution)
        except PlacementError as error:
            yield f"{column}.{error.part}", error.found, error.expected


def _check_mode(attribution: GoldAttribution) -> Iterator[tuple[str, str]]:
    mode = attribution.mode
    if mode != "continuation" and not (attribution.source and attribution.cue):
        yield f"mode {mode!r} without source or cue", "both, or mode 'continuation'"
    if mode == "direct" and any(content[0] not in _QUOTES for content in attribution.content):
        yield "mode 'direct' with unquoted content", "content that starts with its quotation mark"
    is_quoted = any(mark in content for content in attribution.content for mark in _QUOTES)
    if mode == "mixed" and not is_quoted:
        yield "mode 'mixed' without a quotation mark", "mode 'indirect'"
    has_quotation = any(
        mark in content for content in attribution.content for mark in _DOUBLE_QUOTES
    )
    if mode == "indirect" and has_quotation:
        yield "mode 'indirect' with a quotation mark", "mode 'mixed' or 'direct'"


def _check_overlaps(source: Source) -> Iterator[RowProblem]:
    contents = list(_placed_contents(source))
    for (one, first), (other, second) in combinations(contents, 2):
        if any(overlap(a, b) for a in first.content for b in second.content):
            found = f"content that overlaps that of statements.{other}"
            yield RowProblem(source.name, None, f"statements.{one}", found, "content of its own")


def _placed_contents(source: Source) -> Iterator[tuple[int, Placed]]:
    paragraphs = source.lines_of("body")
    for index, statement in enumerate(source.gold.statements):
        for attribution in statement.attributions:
            try:
                yield index, place(source.text, paragraphs[statement.paragraph], attribution)
            except (PlacementError, IndexError):
                continue  # reported by _check_attributions
