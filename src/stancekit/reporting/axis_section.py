"""One axis of an evaluation as a section: its scores, labels, pictures and largest errors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stancekit.evaluation import AxisEvaluation, LabelScores, Score
from stancekit.reporting.cases import Cases
from stancekit.reporting.metrics import metric_texts
from stancekit.reporting.plots import Confusion, Curve, CurvePlot, Reliability
from stancekit.reporting.report import Report
from stancekit.reporting.sections import Column, Section, Sentences, Table
from stancekit.reporting.values import Cell, Noted


def axis_section(report: Report, evaluation: AxisEvaluation) -> Section:
    """Give all that a report tells of one axis."""
    cases = tuple(case for case in report.errors if case.axis == evaluation.axis)
    pictures = (
        Section(key="confusion", title="Confusion", parts=(Confusion(evaluation),)),
        Section(key="reliability", title="Reliability", parts=(Reliability(evaluation),)),
    )
    return Section(
        key=evaluation.axis,
        title=evaluation.axis,
        sections=(
            Section(key="scores", title="All scores", parts=(_scores(report, evaluation),)),
            Section(key="labels", title="Labels", parts=(_labels(evaluation),)),
            Section(key="pictures", sections=pictures, is_pair=True),
            *(
                [risk_coverage_section([(p.coverage, p.risk) for p in evaluation.risk_coverage])]
                if evaluation.risk_coverage
                else []
            ),
            Section(
                key="errors",
                title="Largest errors",
                parts=(Cases(cases),) if cases else (Sentences(("None given.",)),),
            ),
        ),
    )


def _scores(report: Report, evaluation: AxisEvaluation) -> Table:
    columns: Mapping[str, AxisEvaluation] = {
        "model": evaluation,
        **report.baselines.get(evaluation.axis, {}),
    }
    return Table(
        columns=(Column("metric", "metric"), *(Column(name, name) for name in columns)),
        rows=tuple(
            (
                Noted(metric.title, metric.meaning),
                *(column.metrics.get(metric.name) for column in columns.values()),
            )
            for metric in metric_texts(evaluation.metrics)
        ),
    )


def _labels(evaluation: AxisEvaluation) -> Table:
    return Table(
        columns=(
            Column("label", "label"),
            Column("f1", "F1"),
            Column("precision", "precision"),
            Column("recall", "recall"),
            Column("gold", "gold"),
            Column("predicted", "predicted"),
        ),
        rows=tuple(
            _label_row(evaluation, label, scores) for label, scores in evaluation.per_label.items()
        ),
    )


def _label_row(evaluation: AxisEvaluation, label: str, scores: LabelScores) -> tuple[Cell, ...]:
    return (
        Noted(label, "not expressed") if label == evaluation.absent else label,
        scores.f1,
        scores.precision,
        scores.recall,
        Noted(scores.support, f"{evaluation.prevalence[label]:.0%}"),
        scores.predicted,
    )


def risk_coverage_section(points: Sequence[tuple[float, Score]]) -> Section:
    """Give the error rate of the surest rows at each share of them: a line with its band."""
    return Section(
        key="risk_coverage",
        title="Risk and coverage",
        lead="How often the model is wrong on its surest rows: what abstaining from the others "
        "would gain.",
        parts=(
            CurvePlot(
                x="share of rows answered",
                y="error rate of these",
                curves=(Curve("model", tuple(points)),),
            ),
        ),
    )
