"""What annotators reach beside the model, as a section."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from stancekit.evaluation import HumanCeiling, Score
from stancekit.reporting.numbers import number
from stancekit.reporting.plots import IntervalPlot
from stancekit.reporting.sections import Section, Sentences, Table

WEAK_ALPHA: Final = 0.667
"""Under this, labels carry no conclusions (Krippendorff, 2004, "Content Analysis", chapter 11)."""


def ceiling_sections(ceilings: Mapping[str, HumanCeiling]) -> tuple[Section, ...]:
    """Give one section of all axes; none where no annotators are known."""
    if not ceilings:
        return ()
    return (
        Section(
            key="human_ceiling",
            title="Human ceiling",
            lead="How well each annotator agrees with gold, and the model on the same rows. Where "
            "gold was made of the annotators' labels, theirs is a generous bound. The model's "
            "agreement with gold is no inter-coder reliability.",
            cautions=tuple(
                f"{axis}: annotators agree too little for firm conclusions (alpha "
                f"{number(one.alpha.value)}, under {WEAK_ALPHA})."
                for axis, one in ceilings.items()
                if one.alpha.value is not None and one.alpha.value < WEAK_ALPHA
            ),
            sections=tuple(_axis(one) for one in ceilings.values()),
        ),
    )


def _axis(ceiling: HumanCeiling) -> Section:
    alpha = f"Krippendorff's alpha among the annotators: {ceiling.alpha.in_words()}."
    note = "" if ceiling.alpha.note is None else f" {ceiling.alpha.note.capitalize()}."
    return Section(
        key=ceiling.axis,
        title=ceiling.axis,
        parts=(
            IntervalPlot(rows=_rows(ceiling), measure="macro F1", span=(0.0, 1.0), is_tabled=True),
            _table(ceiling),
            Sentences((alpha + note,)),
        ),
    )


def _rows(ceiling: HumanCeiling) -> tuple[tuple[str, Score], ...]:
    """Give annotators and model by name; the model once, where all labelled the same rows."""
    annotators = [(one.annotator, one.macro_f1) for one in ceiling.annotators]
    model = [(f"model, rows of {one.annotator}", one.model_macro_f1) for one in ceiling.annotators]
    if len({score for _, score in model}) == 1:
        model = [("model", model[0][1])]
    return (*annotators, *model)


def _table(ceiling: HumanCeiling) -> Table:
    return Table.of(
        {
            "annotator": "annotator",
            "n": "rows",
            "n_groups": "groups",
            "macro_f1": "macro F1",
            "model_macro_f1": "model's macro F1",
            "difference": "model minus annotator",
            "accuracy": "accuracy",
            "model_accuracy": "model's accuracy",
        },
        [
            {
                "annotator": one.annotator,
                "n": one.n,
                "n_groups": one.n_groups,
                "macro_f1": one.macro_f1,
                "model_macro_f1": one.model_macro_f1,
                "difference": one.difference,
                "accuracy": one.accuracy,
                "model_accuracy": one.model_accuracy,
            }
            for one in ceiling.annotators
        ],
    )
