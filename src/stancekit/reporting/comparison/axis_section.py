"""One axis of a comparison: who leads, every pair, all scores, and where the models differ."""

from __future__ import annotations

from collections.abc import Mapping

from stancekit.evaluation import AxisComparison, AxisEvaluation, PairComparison, Place
from stancekit.reporting.comparison.report import ComparisonReport
from stancekit.reporting.differing import DifferingRows
from stancekit.reporting.metrics import metric_texts
from stancekit.reporting.numbers import counted
from stancekit.reporting.plots import Confusion, Curve, CurvePlot, IntervalPlot, Reliability
from stancekit.reporting.sections import Column, Part, Section, Sentences, Table
from stancekit.reporting.values import Cell, Flag, Noted

_PAIR_COLUMNS = (
    Column("pair", "pair"),
    Column("difference", "difference"),
    Column("outcome", "told apart?"),
    Column("n_differ", "rows that differ"),
    Column("p_value", "p", digits=4),
    Column("p_holm", "p after Holm", digits=4),
    Column("mcnemar", "McNemar, after Holm", digits=4),
)


def axis_section(report: ComparisonReport, axis: AxisComparison) -> Section:
    """Give all that a report tells of one axis."""
    evaluations = report.evaluations[axis.axis]
    return Section(
        key=axis.axis,
        title=axis.axis,
        sections=(
            _leaderboard(report, axis),
            _pairs(report, axis),
            Section(key="scores", title="All scores", parts=(_scores(report, axis),)),
            Section(key="labels", title="F1 of each label", parts=(_labels(evaluations),)),
            *_risk_coverage(evaluations),
            _pictures(
                "reliability",
                "Reliability",
                {n: Reliability(e, is_folded=True) for n, e in evaluations.items()},
            ),
            _pictures("confusion", "Confusion", {n: Confusion(e) for n, e in evaluations.items()}),
            _differing(report, axis),
        ),
    )


def _leaderboard(report: ComparisonReport, axis: AxisComparison) -> Section:
    metric = metric_title(report)
    places = [(report.name_of(place.model), place) for place in axis.leaderboard]
    differences = report.differences.get(axis.axis, {})
    baselines = list(dict.fromkeys(name for each in differences.values() for name in each))
    table = Table(
        columns=(
            Column("model", "model"),
            Column("score", metric),
            *(Column(f"over {name}", f"over {name}") for name in baselines),
        ),
        rows=tuple(
            (
                Noted(name, place.letters),
                place.score,
                *(differences.get(name, {}).get(baseline) for baseline in baselines),
            )
            for name, place in places
        ),
    )
    rows = [
        *((f"{name} ({place.letters})", place.score) for name, place in places),
        *(
            (name, one.metrics[report.comparison.metric])
            for name, one in report.baselines.get(axis.axis, {}).items()
        ),
    ]
    return Section(
        key="leaderboard",
        title="Leaderboard",
        lead="Models that share a letter are not told apart.",
        parts=(
            IntervalPlot(rows=tuple(rows), measure=f"{metric}, 95% intervals", is_tabled=True),
            table,
            *_said_of(report, axis.leaderboard),
        ),
    )


def metric_title(report: ComparisonReport) -> str:
    """Give the name of the metric by which models are compared, as a sentence has it."""
    (metric,) = metric_texts([report.comparison.metric])
    return metric.title[0].lower() + metric.title[1:]


def _said_of(report: ComparisonReport, places: tuple[Place, ...]) -> tuple[Sentences, ...]:
    """Give what is to be minded of the scores, each with the models that it is said of."""
    notes: dict[str, list[str]] = {}
    for place in places:
        if place.score.note is not None:
            notes.setdefault(place.score.note, []).append(report.name_of(place.model))
    lines = tuple(f"{', '.join(names)}: {note}." for note, names in notes.items())
    return (Sentences(lines),) if lines else ()


def _pairs(report: ComparisonReport, axis: AxisComparison) -> Section:
    named = [(report.name_of(pair.a), report.name_of(pair.b), pair) for pair in axis.pairs]
    return Section(
        key="pairs",
        title="Every two models",
        lead=report.comparison.rule + " McNemar's test takes rows for independent, which those "
        "of one group are not; it decides nothing.",
        parts=(
            IntervalPlot(
                rows=tuple((f"{a} over {b}", pair.difference) for a, b, pair in named),
                measure=f"difference in {metric_title(report)}, 95% intervals",
                reference=0.0,
                is_tabled=True,
            ),
            Table(columns=_PAIR_COLUMNS, rows=tuple(_pair_row(*each) for each in named)),
        ),
    )


def _pair_row(a: str, b: str, pair: PairComparison) -> tuple[Cell, ...]:
    mcnemar = pair.mcnemar
    return (
        f"{a} over {b}",
        pair.difference,
        Flag("told apart", "good") if pair.is_told_apart else Flag("no", "open"),
        Noted(pair.n_differ, f"right alone: {mcnemar.only_a:,} and {mcnemar.only_b:,}"),
        pair.p_value,
        pair.p_holm,
        mcnemar.p_holm,
    )


def _scores(report: ComparisonReport, axis: AxisComparison) -> Table:
    columns = {**report.evaluations[axis.axis], **report.baselines.get(axis.axis, {})}
    names = dict.fromkeys(name for one in columns.values() for name in one.metrics)
    return Table(
        columns=(Column("metric", "metric"), *(Column(name, name) for name in columns)),
        rows=tuple(
            (
                Noted(metric.title, metric.meaning),
                *(one.metrics.get(metric.name) for one in columns.values()),
            )
            for metric in metric_texts(names)
        ),
    )


def _labels(evaluations: Mapping[str, AxisEvaluation]) -> Table:
    first = next(iter(evaluations.values()))
    return Table(
        columns=(
            Column("label", "label"),
            Column("gold", "gold rows"),
            *(Column(name, name) for name in evaluations),
        ),
        rows=tuple(
            (
                Noted(label, "not expressed") if label == first.absent else label,
                scores.support,
                *(one.per_label[label].f1 for one in evaluations.values()),
            )
            for label, scores in first.per_label.items()
        ),
    )


def _risk_coverage(evaluations: Mapping[str, AxisEvaluation]) -> tuple[Section, ...]:
    curves = tuple(
        Curve(name, tuple((point.coverage, point.risk) for point in one.risk_coverage))
        for name, one in evaluations.items()
        if one.risk_coverage
    )
    plot = CurvePlot(x="share of rows answered", y="error rate of these", curves=curves)
    section = Section(
        key="risk_coverage",
        title="Risk and coverage",
        lead="How often each model is wrong on its surest rows: what abstaining from the others "
        "would gain.",
        parts=(plot,),
    )
    return (section,) if curves else ()


def _pictures(key: str, title: str, pictures: Mapping[str, Part]) -> Section:
    return Section(
        key=key,
        title=title,
        sections=tuple(
            Section(key=f"{place}", title=name, parts=(picture,))
            for place, (name, picture) in enumerate(pictures.items())
        ),
        is_pair=True,
    )


def _differing(report: ComparisonReport, axis: AxisComparison) -> Section:
    rows = report.differing.get(axis.axis, ())
    told = f"Not all models label {counted(len(axis.differing), 'row')} of {axis.n:,} alike."
    if 0 < len(rows) < len(axis.differing):
        told += (
            f" Here are the {len(rows)} on whose gold label they differ most; "
            "compare --differing FILE writes all."
        )
    return Section(
        key="differing",
        title="Rows that they label differently",
        lead=told,
        parts=(DifferingRows(rows),) if rows else (),
    )
