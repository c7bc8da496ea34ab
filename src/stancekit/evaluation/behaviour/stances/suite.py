"""The stance half of the suite: any model, any codebook, and a user's rows where there are any."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stancekit.codebook import Codebook
from stancekit.evaluation.behaviour.poles import AxisPoles, map_poles
from stancekit.evaluation.behaviour.rates import (
    clusters_needed,
    mean_score,
    outcome_of,
    pass_rate,
)
from stancekit.evaluation.behaviour.results import (
    BehaviourCheck,
    FailedCase,
    LeftOut,
    Source,
)
from stancekit.evaluation.behaviour.stances import collection
from stancekit.evaluation.behaviour.stances.answers import Answers, Model, Progress
from stancekit.evaluation.behaviour.stances.cases import Answer, StanceCase
from stancekit.evaluation.behaviour.stances.invariance import sentence_bases
from stancekit.evaluation.behaviour.stances.measures import STANCE_TESTS, Measure
from stancekit.evaluation.behaviour.stances.probes import (
    foreign_checks,
    foreign_passages,
    masked,
    masked_check,
)
from stancekit.evaluation.rows import EvaluationError
from stancekit.records import Passage

_SOURCES: tuple[Source, ...] = ("sentences", "rows", "codebook")
_MOST_ROWS = 500


@dataclass(frozen=True, kw_only=True)
class UserRows:
    """A user's passages, their groups (most often articles), and gold labels where there are any.

    Parameters
    ----------
    gold
        For each axis one label a row, ``None`` where a row has none.
    """

    passages: Sequence[Passage]
    groups: Sequence[str]
    gold: Mapping[str, Sequence[str | None]]

    def __post_init__(self) -> None:
        for name, column in (("groups", self.groups), *self.gold.items()):
            if len(column) != len(self.passages):
                raise EvaluationError(
                    f"behavioural tests, {name}: found {len(column)} values, expected "
                    f"{len(self.passages)}, one for each passage"
                )

    def sample(self, seed: int, most: int = _MOST_ROWS) -> UserRows:
        """Give as many rows at most, drawn at random, in their order."""
        if len(self.passages) <= most:
            return self
        drawn = random.Random(f"{seed} rows").sample(range(len(self.passages)), most)  # noqa: S311
        places = sorted(drawn)
        return UserRows(
            passages=[self.passages[place] for place in places],
            groups=[self.groups[place] for place in places],
            gold={axis: [column[place] for place in places] for axis, column in self.gold.items()},
        )


def check_stances(
    model: Model,
    codebook: Codebook,
    *,
    rows: UserRows | None = None,
    poles: Mapping[str, Any] | None = None,
    threshold: float | None = None,
    seed: int = 0,
    progress: Progress | None = None,
) -> tuple[tuple[BehaviourCheck, ...], tuple[LeftOut, ...]]:
    """Run the stance tests on a model; give the checks and what was left out.

    Parameters
    ----------
    model
        Its ``predict_proba`` gives for each axis of the codebook an array, the labels in the
        codebook's order.
    rows
        Of these 500 are changed at most, drawn at random, and all are masked.
    poles
        What axes concern, as `read_poles` gives it; those of the bundled codebook are known.
    threshold
        Abstain where the most probable label is less probable; by default never.

    Raises
    ------
    ConfigError
        If `poles` names what the codebook does not have.
    EvaluationError
        If the model gives no probabilities of the codebook's labels.
    """
    known = map_poles(codebook, poles)
    drawn = None if rows is None else rows.sample(seed)
    pairs = [] if drawn is None else list(zip(drawn.passages, drawn.groups, strict=True))
    cases = [
        *collection.sentence_cases(known, seed),
        *collection.row_cases(pairs, tuple(codebook.axes), seed),
        *collection.example_cases(codebook, known),
    ]
    probed = _Probed(codebook, known, rows, pairs, seed)
    labels = {name: axis.label_names for name, axis in codebook.axes.items()}
    asked = (one for case in cases for one in case.passages)
    answers = Answers(
        model, labels, [*asked, *probed.passages()], threshold=threshold, progress=progress
    )
    checks = [*_checks(cases, answers, seed), *probed.checks(answers)]
    missing = collection.left_out(
        codebook,
        known,
        cases,
        has_rows=bool(pairs),
        has_gold=rows is not None and bool(rows.gold),
    )
    return tuple(sorted(checks, key=_order)), tuple(sorted(missing, key=_place))


class _Probed:
    """The passages of the two probes and what becomes of them."""

    def __init__(
        self,
        codebook: Codebook,
        poles: Mapping[str, AxisPoles],
        rows: UserRows | None,
        pairs: Sequence[tuple[Passage, str]],
        seed: int,
    ) -> None:
        self._codebook, self._seed = codebook, seed
        self._poles = [one for one in poles.values() if one.concern != "sentiment"]
        self._foreign = foreign_passages(seed) if self._poles else []
        bases = sentence_bases(collection.own_clauses(), (), seed) if poles else []
        self._own = list(pairs) or [(base.passage, base.cluster) for base in bases]
        self._masked = {axis: self._masked_rows(axis, rows) for axis in codebook.axes}

    def passages(self) -> Iterable[Passage]:
        """Give all passages that the model is to be asked about."""
        yield from (one[-1] for one in self._foreign)
        yield from (passage for passage, _ in self._own)
        for rows in self._masked.values():
            yield from (passage for passage, _, _ in rows)

    def checks(self, answers: Answers) -> Iterable[BehaviourCheck]:
        """Give the checks of both probes."""
        for axis, rows in self._masked.items():
            if rows:
                labels = self._codebook.axes[axis].label_names
                yield masked_check(axis, labels, rows, answers, seed=self._seed)
        for poles in self._poles:
            yield from foreign_checks(poles, self._own, self._foreign, answers, seed=self._seed)

    def _masked_rows(self, axis: str, rows: UserRows | None) -> list[tuple[Passage, str, str]]:
        if rows is None or axis not in rows.gold:
            return []
        return [
            (bare, label, group)
            for one, label, group in zip(rows.passages, rows.gold[axis], rows.groups, strict=True)
            if label is not None and (bare := masked(one)) is not None
        ]


def _checks(cases: Sequence[StanceCase], answers: Answers, seed: int) -> list[BehaviourCheck]:
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


def _order(check: BehaviourCheck) -> tuple[int, int]:
    return int(check.test[1:]), _SOURCES.index(check.source)


def _place(missing: LeftOut) -> int:
    return int(missing.test[1:])
