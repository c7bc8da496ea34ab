"""Whole groups to sides, so that every side gets its share of every label.

Iterative stratification (Sechidis, Tsoumakas and Vlahavas 2011, "On the stratification of
multi-label data"), carried from rows to groups: the rarest labels are dealt out first, and each
group goes where it is most needed. scikit-learn's ``StratifiedGroupKFold`` knows one label a row,
and its ``shuffle=True`` did not stratify until pull request 32540 of that project.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


def place_groups(
    groups: Ints, labels: Sequence[Sequence[str | None]], shares: Sequence[float], *, seed: int
) -> Ints:
    """Give each row the number of its side.

    Parameters
    ----------
    groups
        The number of each row's group, from 0.
    labels
        The labels of each axis, row by row; ``None`` counts for nothing.
    shares
        The part of all rows that each side is to hold; they sum to 1.
    seed
        Orders groups of like size and rarity.
    """
    counts = _count_labels(groups, labels)
    rarest = _rarest_label(counts)
    order = _order(counts, rarest, np.random.default_rng(seed))
    sides = _deal(counts, order, np.asarray(shares, dtype=np.float64))
    placed: Ints = sides[groups]
    return placed


def _count_labels(groups: Ints, labels: Sequence[Sequence[str | None]]) -> npt.NDArray[np.float64]:
    """Count, for each group, its rows (first column) and its rows of each label of each axis."""
    n_groups = int(groups.max()) + 1
    columns = [np.bincount(groups, minlength=n_groups)]
    for axis in labels:
        words = np.array([word or "" for word in axis], dtype=object)
        known = sorted({word for word in axis if word is not None})
        columns += [np.bincount(groups[words == word], minlength=n_groups) for word in known]
    return np.column_stack(columns).astype(np.float64)


def _rarest_label(counts: npt.NDArray[np.float64]) -> Ints:
    """Give each group the column of its rarest label, 0 if it has none."""
    totals = counts.sum(axis=0)
    totals[0] = np.inf
    held = np.where(counts > 0, totals, np.inf)
    rarest: Ints = np.argmin(held, axis=1)
    return rarest


def _order(counts: npt.NDArray[np.float64], rarest: Ints, generator: np.random.Generator) -> Ints:
    """Put groups with rare labels first, larger ones before smaller, the rest by chance.

    Sizes count by doublings only: were each size a rank of its own, the seed would change nothing.
    """
    rarity = np.where(rarest == 0, np.inf, counts.sum(axis=0)[rarest])
    size = np.floor(np.log2(counts[:, 0]))
    order: Ints = np.lexsort((generator.permutation(len(counts)), -size, rarest, rarity))
    return order


def _deal(counts: npt.NDArray[np.float64], order: Ints, shares: npt.NDArray[np.float64]) -> Ints:
    """Place each group where it brings rows and labels closest to what each side is to hold."""
    totals = counts.sum(axis=0)
    wanted = shares[:, None] * totals
    held = np.zeros_like(wanted)
    remaining = (counts > 0).sum(axis=0)
    sides = np.zeros(len(counts), dtype=np.int64)
    for group in order.tolist():
        own = counts[group]
        present = own > 0
        # The growth of sum((held - wanted)^2 / wanted) over the columns that the group touches.
        growth = own * (2 * (held - wanted) + own) / wanted
        cost = growth[:, present].sum(axis=1)
        lacking = (held[:, present] == 0).sum(axis=0)
        # The last groups with a label go to the sides that still have none of it.
        last = (lacking > 0) & (remaining[present] <= lacking)
        if last.any():
            needs = (held[:, present][:, last] == 0).any(axis=1)
            cost = np.where(needs, cost, np.inf)
        side = int(np.argmin(cost))
        sides[group] = side
        held[side] += own
        remaining -= present
    return sides
