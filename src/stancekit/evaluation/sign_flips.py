"""Whether errors go with a slice: a test that does not take rows of one article for independent.

The statistic is Pearson's chi-square of errors by value. Under the hypothesis that no value has an
error rate of its own, what each group (article) adds to it is as likely to be there with the
opposite sign; so signs of whole groups are flipped at random, and the statistic is compared with
those flipped (Hemerik, Goeman and Finos, 2020, "Robust testing in generalized linear models by sign
flipping score contributions"; the wild bootstrap of scores of Kline and Santos, 2012). It does not
matter whether a value fills whole groups, as an outlet does, or parts of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from stancekit.evaluation.rows import FloatArray, IntArray
from stancekit.resampling import MIN_GROUPS

_CHUNK_CELLS = 4_000_000


def slice_p_value(
    wrong: FloatArray, values: IntArray, groups: IntArray, *, flips: int, seed: int
) -> tuple[float | None, str | None]:
    """Give the p-value, or ``None`` and why there is none.

    Parameters
    ----------
    wrong
        1 for each row that is wrong, else 0.
    values, groups
        Numbers of each row's value and group, from 0 without a gap.
    """
    n_groups, n_values = int(groups.max(initial=-1)) + 1, int(values.max(initial=-1)) + 1
    if n_values < 2:
        return None, "fewer than two values to compare"
    if n_groups < MIN_GROUPS:
        return None, f"too few groups ({n_groups})"
    if not 0 < wrong.mean() < 1:
        return None, "all rows are right, or all are wrong"
    found, flipped = _statistics(wrong, values, groups, flips=flips, seed=seed)
    # What ties with it counts; sums in another order differ in their last digits.
    reached = int((flipped >= found * (1 - 1e-9)).sum())
    return (1 + reached) / (1 + flips), None


def chi_square(wrong: FloatArray, values: IntArray) -> float:
    """Give Pearson's chi-square of errors by value."""
    rate = wrong.mean()
    excess = np.bincount(values, weights=wrong - rate)
    return float((excess**2 / np.bincount(values)).sum() / (rate * (1 - rate)))


def holm(p_values: Sequence[float | None]) -> list[float | None]:
    """Give p-values corrected for how many there are (Holm, 1979); ``None`` stays and counts not.

    Examples
    --------
    >>> holm([0.01, None, 0.04, 0.03])
    [0.03, None, 0.06, 0.06]
    """
    known = sorted((p, place) for place, p in enumerate(p_values) if p is not None)
    corrected: list[float | None] = [None] * len(p_values)
    highest = 0.0
    for rank, (p, place) in enumerate(known):
        highest = max(highest, min(1.0, p * (len(known) - rank)))
        corrected[place] = highest
    return corrected


def _statistics(
    wrong: FloatArray, values: IntArray, groups: IntArray, *, flips: int, seed: int
) -> tuple[float, FloatArray]:
    rate = wrong.mean()
    n = np.bincount(values).astype(np.float64)
    n_groups = int(groups.max()) + 1
    # A group adds its errors beyond the overall rate to each value, less the value's share of all
    # it has: the rate was estimated from the same rows (the effective score).
    excess = csr_array((wrong - rate, (groups, values)), shape=(n_groups, len(n)))
    own = np.bincount(groups, weights=wrong - rate)
    moved = np.zeros((flips, len(n)))
    start = 0
    for signs in _signs(n_groups, flips, seed):
        part = slice(start, start + signs.shape[1])
        moved += signs @ excess[part] - np.outer(signs @ own[part], n / n.sum())
        start = part.stop
    variance = rate * (1 - rate)
    return chi_square(wrong, values), np.asarray((moved**2 / n).sum(axis=1) / variance)


def _signs(n_groups: int, flips: int, seed: int) -> Iterator[FloatArray]:
    """Yield the signs of groups, some groups at a time to bound the memory."""
    step = max(1, _CHUNK_CELLS // max(1, flips))
    if n_groups <= step:
        yield _remembered_signs(n_groups, flips, seed).astype(np.float64)
        return
    generator = np.random.default_rng(seed)
    for start in range(0, n_groups, step):
        drawn = generator.integers(2, size=(flips, min(step, n_groups - start)))
        yield (2 * drawn - 1).astype(np.float64)


# Slices of one report share their seed, and most of them their number of groups.
@lru_cache(maxsize=8)
def _remembered_signs(n_groups: int, flips: int, seed: int) -> NDArray[np.int8]:
    drawn = np.random.default_rng(seed).integers(2, size=(flips, n_groups))
    return (2 * drawn - 1).astype(np.int8)
