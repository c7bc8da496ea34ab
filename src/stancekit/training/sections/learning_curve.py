"""The learning curve as a section: whether more labels would help."""

from __future__ import annotations

from collections.abc import Sequence

from stancekit.evaluation import Score
from stancekit.reporting import Column, Curve, CurvePlot, Section, Table
from stancekit.training.learning_curve import LearningPoint


def learning_curve_sections(points: Sequence[LearningPoint]) -> tuple[Section, ...]:
    """Give one section, an axis a section under it; none where no curve was asked for."""
    if not points:
        return ()
    return (
        Section(
            key="learning_curve",
            title="Learning curve",
            lead="The same test rows, scored by fits on growing parts of the training groups. A "
            "curve that still rises at its end says that more labels would help.",
            sections=tuple(_axis(axis, points) for axis in points[-1].evaluations),
        ),
    )


def _axis(axis: str, points: Sequence[LearningPoint]) -> Section:
    drawn, tabled = (_curve(axis, points),), (_table(axis, points),)
    return Section(
        key=axis,
        title=axis,
        sections=(
            Section(
                key="pair",
                sections=(Section(key="curve", parts=drawn), Section(key="table", parts=tabled)),
                is_pair=True,
            ),
        ),
    )


def _curve(axis: str, points: Sequence[LearningPoint]) -> CurvePlot:
    places = tuple((float(point.n_groups), _macro_f1(point, axis)) for point in points)
    curve = Curve("model", places)
    return CurvePlot(x="groups fitted on", y="macro F1", curves=(curve,), is_tabled=True)


def _table(axis: str, points: Sequence[LearningPoint]) -> Table:
    return Table(
        columns=(
            Column("share", "share of the groups", digits=2),
            Column("n_groups", "groups"),
            Column("n_fit", "rows"),
            Column("macro_f1", "macro F1"),
            Column("gain", "gain over the row above"),
        ),
        rows=tuple(
            (
                point.share,
                point.n_groups,
                point.n_fit,
                _macro_f1(point, axis),
                point.gain.get(axis),
            )
            for point in points
        ),
    )


def _macro_f1(point: LearningPoint, axis: str) -> Score:
    return point.evaluations[axis].metrics["macro_f1"]
