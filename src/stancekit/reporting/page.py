"""The evaluation report as one HTML file that needs nothing else: no script, no network."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from stancekit.evaluation import AxisEvaluation
from stancekit.output import write_text
from stancekit.records import WeighedSpan
from stancekit.reporting import numbers
from stancekit.reporting.cautions import cautions
from stancekit.reporting.drawn_spans import draw_spans
from stancekit.reporting.figures import figure_to_svg, reliability_figure
from stancekit.reporting.metrics import METRICS
from stancekit.reporting.report import Report
from stancekit.reporting.verdicts import compare_with, summarise


def render_report(report: Report) -> str:
    """Give the page: one self-contained HTML document; same report, same bytes.

    The first screen tells how good the model is, how sure that is, what it is compared with and
    where it is not to be trusted; tables, figures and the largest errors follow.
    """
    doubts = cautions(report)
    template = environment().get_template("report.html.j2")
    return template.render(
        report=report,
        cautions=doubts,
        legend={"for": _sample("Words marked so", 1.0), "against": _sample("these", -1.0)},
        summary=summarise(report, n_cautions=len(doubts)),
        axes=[
            _axis_view(report, evaluation, number)
            for number, evaluation in enumerate(report.evaluations)
        ],
    )


def write_report(path: Path, report: Report) -> Path:
    """Write the page to `path`, whole or not at all, and give the path.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    page = render_report(report)
    write_text(path, page)
    return path


def environment() -> Environment:
    """Give the templates, with the filters that pages write numbers and marked texts with."""
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
        drawn=draw_spans,
    )
    environment.tests["bounded"] = numbers.has_interval
    return environment


def _sample(words: str, weight: float) -> Markup:
    return draw_spans(words, [WeighedSpan(0, len(words), words, weight)])


def _axis_view(report: Report, evaluation: AxisEvaluation, place: int) -> dict[str, Any]:
    baselines = report.baselines.get(evaluation.axis, {})
    differences = report.differences.get(evaluation.axis, {})
    columns: Mapping[str, AxisEvaluation] = {"model": evaluation, **baselines}
    return {
        "id": f"axis-{place}",
        "evaluation": evaluation,
        "columns": columns,
        "metrics": [metric for metric in METRICS if metric.name in evaluation.metrics],
        "verdicts": [compare_with(name, score) for name, score in differences.items()],
        "reliability": Markup(  # noqa: S704 - matplotlib has escaped the labels in it
            figure_to_svg(reliability_figure(evaluation), name=f"reliability-{place}")
        ),
        "errors": [case for case in report.errors if case.axis == evaluation.axis],
    }
