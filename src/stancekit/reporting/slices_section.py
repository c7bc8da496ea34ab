"""Scores on parts of the rows as a section, the parts that errors go with first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stancekit.evaluation import Slice
from stancekit.reporting.numbers import counted
from stancekit.reporting.sections import Section, Sentences, Table
from stancekit.reporting.values import Cell, Flag

MOST_VALUES: Final = 20
"""Of a slice that a page shows; JSON of the run has all of them."""


def slice_sections(slices: Sequence[Slice]) -> tuple[Section, ...]:
    """Give one section of all slices; none where there are no slices."""
    if not slices:
        return ()
    ordered = sorted(slices, key=lambda one: not one.is_flagged)
    return (
        Section(
            key="slices",
            title="Slices",
            lead="Scores on parts of the rows. Flagged are those where errors go with them beyond "
            "chance, by a test of whole groups, corrected over all slices and axes.",
            cautions=_cautions([one for one in ordered if one.is_flagged]),
            sections=tuple(
                _section(one, number) for number, one in enumerate(ordered) if one.values
            ),
        ),
    )


def _cautions(flagged: Sequence[Slice]) -> tuple[str, ...]:
    """Give one sentence an axis."""
    told: dict[str, list[str]] = {}
    for one in flagged:
        told.setdefault(one.axis, []).append(f"{one.name} (corrected p {one.adjusted_p:.3f})")
    return tuple(f"{axis}: errors go with {', '.join(names)}." for axis, names in told.items())


def _section(one: Slice, number: int) -> Section:
    table = Table.of(
        {
            "value": one.name,
            "n": "rows",
            "n_groups": "groups",
            "accuracy": "accuracy",
            "macro_f1": "macro F1",
        },
        [
            {
                "value": value.value,
                "n": value.n,
                "n_groups": value.n_groups,
                "accuracy": value.accuracy,
                "macro_f1": value.macro_f1,
            }
            for value in one.values[:MOST_VALUES]
        ],
        caption=f"{one.axis} by {one.name}",
    )
    told = tuple(told_of_values(one))
    return Section(
        key=f"{number}-{one.axis}-{one.name}",
        title=f"{one.axis} by {one.name}",
        parts=(_verdict(one), table, *([Sentences(told)] if told else [])),
    )


def _verdict(one: Slice) -> Table:
    outcome: Cell = one.note
    if one.adjusted_p is not None:
        outcome = (
            Flag("errors go with it", "bad") if one.is_flagged else Flag("not told apart", "open")
        )
    return Table.of(
        {"outcome": "do errors go with it?", "p_value": "p", "adjusted_p": "corrected p"},
        [{"outcome": outcome, "p_value": one.p_value, "adjusted_p": one.adjusted_p}],
    )


def told_of_values(one: Slice) -> list[str]:
    """Say which values and rows a table of a slice leaves out."""
    more = len(one.values) - MOST_VALUES
    return [
        text
        for text, is_so in (
            (f"{counted(more, 'more value', 'more values')} not shown here.", more > 0),
            (f"Other: {counted(one.n_pooled, 'value')} with few rows.", one.n_pooled > 0),
            (f"Without a value: {counted(one.n_missing, 'row')}.", one.n_missing > 0),
        )
        if is_so
    ]
