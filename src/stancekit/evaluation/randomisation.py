"""Whether two models differ by more than chance: what one says of a group is swapped for the other.

Under no difference it is chance which of the two models gave which answers to an article, so that
swapping them changes nothing (approximate randomisation: Noreen, 1989; Yeh, 2000). Whole groups are
swapped, since the rows of one group are alike. Scores are functions of sums over rows; a swap is
therefore a product of zeros and ones with the sums of the groups.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from stancekit.evaluation.comparison import MatrixMeasure
from stancekit.evaluation.rows import FloatArray

Pair = tuple[int, int]

_CHUNK_CELLS = 2_000_000
_ROUNDING = 1e-12


def randomisation_p_values(
    by_group: FloatArray, pairs: Sequence[Pair], measure: MatrixMeasure, *, swaps: int, seed: int
) -> list[float]:
    """Give each pair's two-sided p-value.

    One is added to the swaps that part the models as far as they are, and to all swaps, so that
    no p-value is 0 and the test keeps its level (Phipson and Smyth, 2010). All pairs see the same
    swaps.

    Parameters
    ----------
    by_group
        Confusion matrices, shape (groups, models, labels, labels).
    pairs
        Numbers of the two models.
    swaps
        How often groups are swapped at random, each with probability one half.
    """
    total = by_group.sum(axis=0)
    observed = [_gap(measure, total[a], total[b]) for a, b in pairs]
    reached = np.zeros(len(pairs), dtype=np.int64)
    flat = by_group.reshape(len(by_group), -1)
    generator = np.random.default_rng(seed)
    chunk = max(1, _CHUNK_CELLS // max(len(by_group), flat.shape[1], 1))
    for start in range(0, swaps, chunk):
        size = min(chunk, swaps - start)
        swapped = generator.integers(2, size=(size, len(by_group)), dtype=np.int8)
        moved = (swapped.astype(np.float64) @ flat).reshape(size, *total.shape)
        for number, (a, b) in enumerate(pairs):
            change = moved[:, b] - moved[:, a]
            gaps = _gap(measure, total[a] + change, total[b] - change)
            reached[number] += int((gaps >= observed[number] - _ROUNDING).sum())
    return [float(count + 1) / (swaps + 1) for count in reached]


def _gap(measure: MatrixMeasure, a: FloatArray, b: FloatArray) -> FloatArray:
    return np.abs(measure(a) - measure(b))
