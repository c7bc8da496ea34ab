"""A comparison as a reader meets it, whatever it is written as: verdicts, doubts, sections."""

from __future__ import annotations

from dataclasses import dataclass

from stancekit.evaluation import AxisComparison
from stancekit.reporting.comparison.axis_section import axis_section
from stancekit.reporting.comparison.cautions import comparison_cautions
from stancekit.reporting.comparison.models_section import models_section
from stancekit.reporting.comparison.report import ComparisonReport
from stancekit.reporting.comparison.slices_section import compared_slices
from stancekit.reporting.comparison.verdicts import axis_verdicts, summarise_comparison
from stancekit.reporting.numbers import counted
from stancekit.reporting.sections import Section
from stancekit.reporting.verdicts import Verdict


@dataclass(frozen=True, kw_only=True)
class ComparisonContent:
    """What is read first, then the sections in order.

    `axes` are the sections of the axes, `others` those behind them.
    """

    opening: str
    summary: list[str]
    cautions: list[str]
    verdicts: dict[str, list[Verdict]]
    axes: tuple[Section, ...]
    others: tuple[Section, ...]
    method: str


def content_of(report: ComparisonReport) -> ComparisonContent:
    """Give the content of a report on compared models."""
    comparison = report.comparison
    others = (*compared_slices(report.slices), *report.sections, models_section(report))
    doubts = comparison_cautions(report, others)
    return ComparisonContent(
        opening=_opening(report),
        summary=summarise_comparison(report, n_cautions=len(doubts)),
        cautions=doubts,
        verdicts={name: axis_verdicts(report, axis) for name, axis in comparison.axes.items()},
        axes=tuple(axis_section(report, axis) for axis in comparison.axes.values()),
        others=others,
        method=_method(report),
    )


def size_of(axis: AxisComparison) -> str:
    """Say what an axis was compared on."""
    return f"{counted(axis.n, 'row')} in {counted(axis.n_groups, 'group')}"


def _opening(report: ComparisonReport) -> str:
    facts = report.facts
    known = [
        f"{counted(len(report.models), 'model')} on the same rows of {facts.data}",
        *([facts.date] if facts.date else []),
    ]
    return ", ".join(known) + "."


def _method(report: ComparisonReport) -> str:
    comparison = report.comparison
    return (
        f"{comparison.rule} P-values are from {comparison.swaps:,} random swaps, intervals from "
        f"{comparison.resamples:,} resamples of whole groups, its percentiles moved out for few "
        f"and unequal groups and corrected for bias (seed {comparison.seed}); all models are "
        "scored on the same resamples. Under 10 groups no interval and no test is given, and a "
        "label with under 10 gold rows gets no score. The predicted label is the most probable one."
    )
