"""Which targets can have a model of their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np

from stancekit.models.arrays import IntArray
from stancekit.models.task import Task

_FEWEST_OF_A_LABEL: Final = 2


def rows_of_targets(
    targets: Sequence[str | None], task: Task, *, fewest: int
) -> dict[str, IntArray]:
    """Give the training rows of each target that has enough of them, the most frequent first.

    Parameters
    ----------
    fewest
        How many of a target's rows are to have a label, on each axis.
    """
    found: dict[str, list[int]] = defaultdict(list)
    for row, target in enumerate(targets):
        if target is not None:
            found[target].append(row)
    rows = {target: np.array(own, np.int64) for target, own in found.items()}
    known = [target for target, own in rows.items() if _can_be_learned(task, own, fewest)]
    return {target: rows[target] for target in sorted(known, key=lambda t: (-len(rows[t]), t))}


def _can_be_learned(task: Task, rows: IntArray, fewest: int) -> bool:
    for shares in task.targets.values():
        own = shares[rows]
        labelled = own[~np.isnan(own[:, 0])]
        of_each = (labelled > 0).sum(axis=0)
        if len(labelled) < fewest or (of_each >= _FEWEST_OF_A_LABEL).sum() < 2:
            return False
    return True
