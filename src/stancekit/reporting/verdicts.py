"""Whether a model beats its baselines, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from stancekit.evaluation import Score
from stancekit.reporting.numbers import counted, interval, number
from stancekit.reporting.report import Report


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a model beats a baseline, in one sentence."""

    outcome: Literal["better", "worse", "open"]
    sentence: str

    @property
    def clause(self) -> str:
        """The sentence as it follows a colon."""
        return self.sentence[0].lower() + self.sentence[1:]


def compare_with(baseline: str, difference: Score) -> Verdict:
    """Say whether the model beats the baseline: only where the whole interval says so.

    Examples
    --------
    >>> compare_with("name-only", Score(0.2, 0.1, 0.3)).sentence
    'Beats name-only by 0.200 (0.100 to 0.300).'
    >>> compare_with("name-only", Score(0.1, -0.1, 0.3)).sentence
    'Not shown to beat name-only: the difference is 0.100 (−0.100 to 0.300).'
    """
    if difference.value is None:
        return Verdict("open", f"Cannot be compared with {baseline}: {difference.note}.")
    if difference.low is None or difference.high is None:
        found = f"the difference is {number(difference.value)}, without interval"
        return Verdict("open", f"Not shown to beat {baseline}: {found} ({difference.note}).")
    if difference.low > 0:
        found = f"{number(difference.value)} ({interval(difference)})"
        return Verdict("better", f"Beats {baseline} by {found}.")
    found = f"the difference is {number(difference.value)} ({interval(difference)})"
    if difference.high < 0:
        return Verdict("worse", f"Worse than {baseline}: {found}.")
    return Verdict("open", f"Not shown to beat {baseline}: {found}.")


def verdicts_of(differences: Mapping[str, Score]) -> list[Verdict]:
    """Give a verdict a baseline, those that speak against the model first."""
    verdicts = [compare_with(name, difference) for name, difference in differences.items()]
    return sorted(verdicts, key=lambda verdict: ("worse", "open", "better").index(verdict.outcome))


def summarise(report: Report, *, n_cautions: int) -> list[str]:
    """Give the answer to "how good is it?" in sentences: against baselines, and last the doubts.

    A baseline that is better than the model is named at once: it should be used instead.
    """
    doubts = f"{counted(n_cautions, 'reason')} for doubt, listed"
    if not report.evaluations:
        # Nothing was scored: what its sections found is all that a report has to tell.
        found = (f"{one.title}: {one.lead}" for one in report.sections if one.title and one.lead)
        return ["No labelled passage was scored.", *found, f"{doubts} below."]
    beaten = [
        evaluation.axis
        for evaluation in report.evaluations
        if _beats_all(report.differences.get(evaluation.axis, {}).values())
    ]
    axes = counted(len(report.evaluations), "axis", "axes")
    named = f": {', '.join(beaten)}" if beaten else ""
    return [
        f"Beats every baseline on {len(beaten)} of {axes}{named}.",
        *_better_baselines(report),
        f"{doubts} under the scores.",
    ]


def _better_baselines(report: Report) -> Iterator[str]:
    better: dict[str, list[str]] = {}
    for axis, differences in report.differences.items():
        for name, difference in differences.items():
            if compare_with(name, difference).outcome == "worse":
                better.setdefault(name, []).append(axis)
    for name, axes in better.items():
        yield f"The baseline {name} is better than the model on {', '.join(axes)}."


def _beats_all(differences: Iterable[Score]) -> bool:
    outcomes = [compare_with("", difference).outcome for difference in differences]
    return bool(outcomes) and set(outcomes) == {"better"}
