"""How much the scores move with the division of the rows, as a section."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from stancekit.evaluation import AxisEvaluation
from stancekit.evaluation.repeated import RepeatedScore
from stancekit.reporting import Column, IntervalPlot, Noted, Section, Sentences, Table
from stancekit.reporting.numbers import UNKNOWN, counted, number
from stancekit.reporting.values import Cell
from stancekit.reporting.verdicts import compare_with
from stancekit.training.repeated_axis import RepeatedAxis
from stancekit.training.repeated_splits import RepeatedSplits

_METHOD: Final = (
    "Intervals of the means are 95% intervals of the corrected resampled t (Nadeau and Bengio, "
    "2003), an approximation: divisions of the same rows share most of what they fit on, and the "
    "usual interval of a mean would be too narrow."
)


def repeated_sections(
    found: RepeatedSplits | None, test: Mapping[str, AxisEvaluation]
) -> tuple[Section, ...]:
    """Give one section; none where no further division was asked for.

    Parameters
    ----------
    test
        Each axis' evaluation on the rows that the report is about.
    """
    if found is None:
        return ()
    if not found.splits:
        parts = (Sentences((f"Not made: {found.note}.",)),)
        return (Section(key="repeated_splits", title="Repeated splits", parts=parts),)
    notes = tuple(_notes(found))
    return (
        Section(
            key="repeated_splits",
            title="Repeated splits",
            lead=_lead(found),
            cautions=tuple(_cautions(found)),
            parts=(
                _plot(found),
                _means(found, test),
                _divisions(found),
                *([Sentences(notes, is_list=True)] if notes else []),
                Sentences((_METHOD,)),
            ),
        ),
    )


def _lead(found: RepeatedSplits) -> str:
    return (
        f"The family was fitted again on {counted(len(found.splits), 'random division')} of the "
        "rows that the model was fitted on, each with whole articles and near-duplicates on one "
        f"side and about {found.test_size:.0%} of the rows left out to score; the seed of the "
        "model is the same. The spread is how much a score owes to the division; the mean may lie "
        "a little lower than on all rows, since fewer were fitted."
    )


def _cautions(found: RepeatedSplits) -> Iterator[str]:
    for axis, one in found.axes.items():
        for baseline, score in one.over_baselines.items():
            verdict = compare_with(baseline, score.mean)
            if verdict.outcome != "better":
                over = counted(len(found.splits), "random division")
                yield f"{axis}, over {over}: {verdict.clause}"


def _notes(found: RepeatedSplits) -> Iterator[str]:
    if found.note is not None:
        yield f"{found.asked} divisions were asked for: {found.note}."
    for place, one in enumerate(found.splits, start=1):
        if one.note is not None:
            yield f"Division {place} has no scores: {one.note}"
    for axis, scores in found.axes.items():
        note = scores.metrics["macro_f1"].mean.note
        if note is not None:
            yield f"{axis}: {note}."


def _plot(found: RepeatedSplits) -> IntervalPlot:
    scores = {axis: one.metrics["macro_f1"] for axis, one in found.axes.items()}
    return IntervalPlot(
        rows=tuple((axis, score.mean) for axis, score in scores.items()),
        measure="macro F1: a ring a division, below them the mean and its 95% interval",
        span=_span(
            [
                score
                for one in scores.values()
                for score in (one.mean.low, one.mean.high, *one.known)
            ]
        ),
        is_tabled=True,
        rings={axis: score.known for axis, score in scores.items()},
    )


def _span(known: Sequence[float | None]) -> tuple[float, float]:
    """Give the tenths around all that is drawn: from 0 to 1, rings would lie on one another."""
    numbers = [value for value in known if value is not None]
    if not numbers:
        return (0.0, 1.0)
    low, high = math.floor(min(numbers) * 10) / 10, math.ceil(max(numbers) * 10) / 10
    return (low, high) if low < high else (max(low - 0.1, 0.0), min(high + 0.1, 1.0))


def _means(found: RepeatedSplits, test: Mapping[str, AxisEvaluation]) -> Table:
    baselines = list(
        dict.fromkeys(name for one in found.axes.values() for name in one.over_baselines)
    )
    return Table.of(
        {
            "axis": "axis",
            "macro_f1": "macro F1",
            "sd": "its spread (sd)",
            "accuracy": "accuracy",
            "mcc": "MCC",
            **{f"over_{name}": f"over {name}" for name in baselines},
            **({"test": "test rows"} if test else {}),
        },
        [_mean_row(axis, one, test) for axis, one in found.axes.items()],
        caption="Means over the divisions; under the spread the lowest and the highest. Over a "
        "baseline: macro F1 minus its own on the same division.",
    )


def _mean_row(axis: str, one: RepeatedAxis, test: Mapping[str, AxisEvaluation]) -> dict[str, Cell]:
    macro_f1 = one.metrics["macro_f1"]
    return {
        "axis": axis,
        "macro_f1": macro_f1.mean,
        "sd": Noted(macro_f1.sd, _range(macro_f1)),
        "accuracy": one.metrics["accuracy"].mean,
        "mcc": one.metrics["mcc"].mean,
        **{f"over_{name}": score.mean for name, score in one.over_baselines.items()},
        **({"test": test[axis].metrics["macro_f1"]} if axis in test else {}),
    }


def _range(score: RepeatedScore) -> str:
    if not score.known:
        return UNKNOWN
    return f"{number(min(score.known))} to {number(max(score.known))}"


def _divisions(found: RepeatedSplits) -> Table:
    return Table(
        columns=(
            Column("division", "division"),
            Column("seed", "seed"),
            Column("n_fit", "rows to fit"),
            Column("n_test", "rows scored"),
            *(Column(f"{axis}.macro_f1", axis) for axis in found.axes),
        ),
        rows=tuple(
            (
                f"{place + 1}",
                f"{one.seed}",
                one.n_fit,
                one.n_test,
                *(scores.metrics["macro_f1"].values[place] for scores in found.axes.values()),
            )
            for place, one in enumerate(found.splits)
        ),
        caption="Macro F1 of each division.",
    )
