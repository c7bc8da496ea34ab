"""Divides rows into folds that keep groups whole."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold

from stancekit.models.arrays import IntArray


def make_folds(
    codes: IntArray, groups: Sequence[Any] | None, n_folds: int, seed: int
) -> list[tuple[IntArray, IntArray]]:
    """Divide rows into stratified folds that keep groups whole; fewer folds where groups are few.

    Without `groups` each row stands alone. Without two groups, or two rows of one label, there is
    nothing to divide: no fold is given.
    """
    n_groups = len(codes) if groups is None else len(set(groups))
    n_folds = min(n_folds, n_groups, int(np.bincount(codes).max()))
    if n_folds < 2:
        return []
    alone = n_groups == len(codes)
    splitter: Any = StratifiedKFold if alone else StratifiedGroupKFold
    folds = splitter(n_folds, shuffle=True, random_state=seed)
    with warnings.catch_warnings():
        # Of a label with fewer rows than folds, which some folds then lack: no reason to have none.
        warnings.filterwarnings("ignore", message="The least populated class", category=UserWarning)
        return list(folds.split(codes, codes, groups=None if alone else np.asarray(groups)))
