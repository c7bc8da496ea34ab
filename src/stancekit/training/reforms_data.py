"""What a run can answer of the REFORMS items on its data and what was done to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from stancekit.reporting import ReformsAnswer
from stancekit.reporting.numbers import counted
from stancekit.training.data import ExperimentData
from stancekit.training.plan import Side, describe_sides

_LEFT_OUT = (
    "Of the rows that were read, none was dropped; a row without a gold label on an axis is left "
    "out of that axis alone (item 3f)."
)
_REFUSED = (
    "A row with an unknown label, without a text, with the id of another, or with what no UTF-8 "
    "file can hold stops the run, so that there is none among these."
)


def answers_on_data(data: ExperimentData) -> dict[str, ReformsAnswer]:
    """Give sources, outcomes, sizes and what is missing or was left out."""
    sides = describe_sides(data)
    missing = tuple(
        f"{name}, {axis}: {counted(n, 'row')} of {side.n_rows:,} without a label."
        for name, side in sides.items()
        for axis, n in side.n_missing.items()
        if n
    )
    return {
        "3a": ReformsAnswer(
            tuple(_sources(data)), "how the texts were collected and who labelled them, and how."
        ),
        "3d": ReformsAnswer(tuple(_outcomes(data, sides))),
        "3e": ReformsAnswer(tuple(_sizes(sides))),
        "3f": ReformsAnswer(
            missing or ("No row is without a label on any axis.",),
            "what is missing of the inputs, such as speakers or dates, split by label.",
        ),
        "4a": ReformsAnswer(
            (_LEFT_OUT,),
            "what was left out before.",
        ),
        "4b": ReformsAnswer((_REFUSED,)),
    }


def _sources(data: ExperimentData) -> Iterator[str]:
    for side, corpus in data.corpora.items():
        dates = corpus.passages["date"][:] if "date" in corpus.passages.column_names else []
        known = sorted(str(date) for date in dates if date)
        when = f", dated {known[0]} to {known[-1]}" if known else ", without dates"
        yield f"{side}: {corpus.source}{when}."
    if any(corpus.is_machine_written for corpus in data.corpora.values()):
        yield "The card of the data says that a machine wrote the texts."


def _outcomes(data: ExperimentData, sides: Mapping[str, Side]) -> Iterator[str]:
    for name, axis in data.codebook.axes.items():
        yield f"{name}: {axis.question or 'one of its labels'}"
        for side, rows in sides.items():
            counts = ", ".join(f"{label} {n:,}" for label, n in rows.labels[name].items())
            yield f"{name}, {side}: {counts}."


def _sizes(sides: Mapping[str, Side]) -> Iterator[str]:
    for name, side in sides.items():
        yield f"{name}: {counted(side.n_rows, 'row')} in {counted(side.n_groups, 'group')}."
        for axis, counts in side.labels.items():
            labelled = max(1, sum(counts.values()))
            shares = ", ".join(f"{label} {n / labelled:.0%}" for label, n in counts.items())
            yield f"{name}, {axis}: {shares}."
