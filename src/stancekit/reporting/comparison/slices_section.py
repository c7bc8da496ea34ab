"""Scores of several models on parts of the rows, the parts that errors go with first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stancekit.evaluation import Slice
from stancekit.reporting.comparison.verdicts import listed
from stancekit.reporting.sections import Column, Section, Sentences, Table
from stancekit.reporting.slices_section import MOST_VALUES, told_of_values
from stancekit.reporting.values import Cell, Flag, Noted

Slices = Mapping[str, Slice]
"""The same cut of the rows, by the model's name."""


def compared_slices(by_model: Mapping[str, tuple[Slice, ...]]) -> tuple[Section, ...]:
    """Give one section of all slices, a table a slice and a column a model; none without slices."""
    cuts = [dict(zip(by_model, same, strict=True)) for same in zip(*by_model.values(), strict=True)]
    shown = [cut for cut in cuts if _first(cut).values]
    if not shown:
        return ()
    ordered = sorted(shown, key=lambda cut: not _flagged(cut))
    return (
        Section(
            key="slices",
            title="Slices",
            lead="Accuracy on parts of the rows. Flagged are the models whose errors go with the "
            "parts beyond chance, by a test of whole groups, corrected over all slices, axes and "
            "models.",
            cautions=_cautions([cut for cut in ordered if _flagged(cut)]),
            sections=tuple(_section(cut, number) for number, cut in enumerate(ordered)),
        ),
    )


def _first(cut: Slices) -> Slice:
    return next(iter(cut.values()))


def _flagged(cut: Slices) -> list[str]:
    return [model for model, one in cut.items() if one.is_flagged]


def _cautions(flagged: Sequence[Slices]) -> tuple[str, ...]:
    """Give one sentence an axis: what errors go with, and those of which models."""
    told: dict[str, list[str]] = {}
    for cut in flagged:
        first, models = _first(cut), _flagged(cut)
        worst = max(cut[model].adjusted_p or 0.0 for model in models)
        upto = f"at most {worst:.3f}" if len(models) > 1 else f"{worst:.3f}"
        whose = f"{first.name} (those of {listed(models)}, corrected p {upto})"
        told.setdefault(first.axis, []).append(whose)
    return tuple(f"{axis}: errors go with {', '.join(each)}." for axis, each in told.items())


def _section(cut: Slices, number: int) -> Section:
    first = _first(cut)
    title = f"{first.axis} by {first.name}"
    told = tuple(told_of_values(first))
    return Section(
        key=f"{number}-{first.axis}-{first.name}",
        title=title,
        parts=(_table(cut), *([Sentences(told)] if told else [])),
    )


def _table(cut: Slices) -> Table:
    """Give a row a value, and a last one that says of each model whether errors go with it."""
    first = _first(cut)
    values: list[tuple[Cell, ...]] = [
        (
            value.value,
            Noted(value.n, f"in {value.n_groups:,} groups"),
            *(one.values[place].accuracy for one in cut.values()),
        )
        for place, value in enumerate(first.values[:MOST_VALUES])
    ]
    return Table(
        columns=(
            Column("value", first.name),
            Column("n", "rows"),
            *(Column(model, model) for model in cut),
        ),
        rows=(("do errors go with it?", None, *(_outcome(one) for one in cut.values())), *values),
    )


def _outcome(one: Slice) -> Cell:
    if one.adjusted_p is None:
        return one.note
    flag = Flag("yes", "bad") if one.is_flagged else Flag("not shown", "open")
    return Noted(flag, f"corrected p {one.adjusted_p:.3f}")
