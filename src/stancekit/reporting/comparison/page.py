"""The report on compared models as one HTML file that needs nothing else."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from stancekit.evaluation import AxisComparison, Score
from stancekit.reporting.comparison.axis_section import metric_title
from stancekit.reporting.comparison.content import ComparisonContent, content_of, size_of
from stancekit.reporting.comparison.report import ComparisonReport
from stancekit.reporting.facts import told_facts
from stancekit.reporting.page import Figures
from stancekit.reporting.plots import IntervalPlot
from stancekit.reporting.templating import environment


def render_comparison(report: ComparisonReport) -> str:
    """Give the page: one self-contained HTML document; same report, same bytes.

    The first screen tells which model is best, how sure that is, which cannot be told apart and
    where not to trust it; each axis follows with its pairs, scores and the rows that differ.
    """
    content = content_of(report)
    axes = report.comparison.axes.values()
    return (
        environment()
        .get_template("comparison.html.j2")
        .render(
            title=report.title,
            opening=content.opening,
            summary=content.summary,
            notes=report.notes,
            cautions=content.cautions,
            axes=[_card(report, content, axis, place) for place, axis in enumerate(axes)],
            sections=[
                *({"id": f"axis-{i}", "content": one} for i, one in enumerate(content.axes)),
                *({"id": f"section-{i}", "content": one} for i, one in enumerate(content.others)),
            ],
            figures=Figures().draw,
            legend={},
            facts=told_facts(report.facts),
            method=content.method,
            audit=(),
        )
    )


def _card(
    report: ComparisonReport, content: ComparisonContent, axis: AxisComparison, place: int
) -> dict[str, Any]:
    metric = report.comparison.metric
    models = [
        (f"{report.name_of(one.model)} {one.letters}", one.score, "model")
        for one in axis.leaderboard
    ]
    baselines = [
        (name, one.metrics[metric], "baseline")
        for name, one in report.baselines.get(axis.axis, {}).items()
    ]
    rows = [*models, *baselines]
    return {
        "id": f"axis-{place}",
        "name": axis.axis,
        "best": report.best_of(axis),
        "score": axis.leaderboard[0].score,
        "metric": metric_title(report),
        "size": size_of(axis),
        "rows": rows,
        "scale": _scale([score for _, score, _ in rows]),
        "verdicts": content.verdicts[axis.axis],
    }


def _scale(scores: Sequence[Score]) -> tuple[float, float]:
    """Give the ends of a scale that holds the scores and their intervals: full tenths."""
    low, high = IntervalPlot(rows=tuple(("", score) for score in scores), measure="").scale()
    return math.floor(10 * low) / 10, math.ceil(10 * high) / 10
