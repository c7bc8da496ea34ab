"""When training and scored rows are from, as a section, with the scores by period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from stancekit.evaluation import Slice
from stancekit.reporting import IntervalPlot, Section, Table
from stancekit.reporting.numbers import sentence
from stancekit.training.dates import TrainingDates


def date_sections(dates: TrainingDates | None, slices: Sequence[Slice]) -> tuple[Section, ...]:
    """Give one section; none where the dates of either side are not known.

    Parameters
    ----------
    slices
        Of which those by period are drawn.
    """
    if dates is None:
        return ()
    warning = dates.warning()
    return (
        Section(
            key="dates",
            title="Dates",
            lead="The further training and scored rows are apart in time, the lower scores fall.",
            cautions=() if warning is None else (sentence(warning),),
            parts=(_table(dates),),
            sections=(Section(key="periods", sections=tuple(_periods(slices)), is_pair=True),),
        ),
    )


def _table(dates: TrainingDates) -> Table:
    return Table.of(
        {
            "first": "first training date",
            "last": "last training date",
            "n": "rows scored",
            "n_before": "before the first",
            "n_after": "after the last",
            "n_undated": "without a date",
        },
        [dates.to_dict()],
    )


def _periods(slices: Sequence[Slice]) -> Iterator[Section]:
    for one in slices:
        if one.name == "period" and one.values:
            rows = tuple((f"{each.value} (n {each.n})", each.macro_f1) for each in one.values)
            plot = IntervalPlot(rows=rows, measure="macro F1 by period", span=(0.0, 1.0))
            yield Section(key=one.axis, title=f"{one.axis} by period", parts=(plot,))
