"""The report on compared models as Markdown: what the page tells, without its pictures."""

from __future__ import annotations

from collections.abc import Iterator

from stancekit.reporting.cautions import NO_DOUBT
from stancekit.reporting.comparison.axis_section import metric_title
from stancekit.reporting.comparison.content import ComparisonContent, content_of, size_of
from stancekit.reporting.comparison.report import ComparisonReport
from stancekit.reporting.facts import told_facts
from stancekit.reporting.markdown import MARK
from stancekit.reporting.markdown_sections import section_lines, table_lines
from stancekit.reporting.markdown_text import item, one_line
from stancekit.reporting.sections import Table


def comparison_markdown(report: ComparisonReport) -> str:
    """Give the report as Markdown, in the order of the page: same report, same bytes."""
    content = content_of(report)
    lines = [
        f"# {one_line(report.title)}",
        "",
        one_line(content.opening),
        "",
        *(line for note in report.notes for line in (f"> **{one_line(note)}**", "")),
        f"**{one_line(' '.join(content.summary))}**",
        "",
        *table_lines(_headline(report)),
        "",
        *_verdicts(content),
        "## Where not to trust it",
        "",
        *([item(doubt) for doubt in content.cautions] or [NO_DOUBT]),
        "",
    ]
    for section in (*content.axes, *content.others):
        lines += section_lines(section, level=2)
    facts = [f"- {name}: {one_line(text)}" for name, text in told_facts(report.facts).items()]
    lines += ["## How it was measured", "", *facts, "", one_line(content.method)]
    return "\n".join(lines).rstrip() + f"\n\n{MARK}\n"


def _headline(report: ComparisonReport) -> Table:
    return Table.of(
        {
            "axis": "axis",
            "model": "best",
            "score": metric_title(report),
            "size": "compared on",
        },
        [
            {
                "axis": axis.axis,
                "model": report.best_of(axis),
                "score": axis.leaderboard[0].score,
                "size": size_of(axis),
            }
            for axis in report.comparison.axes.values()
        ],
    )


def _verdicts(content: ComparisonContent) -> Iterator[str]:
    for axis, verdicts in content.verdicts.items():
        yield from (item(f"{axis}: {verdict.sentence}") for verdict in verdicts)
    yield ""
