"""The stance half of the suite: any model, any codebook, and a user's rows where there are any."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from stancekit.codebook import Codebook
from stancekit.evaluation.behaviour.poles import AxisPoles, map_poles
from stancekit.evaluation.behaviour.results import (
    BehaviourCheck,
    LeftOut,
    Source,
)
from stancekit.evaluation.behaviour.stances import collection
from stancekit.evaluation.behaviour.stances.answers import Answers, Model, Progress
from stancekit.evaluation.behaviour.stances.invariance import sentence_bases
from stancekit.evaluation.behaviour.stances.judging import judge_cases
from stancekit.evaluation.behaviour.stances.probes import (
    foreign_checks,
    foreign_passages,
    masked,
    masked_checks,
)
from stancekit.evaluation.behaviour.stances.user_rows import UserRows
from stancekit.records import Passage

_SOURCES: tuple[Source, ...] = ("sentences", "rows", "codebook")


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
    checks = [*judge_cases(cases, answers, seed), *probed.checks(answers)]
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
                yield from masked_checks(axis, labels, rows, answers, seed=self._seed)
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


def _order(check: BehaviourCheck) -> tuple[int, int]:
    return int(check.test[1:]), _SOURCES.index(check.source)


def _place(missing: LeftOut) -> int:
    return int(missing.test[1:])
