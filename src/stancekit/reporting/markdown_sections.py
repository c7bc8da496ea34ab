"""Sections of a report, and what they hold, as lines of Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from stancekit.reporting.cases import Cases
from stancekit.reporting.cells import cell_text
from stancekit.reporting.differing import DifferingRows
from stancekit.reporting.explained import explained_by, weighed_words
from stancekit.reporting.failed_cases import FailedCases, told_found, told_texts
from stancekit.reporting.markdown_text import item, one_line, quoted
from stancekit.reporting.plots import Confusion, CurvePlot, IntervalPlot, Reliability
from stancekit.reporting.report import ErrorCase
from stancekit.reporting.sections import Part, Section, Sentences, Table
from stancekit.reporting.word_lists import WordLists, told_words

_DEEPEST = 6


def section_lines(section: Section, *, level: int) -> list[str]:
    """Give a section's heading, lead, parts and sections; `level` is that of the heading."""
    lines: list[str] = []
    below = level
    if section.title is not None:
        lines += [f"{'#' * min(level, _DEEPEST)} {one_line(section.title)}", ""]
        below += 1
    if section.lead is not None:
        lines += [one_line(section.lead), ""]
    for part in section.parts:
        lines += _part_lines(part)
    for one in section.sections:
        lines += section_lines(one, level=below)
    return lines


def table_lines(table: Table) -> list[str]:
    """Give a table, its caption above it."""
    caption = [] if table.caption is None else [one_line(table.caption), ""]
    titles = [one_line(column.title) or " " for column in table.columns]
    rules = ["---:" if place in table.number_columns else "---" for place in range(len(titles))]
    rows = [
        [
            one_line(cell_text(value, column.digits))
            for value, column in zip(row, table.columns, strict=True)
        ]
        for row in table.rows
    ]
    return [*caption, *(f"| {' | '.join(cells)} |" for cells in (titles, rules, *rows))]


def _part_lines(part: Part) -> list[str]:
    match part:
        case Table():
            return [*table_lines(part), ""]
        case Sentences(lines=lines, is_list=True):
            return [*map(item, lines), ""]
        case Sentences(lines=lines):
            return [text for line in lines for text in (one_line(line), "")]
        case Cases():
            return list(_case_lines(part))
        case DifferingRows():
            return list(_differing_lines(part))
        case FailedCases():
            return list(_failed_lines(part))
        case WordLists():
            listed = (f"{name}: {told_words(words)}" for name, words in part.words.items())
            return [f"**{one_line(part.title)}**", "", *map(item, listed), ""]
        case IntervalPlot() | CurvePlot():
            return [] if part.is_tabled else [*table_lines(part.table()), ""]
        case Confusion() | Reliability():
            return [*table_lines(part.table()), ""]
    raise TypeError(f"found a part {type(part).__name__}, expected one that Markdown is known for")


def _case_lines(part: Cases) -> Iterator[str]:
    if part.method is not None:
        yield from (explained_by(part.method), "")
    for case in part.cases:
        yield from _one_case(case)


def _differing_lines(part: DifferingRows) -> Iterator[str]:
    for row in part.rows:
        known = "" if row.id is None else f" · {one_line(row.id)}"
        yield from (f"gold is **{one_line(row.gold)}**{known}", "", quoted(row.text), "")
        for answer in row.answers:
            outcome = "right" if answer.is_right else "wrong"
            yield item(f"{answer.model}: {answer.label} ({answer.probability:.2f}), {outcome}")
        yield ""


def _one_case(case: ErrorCase) -> Iterator[str]:
    known = "" if case.id is None else f" · {one_line(case.id)}"
    yield (
        f"**{one_line(case.predicted)}** ({case.probability:.2f}), gold is "
        f"**{one_line(case.gold)}**{known}"
    )
    yield ""
    if case.before is not None:
        yield from (f"> *before:* {one_line(case.before)}", ">")
    yield quoted(case.text)
    if case.after is not None:
        yield from (">", f"> *after:* {one_line(case.after)}")
    yield ""
    if case.explanation is not None:
        words = [f"{words} {weight}" for words, weight in weighed_words(case.explanation)]
        yield from (f"Words: {one_line('; '.join(words))}", "")


def _failed_lines(part: FailedCases) -> Iterator[str]:
    yield from (f"**{one_line(part.title)}**", "")
    for case in part.cases:
        yield f"- expected {one_line(case.expected)}"
        for text, found in told_texts(case):
            yield f"  - {one_line(text)}" + ("" if found is None else f" → **{one_line(found)}**")
        found = told_found(case)
        if found is not None:
            yield f"  - found **{one_line(found)}**"
    yield ""
