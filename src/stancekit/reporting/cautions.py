"""Where a report's numbers are not to be trusted, read off the numbers themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from stancekit.evaluation import AxisEvaluation, Score
from stancekit.reporting.numbers import counted, has_interval, interval, number
from stancekit.reporting.report import Report
from stancekit.reporting.sections import Section
from stancekit.reporting.verdicts import compare_with

NO_DOUBT = "The numbers show no reason for doubt. They hold for data like these only."

NO_BASELINE = "compared with no baseline; a high score may be what the commonest label gives."

WIDE_INTERVAL = 0.2
"""An interval of macro F1 wider than this cannot tell a good model from a middling one."""

WEAK_F1 = 0.5
"""A label whose F1 is under this is wrong about as often as it is right."""

POOR_CALIBRATION = 0.1
"""A calibration error over this makes a threshold mean something else than it says."""


def cautions(report: Report) -> list[str]:
    """Give the reasons for doubt that the numbers show, and those of the sections, in sentences."""
    found = [] if report.facts.split_warning is None else [report.facts.split_warning]
    for evaluation in report.evaluations:
        sentences = [*_of_comparison(report, evaluation), *doubts_of_scores(evaluation)]
        found += [f"{evaluation.axis}: {sentence}" for sentence in sentences]
    return [*found, *report.doubts, *doubts_of_sections(report.sections)]


def doubts_of_scores(evaluation: AxisEvaluation) -> Iterator[str]:
    """Give the reasons for doubt that the scores of one model on one axis show."""
    yield from _of_interval(evaluation.metrics["macro_f1"])
    yield from _of_labels(evaluation)
    yield from _of_calibration(evaluation.metrics["calibration_error"])
    yield from _of_gold(evaluation)


def doubts_of_sections(sections: Iterable[Section]) -> Iterator[str]:
    """Give the reasons for doubt that sections tell, and those under them."""
    for one in sections:
        yield from _of_section(one)


def _of_section(section: Section) -> Iterator[str]:
    yield from section.cautions
    for one in section.sections:
        yield from _of_section(one)


def _of_comparison(report: Report, evaluation: AxisEvaluation) -> Iterator[str]:
    differences = report.differences.get(evaluation.axis, {})
    if not differences:
        yield NO_BASELINE
    for baseline, difference in differences.items():
        verdict = compare_with(baseline, difference)
        if verdict.outcome != "better":
            yield verdict.clause


def _of_interval(macro_f1: Score) -> Iterator[str]:
    if macro_f1.value is None:
        yield f"no score ({macro_f1.note})."
    elif macro_f1.low is None or macro_f1.high is None or not has_interval(macro_f1):
        yield f"no interval for macro F1 ({macro_f1.note}), so the score may be chance."
    elif macro_f1.high - macro_f1.low > WIDE_INTERVAL:
        yield f"the interval of macro F1 is wide ({interval(macro_f1)}); label more articles."


def _of_labels(evaluation: AxisEvaluation) -> Iterator[str]:
    refused = [
        f"{label} ({counted(scores.support, 'gold row')})"
        for label, scores in evaluation.per_label.items()
        if scores.f1.value is None
    ]
    weak = [
        f"{label} (F1 {number(scores.f1.value)})"
        for label, scores in evaluation.per_label.items()
        if scores.f1.value is not None and scores.f1.value < WEAK_F1
    ]
    if refused:
        yield f"too few gold rows to score {', '.join(refused)}."
    if weak:
        yield f"weak on {', '.join(weak)}."


def _of_calibration(error: Score) -> Iterator[str]:
    if error.value is not None and error.value > POOR_CALIBRATION:
        yield (
            f"probabilities are off by {number(error.value)} on average; a threshold on them does "
            "not mean what it says."
        )


def _of_gold(evaluation: AxisEvaluation) -> Iterator[str]:
    if evaluation.n_missing:
        yield f"{counted(evaluation.n_missing, 'row')} without a gold label left out."
