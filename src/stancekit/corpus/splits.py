"""Train and test rows that share no article, no story and no near-duplicate."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt
import pandas as pd

from stancekit.corpus.corpus import Corpus
from stancekit.corpus.dates import latest_groups
from stancekit.corpus.placement import place_groups
from stancekit.corpus.rows import is_missing
from stancekit.corpus.split_rows import SplitRows, to_split_rows
from stancekit.errors import CorpusError, nearest

Ints = npt.NDArray[np.int64]
SplitKind = Literal["group", "time", "random"]
_KINDS = ("group", "time", "random")
SIDES = ("train", "validation", "test")
"""The sides that a published split may name."""

_OPTIMISTIC = (
    "a random split puts rows of one article, and near-duplicates, on both sides: scores on it are "
    "optimistic and say nothing of articles that the model never saw; use by='group'"
)
_OWN_GROUPS = (
    "each row is a group of its own (no group column, or all its values differ): rows of one "
    "article may stand on both sides"
)


@dataclass(frozen=True, eq=False)
class Split:
    """The rows of each side.

    Parameters
    ----------
    train, test
        Row numbers, ascending.
    by
        How the rows were divided.
    n_groups
        Groups that were kept whole, after those that share a near-duplicate were joined.
    fingerprint
        SHA-256 of every row's id and side, in row order.
    warnings
        What limits the use of this split.
    """

    train: Ints
    test: Ints
    by: SplitKind
    n_groups: int
    fingerprint: str
    warnings: tuple[str, ...] = ()

    @property
    def warning(self) -> str | None:
        """The warnings as one text, ``None`` if there are none."""
        return "; ".join(self.warnings) or None


def split_corpus(
    corpus: Corpus | pd.DataFrame,
    *,
    by: SplitKind = "group",
    test_size: float = 0.2,
    seed: int,
    axes: Sequence[str] | None = None,
    group_column: str | None = None,
) -> Split:
    """Divide rows into train and test.

    ``group`` keeps groups whole, and joins first those that share a near-duplicate or a
    ``cluster_id``; every side gets its share of every label (iterative stratification, Sechidis
    et al. 2011). ``time`` gives the latest dates to the test side, with the same groups whole: no
    date stands on both sides, and no training row is later than a test group's latest row.
    ``random`` divides single rows, and says that this is optimistic.

    Parameters
    ----------
    test_size
        The part of the rows to test on, between 0 and 1. Whole groups and whole dates seldom add
        up to it exactly.
    axes
        Whose labels are spread over both sides; by default all of a corpus, none of a DataFrame.
    group_column
        The column that groups the rows; by default the corpus', or in a DataFrame ``article_id``,
        else ``cluster_id``.

    Raises
    ------
    CorpusError
        If there is only one group, a side would be empty, or ``time`` finds rows without a date.
    """
    if by not in _KINDS:
        raise CorpusError(f"split by {by!r}, expected one of {', '.join(_KINDS)}")
    if not 0 < test_size < 1:
        raise CorpusError(f"test_size={test_size!r}, expected a number between 0 and 1")
    rows = to_split_rows(corpus, axes=axes, group_column=group_column)
    groups = np.arange(len(rows)) if by == "random" else rows.joined_groups(seed=seed)
    _require_groups(groups, by)
    if by == "time":
        is_test = latest_groups(rows.dates(), groups, rows.ids, test_size=test_size)
    else:
        shares = (1 - test_size, test_size)
        is_test = place_groups(groups, list(rows.labels.values()), shares, seed=seed) == 1
    _require_both_sides(is_test, groups, test_size)
    return Split(
        train=np.flatnonzero(~is_test),
        test=np.flatnonzero(is_test),
        by=by,
        n_groups=int(groups.max()) + 1,
        fingerprint=_fingerprint(rows.ids, is_test),
        warnings=tuple(_warnings(rows, is_test, by, test_size)),
    )


def split_by_column(corpus: Corpus, column: str = "split") -> dict[str, Corpus]:
    """Give the rows of each side that a column names, as a published corpus fixes them.

    Returns
    -------
    ``train``, ``validation`` where any row names it, and ``test``.

    Raises
    ------
    CorpusError
        If the column is missing, a row names no side or another one, or ``train`` or ``test`` has
        no row.
    """
    if column not in corpus.passages.column_names:
        raise CorpusError(
            f"{corpus.source}: found no column {column!r} to split by; "
            f"{nearest(column, corpus.passages.column_names)}"
        )
    values = ["" if is_missing(side) else str(side) for side in corpus.passages[column][:]]
    unknown = sorted(set(values) - set(SIDES))
    if unknown:
        row = next(row for row, side in enumerate(values) if side == unknown[0])
        raise CorpusError(
            f"{corpus.source}, column {column!r}, row {corpus.ids[row]}: found {unknown[0]!r}, "
            f"expected one of {', '.join(SIDES)} in every row"
        )
    rows = {side: [row for row, own in enumerate(values) if own == side] for side in SIDES}
    for side in ("train", "test"):
        if not rows[side]:
            raise CorpusError(
                f"{corpus.source}, column {column!r}: no row names {side!r}; "
                "expected rows to train and rows to test on"
            )
    return {side: corpus.select(own) for side, own in rows.items() if own}


def group_folds(
    corpus: Corpus | pd.DataFrame,
    *,
    n_splits: int,
    seed: int,
    axes: Sequence[str] | None = None,
    group_column: str | None = None,
) -> list[tuple[Ints, Ints]]:
    """Give the train and validation rows of each fold of a grouped, stratified cross-validation.

    Every row is validated once. Groups are joined and kept whole as in :func:`split_corpus`.

    Raises
    ------
    CorpusError
        If there are fewer groups than folds.
    """
    if n_splits < 2:
        raise CorpusError(f"n_splits={n_splits!r}, expected 2 or more")
    rows = to_split_rows(corpus, axes=axes, group_column=group_column)
    groups = rows.joined_groups(seed=seed)
    n_groups = int(groups.max()) + 1
    if n_groups < n_splits:
        raise CorpusError(
            f"found {n_groups} groups for {n_splits} folds, expected a group a fold at least; "
            "ask for fewer folds, or label more articles"
        )
    shares = [1 / n_splits] * n_splits
    fold = place_groups(groups, list(rows.labels.values()), shares, seed=seed)
    return [
        (np.flatnonzero(fold != side), np.flatnonzero(fold == side)) for side in range(n_splits)
    ]


def _require_groups(groups: Ints, by: SplitKind) -> None:
    if groups.max() > 0:
        return
    what = "row" if by == "random" else "group"
    raise CorpusError(
        f"found a single {what} ({len(groups)} rows; groups that share a near-duplicate count as "
        f"one), expected two or more {what}s to split; label further articles, or give a test file"
    )


def _require_both_sides(is_test: npt.NDArray[np.bool_], groups: Ints, test_size: float) -> None:
    n_test = int(is_test.sum())
    if 0 < n_test < len(is_test):
        return
    empty = "train" if n_test else "test"
    raise CorpusError(
        f"test_size={test_size!r} leaves the {empty} side without a row: there are {len(is_test)} "
        f"rows in {int(groups.max()) + 1} groups, the largest of {int(np.bincount(groups).max())} "
        "rows. Choose another test_size, or label further articles"
    )


def _fingerprint(ids: Sequence[str], is_test: npt.NDArray[np.bool_]) -> str:
    sides = ("test" if flag else "train" for flag in is_test.tolist())
    content = json.dumps(list(zip(ids, sides, strict=True)))
    return hashlib.sha256(content.encode("ascii")).hexdigest()


def _warnings(
    rows: SplitRows, is_test: npt.NDArray[np.bool_], by: SplitKind, test_size: float
) -> list[str]:
    warnings = [_OPTIMISTIC] if by == "random" else []
    if by != "random" and len(set(rows.groups)) == len(rows):
        warnings.append(_OWN_GROUPS)
    share = float(is_test.mean())
    if abs(share - test_size) > test_size / 4:
        warnings.append(
            f"the test side holds {share:.0%} of the rows where {test_size:.0%} was asked for, "
            "since groups and dates stay whole"
        )
    for axis, labels in rows.labels.items():
        sides: dict[str, set[str]] = {}
        for label, flag in zip(labels, is_test.tolist(), strict=True):
            if label is not None:
                sides.setdefault(label, set()).add("test" if flag else "train")
        warnings += [
            f"axis {axis!r}: the label {label!r} stands on the {next(iter(found))} side only"
            for label, found in sorted(sides.items())
            if len(found) == 1
        ]
    return warnings
