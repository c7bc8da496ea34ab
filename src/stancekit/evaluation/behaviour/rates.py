"""A pass rate with its interval, and whether it clears the bar.

Cases made from one sentence or one article resemble each other, so that an interval for so many
independent cases would promise too much. The interval is Wilson's at the *effective* number of
cases (Korn and Graubard, 1998, "Confidence intervals for proportions with small expected number of
positive counts estimated from survey data"; Franco et al., 2019, compare such intervals): the
cases over the design effect that the clusters show. A bootstrap over clusters, which the scores of
this package have, is of no use here: where nearly all cases pass, most resamples hold the same few
failures or none, and where all pass its interval has no width.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from typing import Literal

import numpy as np
from scipy.special import ndtri, stdtrit

from stancekit.evaluation.behaviour.results import Outcome
from stancekit.resampling import MIN_GROUPS, FloatArray, Score, resample_sums

Direction = Literal["at least", "at most", "above"]


def pass_rate(
    passed: Sequence[bool], clusters: Sequence[Hashable], *, level: float = 0.95
) -> Score:
    """Give the share of cases that pass, with Wilson's interval at their effective number.

    Where all cases pass, or none, how alike the cases of a cluster are cannot be seen, and each
    cluster counts as one case; so it is with under 10 clusters. Where few clusters hold a failure,
    the design effect is drawn towards this greatest one, so that a single failure does not make
    the interval much narrower than none does.

    Examples
    --------
    >>> pass_rate([True] * 8 + [False, True], range(10)).in_words(2)
    '0.90 (0.60 to 0.98)'
    >>> pass_rate([True] * 40, [i // 4 for i in range(40)]).in_words(2)
    '1.00 (0.72 to 1.00)'
    """
    n = len(passed)
    if n == 0:
        return Score(None, note="no case counts for it")
    sizes, sums = _by_cluster(passed, clusters)
    share = float(sums.sum() / n)
    effective = _effective_n(sizes, sums, share)
    low, high = _wilson(share, effective, level)
    return Score(share, min(low, share), max(high, share))


def clusters_needed(bar: float, *, level: float = 0.95) -> int:
    """Give how many clusters without a failure show that a rate is at least `bar`.

    Examples
    --------
    >>> clusters_needed(0.9), clusters_needed(0.99)
    (35, 381)
    """
    z2 = float(ndtri(0.5 + level / 2)) ** 2
    return math.ceil(z2 * bar / (1 - bar))


def mean_score(values: Sequence[float], clusters: Sequence[Hashable], *, seed: int) -> Score:
    """Give the mean of values with the percentile interval of a bootstrap over clusters."""
    numbers = np.unique([str(one) for one in clusters], return_inverse=True)[1]
    rows = {"sum": np.asarray(values, dtype=np.float64), "n": np.ones(len(values))}
    sums = resample_sums(rows, numbers, resamples=2000, seed=seed)
    return sums.score(lambda drawn: drawn["sum"] / drawn["n"])


def outcome_of(score: Score, bar: float | None, direction: Direction) -> Outcome:
    """Say whether a score clears a bar, by its interval.

    A rate *passes* where the whole interval clears the bar, *fails* where none of it does, and
    *cannot be told* otherwise. A bar of 1 (or "at most 0") is a claim about every case: one failure
    refutes it, and it passes where there is none. ``above`` asks for more than the bar.

    Examples
    --------
    >>> outcome_of(Score(0.97, 0.93, 0.99), 0.9, "at least")
    'passes'
    >>> outcome_of(Score(0.97, 0.93, 0.99), 0.98, "at least")
    'cannot be told'
    >>> outcome_of(Score(0.97, 0.93, 0.99), 1.0, "at least")
    'fails'
    """
    if bar is None:
        return "reported"
    if score.value is None:
        return "cannot be told"
    if direction == "at least" and bar == 1.0:
        return "passes" if score.value == 1.0 else "fails"
    if score.low is None or score.high is None:
        return "cannot be told"
    if direction == "at most":
        clears, misses = score.high <= bar, score.low > bar
    elif direction == "above":
        clears, misses = score.low > bar, score.high <= bar
    else:
        clears, misses = score.low >= bar, score.high < bar
    return "passes" if clears else "fails" if misses else "cannot be told"


def _by_cluster(
    passed: Sequence[bool], clusters: Sequence[Hashable]
) -> tuple[FloatArray, FloatArray]:
    numbers: dict[Hashable, int] = {}
    codes = [numbers.setdefault(one, len(numbers)) for one in clusters]
    sizes = np.bincount(codes).astype(np.float64)
    sums = np.bincount(codes, weights=np.asarray(passed, dtype=np.float64))
    return sizes, sums.astype(np.float64)


def _effective_n(sizes: FloatArray, sums: FloatArray, share: float) -> float:
    n, n_clusters = float(sizes.sum()), len(sizes)
    greatest = float((sizes**2).sum()) / n
    telling = min(int((sums < sizes).sum()), int((sums > 0).sum()))
    if telling == 0 or n_clusters < MIN_GROUPS:
        return n / greatest
    # The linearised variance of a ratio, clusters as the units that vary.
    residuals = sums - share * sizes
    variance = n_clusters / (n_clusters - 1) * float((residuals**2).sum()) / n**2
    estimated = variance / (share * (1 - share) / (n - 1))
    # The variance is itself estimated, from so many clusters (Korn and Graubard's correction).
    estimated *= float(stdtrit(n_clusters - 1, 0.975) / stdtrit(n - 1, 0.975)) ** 2
    # What few failures show of how they cluster is little: the greatest effect weighs as one more.
    weight = telling / (telling + 1)
    return n / (weight * max(1.0, estimated) + (1 - weight) * greatest)


def _wilson(share: float, n: float, level: float) -> tuple[float, float]:
    z = float(ndtri(0.5 + level / 2))
    middle = (share + z**2 / (2 * n)) / (1 + z**2 / n)
    half = z / (1 + z**2 / n) * math.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    return max(0.0, middle - half), min(1.0, middle + half)
