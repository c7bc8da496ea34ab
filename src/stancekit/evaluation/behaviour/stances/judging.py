"""How the cases of a test came out: its rates, and every case that failed."""

from __future__ import annotations

from collections.abc import Sequence

from stancekit.evaluation.behaviour.rates import (
    clusters_needed,
    mean_score,
    outcome_of,
    pass_rate,
)
from stancekit.evaluation.behaviour.results import BehaviourCheck, FailedCase, Source
from stancekit.evaluation.behaviour.stances.answers import Answers
from stancekit.evaluation.behaviour.stances.cases import Answer, StanceCase
from stancekit.evaluation.behaviour.stances.measures import STANCE_TESTS, Measure


def judge_cases(cases: Sequence[StanceCase], answers: Answers, seed: int) -> list[BehaviourCheck]:
    """Give one check for each test, source, axis and measure."""
    grouped: dict[tuple[str, Source, str], list[StanceCase]] = {}
    for case in cases:
        for axis in case.axes:
            grouped.setdefault((case.test, case.source, axis), []).append(case)
    return [
        _check(measure, test, axis, source, group, answers, seed)
        for (test, source, axis), group in grouped.items()
        for measure in STANCE_TESTS[test].measures
    ]


def _check(
    measure: Measure,
    test: str,
    axis: str,
    source: Source,
    cases: Sequence[StanceCase],
    answers: Answers,
    seed: int,
) -> BehaviourCheck:
    judged = []
    for case in cases:
        found = [answers.of(one, axis) for one in case.passages]
        value = measure.value(case, found)
        if value is not None:
            judged.append((case, found, value))
    clusters = [case.cluster for case, _, _ in judged]
    values = [value for _, _, value in judged]
    if measure.is_rate:
        score = pass_rate([value == 1.0 for value in values], clusters)
    else:
        score = mean_score(values, clusters, seed=seed)
    outcome = outcome_of(score, measure.bar, measure.direction)
    n_clusters = len(set(clusters))
    return BehaviourCheck(
        test=test,
        kind=STANCE_TESTS[test].kind,
        checks=STANCE_TESTS[test].checks,
        measure=measure.name,
        axis=axis,
        source=source,
        n=len(judged),
        n_clusters=n_clusters,
        n_left_out=len(cases) - len(judged),
        score=score,
        bar=measure.bar,
        direction=measure.direction,
        outcome=outcome,
        failures=tuple(
            _failed(case, found)
            for case, found, value in judged
            if measure.is_rate and value != 1.0
        ),
        note=_note(measure, score.value, n_clusters) if outcome == "cannot be told" else None,
    )


def _note(measure: Measure, value: float | None, n_clusters: int) -> str | None:
    if value is None:
        return "the model found the stance in none of the originals"
    if measure.is_rate and value == 1.0 and measure.bar < 1.0:
        needed = clusters_needed(measure.bar)
        return f"no failure in {n_clusters} groups of cases; {needed} would show it"
    return None


def _failed(case: StanceCase, found: Sequence[Answer]) -> FailedCase:
    expected = [" or ".join(labels) or "less of it" for labels in case.expected]
    change = f"{case.change}: " if case.change else ""
    return FailedCase(
        case=f"{change}{case.cluster}",
        texts=tuple(one.text for one in case.passages),
        expected=", then ".join(expected) or "the same of both",
        found=tuple(answer.label for answer in found),
        probabilities=tuple(answer.probabilities for answer in found),
    )
