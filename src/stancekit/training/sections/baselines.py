"""What a model has to beat, as a section: each baseline's score and the model's lead over it."""

from __future__ import annotations

from stancekit.evaluation import AxisEvaluation
from stancekit.reporting import Column, Flag, IntervalPlot, Section, Table, WordLists
from stancekit.reporting.verdicts import compare_with
from stancekit.training.baselines import BASELINES
from stancekit.training.scoring import Scores

_OUTCOMES = {
    "better": Flag("yes", "good"),
    "worse": Flag("no, it is better", "bad"),
    "open": Flag("not shown", "open"),
}


def baseline_sections(scores: Scores) -> tuple[Section, ...]:
    """Give one section, an axis a section under it; none where there are no baselines."""
    found = list(dict.fromkeys(name for own in scores.baselines.values() for name in own))
    if not found:
        return ()
    return (
        Section(
            key="baselines",
            title="Baselines",
            lead="What a model has to beat to have learnt more than the commonest label, words, "
            "tone or names. Each is fitted on the rows that the model is fitted on; those that "
            "read the text read it with speakers and affiliations masked, whatever the model sees.",
            parts=(
                Table(
                    columns=(Column("baseline", "baseline"), Column("means", "is")),
                    rows=tuple((name, BASELINES[name]) for name in found),
                ),
            ),
            sections=tuple(_axis(axis, evaluation, scores) for axis, evaluation in _axes(scores)),
        ),
    )


def _axes(scores: Scores) -> list[tuple[str, AxisEvaluation]]:
    return [(axis, one) for axis, one in scores.evaluations.items() if scores.baselines[axis]]


def _axis(axis: str, evaluation: AxisEvaluation, scores: Scores) -> Section:
    macro_f1 = evaluation.metrics["macro_f1"]
    others = {name: one.metrics["macro_f1"] for name, one in scores.baselines[axis].items()}
    keywords = scores.keywords.get(axis)
    return Section(
        key=axis,
        title=axis,
        parts=(
            IntervalPlot(
                rows=(("model", macro_f1), *others.items()),
                measure="macro F1; the line is that of the model",
                reference=macro_f1.value,
                span=(0.0, 1.0),
            ),
            Table(
                columns=(
                    Column("baseline", "baseline"),
                    Column("lead", "model's lead"),
                    Column("verdict", "beaten?"),
                ),
                rows=tuple(
                    (name, lead, _OUTCOMES[compare_with(name, lead).outcome])
                    for name, lead in scores.differences[axis].items()
                ),
                caption="Macro F1 of the model minus that of the baseline.",
            ),
            *([WordLists("Words of the keywords baseline", keywords)] if keywords else []),
        ),
    )
