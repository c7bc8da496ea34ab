"""Cross-validation by what has to be new in the rows to score: articles, experts, outlets, time.

Whatever the scheme, no article, story or near-duplicate stands on both sides of a fold, except in
``random``: training rows that share one with the rows to score are left out of the fold.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from stancekit.corpus.dates import group_days
from stancekit.corpus.placement import place_groups
from stancekit.corpus.split_rows import SplitRows, to_split_rows
from stancekit.errors import CorpusError

Ints = npt.NDArray[np.int64]
Folds = list[tuple[Ints, Ints]]
Scheme = Literal["group", "expert", "outlet", "time", "random"]

COLUMNS: dict[Scheme, str] = {"expert": "speaker", "outlet": "outlet", "time": "date"}
"""What each scheme needs to know of a row."""


def scheme_folds(
    frame: pd.DataFrame,
    scheme: Scheme,
    *,
    groups: Sequence[str],
    axes: Sequence[str],
    seed: int,
    n_splits: int = 5,
) -> Folds:
    """Give the rows to fit and the rows to score of each fold.

    ``group`` leaves out whole groups. ``expert`` and ``outlet`` leave out all rows of some speakers
    or outlets: one a fold where there are at most `n_splits`, else as many folds of several whole
    ones. ``time`` cuts the rows into `n_splits` stretches of time and scores each but the first by
    what came before it. ``random`` leaves out single rows, which is optimistic.

    A row without a speaker or outlet is fitted on and never scored, one without a date neither.

    Parameters
    ----------
    frame
        With ``text``, a column an axis, and the column that the scheme needs.
    groups
        Of each row.

    Raises
    ------
    CorpusError
        If the column is missing, or holds too few values for two folds.
    """
    rows = to_split_rows(frame.assign(**{_GROUP: list(groups)}), axes=axes, group_column=_GROUP)
    joined = rows.joined_groups(seed=seed)
    if scheme == "time":
        return _forward(rows, joined, n_splits)
    if scheme == "random":
        return _whole(np.arange(len(rows)), rows, np.arange(len(rows)), n_splits, seed)
    if scheme == "group":
        return _whole(joined, rows, joined, n_splits, seed)
    return _whole(_values(rows, COLUMNS[scheme]), rows, joined, n_splits, seed)


_GROUP = "group to keep whole"


def _values(rows: SplitRows, column: str) -> Ints:
    """Give each row the number of its value in a column, -1 where it has none."""
    if column not in rows.columns:
        raise CorpusError(f"found no column {column!r} to leave whole values of out")
    values = rows.columns[column].replace("", None)
    return np.asarray(pd.factorize(values.astype(object))[0], dtype=np.int64)


def _whole(units: Ints, rows: SplitRows, joined: Ints, n_splits: int, seed: int) -> Folds:
    """Leave whole units out, and from the rows to fit what is joined with them."""
    n_units = int(units.max(initial=-1)) + 1
    n_folds = min(n_splits, n_units)
    if n_folds < 2:
        raise CorpusError(f"found {n_units} to leave out in turn, expected two or more")
    known = np.flatnonzero(units >= 0)
    labels = [[axis[row] for row in known.tolist()] for axis in rows.labels.values()]
    fold = np.full(len(units), -1, dtype=np.int64)
    fold[known] = place_groups(units[known], labels, [1 / n_folds] * n_folds, seed=seed)
    folds = [_purged(fold != side, fold == side, joined) for side in range(n_folds)]
    return _require_rows(folds)


def _forward(rows: SplitRows, joined: Ints, n_splits: int) -> Folds:
    days = group_days(rows.dates(), joined)
    known = ~np.isnat(days)
    distinct, own, counts = np.unique(days[known], return_inverse=True, return_counts=True)
    if len(distinct) < 2:
        raise CorpusError(f"found {len(distinct)} dates to cut at, expected two or more")
    # A day's stretch is that of the middle of its rows.
    middle = np.cumsum(counts) - counts / 2
    stretch = np.minimum((middle * n_splits / counts.sum()).astype(np.int64), n_splits - 1)
    stretch = np.unique(stretch, return_inverse=True)[1]
    fold = np.full(len(days), n_splits, dtype=np.int64)  # without a date: after all, never scored
    fold[known] = stretch[own]
    folds = [
        (np.flatnonzero(fold < side), np.flatnonzero(fold == side))
        for side in range(1, int(stretch[-1]) + 1)
    ]
    return _require_rows(folds)


def _purged(
    fit: npt.NDArray[np.bool_], score: npt.NDArray[np.bool_], joined: Ints
) -> tuple[Ints, Ints]:
    shared = np.isin(joined, joined[score])
    return np.flatnonzero(fit & ~shared), np.flatnonzero(score)


def _require_rows(folds: Folds) -> Folds:
    kept = [(fit, score) for fit, score in folds if len(fit) and len(score)]
    if len(kept) < len(folds):
        raise CorpusError(
            f"{len(folds) - len(kept)} of {len(folds)} folds have no row to fit, since all others "
            "share an article or a near-duplicate with the rows to score"
        )
    return folds
