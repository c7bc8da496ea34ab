"""The evaluation report as one HTML file that needs nothing else: no script, no network."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

from markupsafe import Markup

from stancekit.evaluation import AxisEvaluation
from stancekit.records import WeighedSpan
from stancekit.reporting.axis_section import axis_section
from stancekit.reporting.cautions import cautions
from stancekit.reporting.curve_figure import curve_figure
from stancekit.reporting.drawn_spans import draw_spans
from stancekit.reporting.facts import told_facts, told_method, told_opening
from stancekit.reporting.figures import figure_to_svg, reliability_figure
from stancekit.reporting.plots import CurvePlot, Reliability
from stancekit.reporting.report import Report
from stancekit.reporting.templating import environment
from stancekit.reporting.verdicts import summarise, verdicts_of


def render_report(report: Report) -> str:
    """Give the page: one self-contained HTML document; same report, same bytes.

    The first screen tells how good the model is, how sure that is, what it is compared with and
    where it is not to be trusted; tables, figures and the largest errors follow.
    """
    doubts = cautions(report)
    return (
        environment()
        .get_template("report.html.j2")
        .render(
            title=report.title,
            notes=report.notes,
            opening=told_opening(report.facts),
            summary=summarise(report, n_cautions=len(doubts)),
            cautions=doubts,
            axes=[_card(report, one, place) for place, one in enumerate(report.evaluations)],
            sections=_sections(report),
            figures=Figures().draw,
            legend={"for": _sample("Words marked so", 1.0), "against": _sample("these", -1.0)},
            facts=told_facts(report.facts),
            method=told_method(report),
            audit=report.audit,
        )
    )


class Figures:
    """Draws the pictures of one page, each under a name of its own, which keeps their ids apart."""

    def __init__(self) -> None:
        self._places = count()

    def draw(self, part: Reliability | CurvePlot) -> Markup:
        """Give the picture as SVG."""
        figure = (
            curve_figure(part)
            if isinstance(part, CurvePlot)
            else reliability_figure(part.evaluation)
        )
        svg = figure_to_svg(figure, name=f"figure-{next(self._places)}")
        return Markup(svg)  # noqa: S704 - matplotlib has escaped the labels in it


def _sample(words: str, weight: float) -> Markup:
    return draw_spans(words, [WeighedSpan(0, len(words), words, weight)])


def _card(report: Report, evaluation: AxisEvaluation, place: int) -> dict[str, Any]:
    baselines = report.baselines.get(evaluation.axis, {})
    differences = report.differences.get(evaluation.axis, {})
    columns: Mapping[str, AxisEvaluation] = {"model": evaluation, **baselines}
    return {
        "id": f"axis-{place}",
        "evaluation": evaluation,
        "columns": columns,
        "verdicts": verdicts_of(differences),
    }


def _sections(report: Report) -> list[dict[str, Any]]:
    axes = [
        {"id": f"axis-{place}", "content": axis_section(report, one)}
        for place, one in enumerate(report.evaluations)
    ]
    others = [
        {"id": f"section-{place}", "content": section}
        for place, section in enumerate(report.sections)
    ]
    return [*axes, *others]
