"""The templates of pages, with the words that they write numbers, cells and marked texts with."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import Environment, PackageLoader, StrictUndefined

from stancekit.reporting import numbers
from stancekit.reporting.cases import Cases
from stancekit.reporting.cells import cell_kind, cell_note, cell_value
from stancekit.reporting.differing import DifferingRows
from stancekit.reporting.drawn_spans import draw_spans
from stancekit.reporting.explained import explained_by, weighed_words
from stancekit.reporting.failed_cases import FailedCases, told_found, told_texts
from stancekit.reporting.plots import Confusion, CurvePlot, IntervalPlot, Reliability
from stancekit.reporting.sections import Sentences, Table
from stancekit.reporting.values import Cell
from stancekit.reporting.word_lists import WordLists, told_words


def environment() -> Environment:
    """Give the templates; what they are given is escaped."""
    environment = Environment(
        loader=PackageLoader("stancekit.reporting"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        number=numbers.number,
        signed=numbers.signed,
        interval=numbers.interval,
        percent=numbers.percent,
        counted=numbers.counted,
        thousands=numbers.thousands,
        placed=_placed,
        told=cell_value,
        under=cell_note,
        kind_of=cell_kind,
        cells_of=_cells,
        drawn=draw_spans,
        explained=explained_by,
        weighed=weighed_words,
        texts_of=told_texts,
        found_in=told_found,
        told_words=told_words,
    )
    environment.tests.update(
        bounded=numbers.has_interval,
        table=lambda part: isinstance(part, Table),
        sentences=lambda part: isinstance(part, Sentences),
        intervals=lambda part: isinstance(part, IntervalPlot),
        curves=lambda part: isinstance(part, CurvePlot),
        cases=lambda part: isinstance(part, Cases),
        differing=lambda part: isinstance(part, DifferingRows),
        failed=lambda part: isinstance(part, FailedCases),
        word_lists=lambda part: isinstance(part, WordLists),
        confusion=lambda part: isinstance(part, Confusion),
        reliability=lambda part: isinstance(part, Reliability),
        folded=lambda part: isinstance(part, Reliability) and part.is_folded,
        drawn_with_table=lambda part: not (isinstance(part, CurvePlot) and part.is_tabled),
    )
    return environment


def _placed(value: float, low: float, high: float) -> str:
    """Give the place of a value between both ends, in percent of the way from `low` to `high`."""
    share = (value - low) / (high - low)
    return f"{100 * min(max(share, 0.0), 1.0):.1f}"


def _cells(row: tuple[Cell, ...]) -> Iterator[tuple[Cell, int, int]]:
    """Give the cells behind the first, each with its width and place; refusals alike are one."""
    place = 1
    while place < len(row):
        cell, width = row[place], 1
        if cell_kind(cell) == "refused":
            while place + width < len(row) and row[place + width] == cell:
                width += 1
        yield cell, width, place
        place += width
