"""Where a comparison is not to be trusted, read off its numbers."""

from __future__ import annotations

from collections.abc import Iterator

from stancekit.evaluation import AxisComparison
from stancekit.reporting.cautions import NO_BASELINE, doubts_of_scores, doubts_of_sections
from stancekit.reporting.comparison.report import ComparisonReport
from stancekit.reporting.sections import Section
from stancekit.reporting.verdicts import compare_with


def comparison_cautions(report: ComparisonReport, sections: tuple[Section, ...]) -> list[str]:
    """Give the reasons for doubt: what was known before, then each axis', then the sections'."""
    found = [*report.doubts, *_of_training(report)]
    for axis in report.comparison.axes.values():
        if axis.note is not None:
            found.append(
                f"{axis.axis}: nothing was tested ({axis.note}), so any difference may be chance."
            )
        best = report.best_of(axis)
        found += [f"{axis.axis}, {best}: {sentence}" for sentence in _of_best(report, axis, best)]
    return [*found, *doubts_of_sections(sections)]


def _of_training(report: ComparisonReport) -> Iterator[str]:
    known = {model.trained_on for model in report.models if model.trained_on is not None}
    if len(known) > 1:
        yield (
            "The models were trained on different rows: a difference may be one of these, not of "
            "the models."
        )


def _of_best(report: ComparisonReport, axis: AxisComparison, best: str) -> Iterator[str]:
    differences = report.differences.get(axis.axis, {}).get(best, {})
    if not differences:
        yield NO_BASELINE
    for baseline, difference in differences.items():
        verdict = compare_with(baseline, difference)
        if verdict.outcome != "better":
            yield verdict.clause
    yield from doubts_of_scores(report.evaluations[axis.axis][best])
