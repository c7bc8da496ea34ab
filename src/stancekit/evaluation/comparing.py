"""Compare any number of models on the same rows, on all axes at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any

from numpy.typing import ArrayLike

from stancekit.evaluation.compared import AxisComparison, Comparison, PairComparison, Place
from stancekit.evaluation.comparison import measure_of
from stancekit.evaluation.contest import CompareOptions, Contest, hold_contest
from stancekit.evaluation.letters import letters
from stancekit.evaluation.multiplicity import holm
from stancekit.evaluation.rows import CodedRows, EvaluationError, code_rows

MIN_SWAPS = 2_000
SWAPS_PER_TEST = 100
"""No p-value is under 1 / swaps, and Holm multiplies the smallest by the number of tests."""


def compare_models(
    y_true: Mapping[str, Sequence[str | None]],
    y_proba: Mapping[str, Mapping[str, ArrayLike]],
    *,
    labels: Mapping[str, Sequence[str]],
    groups: Sequence[Any] | None = None,
    metric: str = "macro_f1",
    resamples: int = 2000,
    seed: int = 0,
    level: float = 0.95,
) -> Comparison:
    """Compare models on the rows that have a gold label, axis by axis.

    Every two models are compared by three means: the interval of their difference, from resamples
    of whole groups that all models share; the approximate randomisation test, which swaps whole
    groups and decides who is told apart; and McNemar's test, which takes rows for independent.
    P-values are corrected over all axes and pairs (Holm, 1979).

    Parameters
    ----------
    y_true
        Gold labels of each axis, null where a row has none.
    y_proba
        For each model, what its ``predict_proba`` gives: for each axis shape (n, labels).
    labels
        Of each axis that is compared, in codebook order.
    groups
        What the bootstrap draws and the test swaps, most often the article. ``None`` or a null:
        the row stands alone. Under 10 groups give no interval and no test.
    metric
        ``macro_f1``, ``accuracy``, ``weighted_f1`` or ``mcc``, as :func:`evaluate_axis` has them.
    resamples
        Of the bootstrap; 0 gives no intervals.

    Raises
    ------
    EvaluationError
        If there are fewer than two models, one lacks an axis, there is no such metric, or labels
        and probabilities cannot be scored.

    Examples
    --------
    >>> right, always_up = [[0.9, 0.1], [0.1, 0.9]] * 10, [[0.9, 0.1]] * 20
    >>> found = compare_models(
    ...     {"outlook": ["up", "down"] * 10},
    ...     {"dull": {"outlook": always_up}, "bright": {"outlook": right}},
    ...     labels={"outlook": ["up", "down"]}, metric="accuracy",
    ... )
    >>> [(place.model, place.letters) for place in found.axes["outlook"].leaderboard]
    [('bright', 'a'), ('dull', 'b')]
    """
    measure_of(metric)
    _check_models(y_proba, labels)
    options = CompareOptions(
        metric=metric,
        resamples=resamples,
        swaps=_enough_swaps(len(y_proba), len(labels), resamples),
        seed=seed,
        level=level,
    )
    contests = {
        axis: hold_contest(_coded(axis, y_true, y_proba, words, groups), words, options)
        for axis, words in labels.items()
    }
    pairs = _corrected([contest.pairs for contest in contests.values()], risk=1 - level)
    return Comparison(
        models=tuple(y_proba),
        metric=metric,
        axes={
            axis: _compared(axis, labels[axis], contest, tested)
            for (axis, contest), tested in zip(contests.items(), pairs, strict=True)
        },
        level=level,
        n_tests=sum(pair.p_value is not None for tested in pairs for pair in tested),
        resamples=resamples,
        swaps=options.swaps,
        seed=seed,
    )


def _check_models(
    y_proba: Mapping[str, Mapping[str, ArrayLike]], labels: Mapping[str, Sequence[str]]
) -> None:
    if len(y_proba) < 2:
        raise EvaluationError(f"found the models {list(y_proba)}, expected two or more to compare")
    for model, proba in y_proba.items():
        missing = [axis for axis in labels if axis not in proba]
        if missing:
            raise EvaluationError(
                f"model {model!r}: found no probabilities for the axes {missing}, expected those "
                f"of {list(labels)}. Compare only the axes that all models have"
            )


def _enough_swaps(n_models: int, n_axes: int, resamples: int) -> int:
    n_tests = n_axes * n_models * (n_models - 1) // 2
    return max(resamples, MIN_SWAPS, SWAPS_PER_TEST * n_tests)


def _coded(
    axis: str,
    y_true: Mapping[str, Sequence[str | None]],
    y_proba: Mapping[str, Mapping[str, ArrayLike]],
    labels: Sequence[str],
    groups: Sequence[Any] | None,
) -> dict[str, CodedRows]:
    return {
        model: code_rows(y_true[axis], proba[axis], axis=axis, labels=labels, groups=groups)
        for model, proba in y_proba.items()
    }


def _corrected(
    by_axis: Sequence[Sequence[PairComparison]], *, risk: float
) -> list[tuple[PairComparison, ...]]:
    """Correct the p-values over all axes and pairs, and say who is told apart."""
    swapping = iter(holm([pair.p_value for pairs in by_axis for pair in pairs]))
    by_row = iter(holm([pair.mcnemar.p_value for pairs in by_axis for pair in pairs]))
    return [
        tuple(_decided(pair, next(swapping), next(by_row), risk) for pair in pairs)
        for pairs in by_axis
    ]


def _decided(
    pair: PairComparison, p_holm: float | None, by_row: float | None, risk: float
) -> PairComparison:
    return replace(
        pair,
        p_holm=p_holm,
        mcnemar=replace(pair.mcnemar, p_holm=by_row),
        is_told_apart=p_holm is not None and p_holm <= risk,
    )


def _compared(
    axis: str, labels: Sequence[str], contest: Contest, pairs: tuple[PairComparison, ...]
) -> AxisComparison:
    rows = contest.rows
    return AxisComparison(
        axis=axis,
        labels=tuple(labels),
        n=len(rows.gold),
        n_groups=rows.n_groups,
        n_missing=rows.n_missing,
        leaderboard=_leaderboard(contest, pairs),
        pairs=pairs,
        differing=tuple(rows.places[contest.differing].tolist()),
        note=contest.note,
    )


def _leaderboard(contest: Contest, pairs: Sequence[PairComparison]) -> tuple[Place, ...]:
    ranks = list(combinations(range(len(contest.models)), 2))
    apart = [rank for rank, pair in zip(ranks, pairs, strict=True) if pair.is_told_apart]
    groups = letters(len(contest.models), apart)
    return tuple(
        Place(model=model, score=score, letters=group, is_told_from_best=(0, rank) in apart)
        for rank, (model, score, group) in enumerate(
            zip(contest.models, contest.scores, groups, strict=True)
        )
    )
