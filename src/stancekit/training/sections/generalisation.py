"""How far a family generalises, as a section: each scheme beside the random split."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from stancekit.evaluation import Score
from stancekit.reporting import Column, Flag, IntervalPlot, Section, Sentences, Table
from stancekit.reporting.numbers import interval, number
from stancekit.training.generalisation import NO_EVIDENCE, WORDS, SchemeScores

LARGE_GAP: Final = 0.05
"""A fall of macro F1 of which a reader is warned at once, where it is no chance."""

_NEW: Final[Mapping[str, str]] = {
    "group": "new articles",
    "expert": "new experts",
    "outlet": "new outlets",
    "time": "later times",
    "random": "random rows",
}
_BOUND: Final = "random"
_MOST_ROWS: Final = 0.9


def generalisation_sections(schemes: Sequence[SchemeScores]) -> tuple[Section, ...]:
    """Give one section, an axis a section under it; none where no scheme was asked for."""
    if not schemes:
        return ()
    axes = list(dict.fromkeys(axis for one in schemes for axis in one.evaluations))
    return (
        Section(
            key="generalisation",
            title="Generalisation",
            lead="The family was fitted again on parts of the rows that the model was fitted on, "
            "and scored on the others. Single rows left out at random are the optimistic bound; "
            "the gap to them is what a score owes to having seen the article, the expert, the "
            "outlet or the time, and in part to more rows to fit.",
            cautions=tuple(_cautions(schemes)),
            parts=(_schemes(schemes),),
            sections=tuple(_axis(axis, schemes) for axis in axes),
        ),
    )


def _cautions(schemes: Sequence[SchemeScores]) -> Iterator[str]:
    bound = next((one for one in schemes if one.scheme == _BOUND), None)
    for one in schemes:
        large = [
            f"{axis} by {number(gap.value)} ({interval(gap)})"
            for axis, gap in one.gap_to_random.items()
            if gap.value is not None and gap.value >= LARGE_GAP and _is_above_zero(gap)
        ]
        if large:
            yield (
                f"On {_NEW[one.scheme]}, macro F1 is lower than with a random split: "
                f"{', '.join(large)}{_fewer(one, bound)}."
            )
        if one.without_evidence:
            yield (
                f"{', '.join(one.without_evidence)}: {NO_EVIDENCE}: on new experts, names alone "
                "may do as well."
            )


def _fewer(one: SchemeScores, bound: SchemeScores | None) -> str:
    """Say how many rows there were to fit, where these are far fewer and explain a part."""
    if bound is None or one.n_fit > _MOST_ROWS * bound.n_fit:
        return ""
    return f"; its fits had {one.n_fit:,.0f} rows instead of {bound.n_fit:,.0f}"


def _is_above_zero(score: Score) -> bool:
    return score.low is not None and score.low > 0


def _schemes(schemes: Sequence[SchemeScores]) -> Table:
    return Table(
        columns=(
            Column("scheme", "new to the model"),
            Column("means", "how"),
            Column("n_folds", "fits"),
            Column("n_fit", "rows to fit, mean", digits=0),
            Column("n_rows", "rows scored"),
            Column("n_left_out", "not scored"),
        ),
        rows=tuple(
            (
                _NEW[one.scheme],
                WORDS[one.scheme] if one.note is None else f"not scored: {one.note}",
                one.n_folds,
                one.n_fit,
                one.n_rows,
                one.n_left_out,
            )
            for one in schemes
        ),
    )


def _axis(axis: str, schemes: Sequence[SchemeScores]) -> Section:
    scored = [one for one in schemes if axis in one.evaluations]
    scores = {one.scheme: one.evaluations[axis].metrics["macro_f1"] for one in scored}
    bound = scores.get(_BOUND)
    unshown = tuple(
        f"New experts: {NO_EVIDENCE}." for one in schemes if axis in one.without_evidence
    )
    return Section(
        key=axis,
        title=axis,
        parts=(
            IntervalPlot(
                rows=tuple((_NEW[scheme], score) for scheme, score in scores.items()),
                measure="macro F1; the line is that of random rows",
                reference=None if bound is None else bound.value,
                span=(0.0, 1.0),
                is_tabled=True,
            ),
            _scores(axis, scored),
            *([Sentences(unshown)] if unshown else []),
        ),
    )


def _scores(axis: str, scored: Sequence[SchemeScores]) -> Table:
    return Table.of(
        {
            "scheme": "new to the model",
            "n": "rows",
            "macro_f1": "macro F1",
            "gap": "gap to random",
            "accuracy": "accuracy",
            "over_name_only": "over name-only",
            "verdict": "names beaten?",
        },
        [
            {
                "scheme": _NEW[one.scheme],
                "n": one.evaluations[axis].n,
                "macro_f1": one.evaluations[axis].metrics["macro_f1"],
                "gap": one.gap_to_random.get(axis),
                "accuracy": one.evaluations[axis].metrics["accuracy"],
                "over_name_only": one.over_name_only.get(axis),
                "verdict": _verdict(one.over_name_only.get(axis)),
            }
            for one in scored
        ],
    )


def _verdict(over_names: Score | None) -> Flag | None:
    if over_names is None:
        return None
    return Flag("yes", "good") if _is_above_zero(over_names) else Flag("not shown", "open")
