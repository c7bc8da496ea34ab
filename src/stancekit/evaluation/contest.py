"""Models on one axis: their scores, and every two of them tested, before any correction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from stancekit.evaluation.compared import PairComparison
from stancekit.evaluation.comparison import MatrixMeasure, measure_of
from stancekit.evaluation.confusion import confusion_rows
from stancekit.evaluation.mcnemar import mcnemar
from stancekit.evaluation.measures import rare_note
from stancekit.evaluation.randomisation import Pair, randomisation_p_values
from stancekit.evaluation.rows import CodedRows, FloatArray, IntArray
from stancekit.resampling import (
    MIN_GROUPS,
    Measure,
    Score,
    Sums,
    resample_sums,
    sum_by_group,
)


@dataclass(frozen=True, kw_only=True)
class CompareOptions:
    """By what models are compared, and how often chance is asked."""

    metric: str
    resamples: int
    swaps: int
    seed: int
    level: float


@dataclass(frozen=True, eq=False, kw_only=True)
class Contest:
    """Models scored on the same rows of one axis, the best first.

    Parameters
    ----------
    rows
        What they were scored on; the probabilities are the first model's.
    pairs
        Every two models, in order; their p-values stand uncorrected.
    differing
        Which of `rows` are not labelled alike by all models.
    """

    models: tuple[str, ...]
    scores: tuple[Score, ...]
    rows: CodedRows
    pairs: tuple[PairComparison, ...]
    differing: IntArray

    @property
    def note(self) -> str | None:
        """Why nothing was tested, where nothing was."""
        return None if _is_testable(self.rows) else f"too few groups ({self.rows.n_groups})"


def hold_contest(
    coded: Mapping[str, CodedRows], labels: Sequence[str], options: CompareOptions
) -> Contest:
    """Score the models on one axis and test every two of them."""
    names, rows = list(coded), next(iter(coded.values()))
    predicted = np.stack([each.predicted for each in coded.values()], axis=1)
    cells = np.stack(
        [confusion_rows(rows.gold, column, len(labels)) for column in predicted.T], axis=1
    )
    measure = measure_of(options.metric)
    sums = resample_sums(
        {"confusion": cells}, rows.groups, resamples=options.resamples, seed=options.seed
    )
    note = None
    if options.metric == "macro_f1":
        note = rare_note(sums.total["confusion"][0].sum(axis=1), labels)
    scores = [
        sums.score(_of(measure, number), level=options.level, note=note)
        for number in range(len(names))
    ]
    order = sorted(range(len(names)), key=lambda number: _rank(scores[number]))
    pairs = list(combinations(order, 2))
    p_values = _p_values(cells, rows, pairs, options)
    tested = [
        _tested(
            (names[a], names[b]),
            sums.score(_difference(measure, a, b), level=options.level),
            (predicted[:, a], predicted[:, b]),
            rows.gold,
            p_value,
        )
        for (a, b), p_value in zip(pairs, p_values, strict=True)
    ]
    return Contest(
        models=tuple(names[number] for number in order),
        scores=tuple(scores[number] for number in order),
        rows=rows,
        pairs=tuple(tested),
        differing=np.flatnonzero((predicted != predicted[:, :1]).any(axis=1)),
    )


def _tested(
    names: tuple[str, str],
    difference: Score,
    predicted: tuple[IntArray, IntArray],
    gold: IntArray,
    p_value: float | None,
) -> PairComparison:
    a, b = predicted
    return PairComparison(
        a=names[0],
        b=names[1],
        difference=difference,
        n_differ=int((a != b).sum()),
        p_value=p_value,
        mcnemar=mcnemar(a == gold, b == gold),
    )


def _p_values(
    cells: FloatArray, rows: CodedRows, pairs: Sequence[Pair], options: CompareOptions
) -> Sequence[float | None]:
    if not _is_testable(rows):
        return [None] * len(pairs)
    flat = sum_by_group(cells.reshape(len(cells), -1), rows.groups, rows.n_groups)
    return randomisation_p_values(
        flat.reshape(rows.n_groups, *cells.shape[1:]),
        pairs,
        measure_of(options.metric),
        swaps=options.swaps,
        seed=options.seed,
    )


def _is_testable(rows: CodedRows) -> bool:
    return rows.n_groups >= MIN_GROUPS


def _rank(score: Score) -> float:
    return np.inf if score.value is None else -score.value


def _of(measure: MatrixMeasure, model: int) -> Measure:
    return lambda sums: measure(sums["confusion"][..., model, :, :])


def _difference(measure: MatrixMeasure, a: int, b: int) -> Measure:
    score_a, score_b = _of(measure, a), _of(measure, b)

    def difference(sums: Sums) -> FloatArray:
        return score_a(sums) - score_b(sums)

    return difference
