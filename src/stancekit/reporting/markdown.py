"""The evaluation report as Markdown: what the page tells, without its pictures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from stancekit.evaluation import AxisEvaluation
from stancekit.reporting.axis_section import axis_section
from stancekit.reporting.cautions import NO_DOUBT, cautions
from stancekit.reporting.facts import told_facts, told_method, told_opening
from stancekit.reporting.markdown_sections import section_lines, table_lines
from stancekit.reporting.markdown_text import item, one_line
from stancekit.reporting.report import Report
from stancekit.reporting.sections import Column, Section, Sentences, Table
from stancekit.reporting.values import Cell
from stancekit.reporting.verdicts import compare_with, summarise

MARK: Final = "<!-- stancekit report -->"
"""The last line, which no reader sees."""


def render_markdown(report: Report) -> str:
    """Give the report as Markdown: same report, same bytes.

    It is in the order of the page: what answers first, then each axis, the further sections and how
    it was measured.
    """
    doubts = cautions(report)
    lines = [
        f"# {one_line(report.title)}",
        "",
        one_line(told_opening(report.facts)),
        "",
        *_notes(report),
        f"**{one_line(' '.join(summarise(report, n_cautions=len(doubts))))}**",
        "",
        *_scores(report),
        "## Where not to trust it",
        "",
        *([item(doubt) for doubt in doubts] or [NO_DOUBT]),
        "",
    ]
    for section in (
        *(axis_section(report, evaluation) for evaluation in report.evaluations),
        *report.sections,
    ):
        lines += section_lines(section, level=2)
    lines += _measured(report)
    return "\n".join(lines).rstrip() + f"\n\n{MARK}\n"


def _notes(report: Report) -> Iterator[str]:
    for note in report.notes:
        yield from (f"> **{one_line(note)}**", "")


def _scores(report: Report) -> Iterator[str]:
    if report.evaluations:
        yield from (*table_lines(_headline(report)), "")
        yield from _verdicts(report)


def _headline(report: Report) -> Table:
    return Table(
        columns=(
            Column("axis", "axis"),
            Column("macro_f1", "macro F1"),
            Column("accuracy", "accuracy"),
            Column("calibration_error", "calibration error"),
            Column("n", "rows"),
            Column("n_groups", "groups"),
        ),
        rows=tuple(_headline_row(evaluation) for evaluation in report.evaluations),
    )


def _headline_row(evaluation: AxisEvaluation) -> tuple[Cell, ...]:
    names = ("macro_f1", "accuracy", "calibration_error")
    scores = (evaluation.metrics.get(name) for name in names)
    return (evaluation.axis, *scores, evaluation.n, evaluation.n_groups)


def _verdicts(report: Report) -> Iterator[str]:
    for axis, differences in report.differences.items():
        for name, score in differences.items():
            yield item(f"{axis}: {compare_with(name, score).sentence}")
    yield ""


def _measured(report: Report) -> list[str]:
    table = [f"- {name}: {one_line(text)}" for name, text in told_facts(report.facts).items()]
    audit = Section(
        key="audit", title="Audit of the split", parts=(Sentences(report.audit, is_list=True),)
    )
    return [
        "## How it was measured",
        "",
        *table,
        "",
        told_method(report),
        "",
        *(section_lines(audit, level=3) if report.audit else []),
    ]
