"""Gold labels and probabilities, checked at the door and turned into numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from stancekit.errors import StancekitError, nearest

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

_SUM_TOLERANCE = 1e-3  # the rows of a float16 softmax add up to 1 within this


class EvaluationError(StancekitError, ValueError):
    """Gold labels, probabilities or groups that cannot be scored."""


@dataclass(frozen=True)
class CodedRows:
    """The rows with a gold label, as numbers.

    Parameters
    ----------
    gold
        Index of each row's gold label.
    proba
        Shape (n, labels).
    groups
        Number of each row's group, counted from 0.
    abstained
        ``None`` where abstentions were not given.
    places
        Where each row stands among the rows that were given.
    n_missing
        Rows left out since they have no gold label.
    """

    gold: IntArray
    proba: FloatArray
    groups: IntArray
    abstained: NDArray[np.bool_] | None
    places: IntArray
    n_missing: int

    @property
    def predicted(self) -> IntArray:
        """Index of each row's most probable label; of equals, the first in codebook order."""
        return np.asarray(self.proba.argmax(axis=1), dtype=np.int64)

    @property
    def top_probability(self) -> FloatArray:
        """Probability of each row's most probable label."""
        return np.asarray(self.proba.max(axis=1, initial=0.0), dtype=np.float64)

    @property
    def n_groups(self) -> int:
        """How many groups the rows form."""
        return int(self.groups.max(initial=-1)) + 1


def code_rows(
    y_true: Sequence[str | None],
    y_proba: ArrayLike,
    *,
    axis: str,
    labels: Sequence[str],
    groups: Sequence[Any] | None = None,
    abstained: Sequence[bool] | None = None,
) -> CodedRows:
    """Give the rows that have a gold label as numbers.

    A row whose group is null is a group of its own; so is every row where `groups` is ``None``.

    Raises
    ------
    EvaluationError
        If lengths differ, a gold label is not one of `labels`, or a row of `y_proba` is not a
        probability distribution.
    """
    gold = code_labels(y_true, labels, where=f"axis {axis!r}, gold labels")
    proba = check_proba(y_proba, n=len(gold), labels=labels, where=f"axis {axis!r}")
    group_values = _column(
        range(len(gold)) if groups is None else groups, n=len(gold), where=f"axis {axis!r}, groups"
    )
    mask = None
    if abstained is not None:
        mask = _column(abstained, n=len(gold), where=f"axis {axis!r}, abstained").astype(bool)
    kept = gold >= 0
    return CodedRows(
        gold=gold[kept],
        proba=proba[kept],
        groups=_number_groups(group_values[kept]),
        abstained=None if mask is None else mask[kept],
        places=np.flatnonzero(kept),
        n_missing=int((~kept).sum()),
    )


def code_labels(y: Sequence[str | None], labels: Sequence[str], *, where: str) -> IntArray:
    """Give each label's index in `labels`, -1 where the label is null.

    Raises
    ------
    EvaluationError
        If a label is not one of `labels`.
    """
    values = pd.Index(list(y), dtype=object)
    codes = pd.Index(list(labels), dtype=object).get_indexer(values)
    unknown = np.flatnonzero((codes < 0) & values.notna())
    if len(unknown):
        first = values[unknown[0]]
        raise EvaluationError(
            f"{where}: {len(unknown)} of {len(values)} rows hold a label that the axis does not "
            f"have, the first in row {unknown[0]}: found {first!r}; "
            f"{nearest(str(first), labels)}. Map the label, or use null for an unlabelled row."
        )
    return np.asarray(codes, dtype=np.int64)


def check_proba(y_proba: ArrayLike, *, n: int, labels: Sequence[str], where: str) -> FloatArray:
    """Give the probabilities as an array of shape (n, labels), or raise.

    Raises
    ------
    EvaluationError
        If the shape is another one, or a row holds a negative number, a NaN, or does not add up
        to 1.
    """
    proba = np.asarray(y_proba, dtype=np.float64)
    if proba.shape != (n, len(labels)):
        raise EvaluationError(
            f"{where}: found probabilities of shape {proba.shape}, expected ({n}, {len(labels)}): "
            f"one row for each gold label, one column for each of {list(labels)}"
        )
    sums_to_one = np.abs(proba.sum(axis=1) - 1.0) <= _SUM_TOLERANCE
    wrong = np.flatnonzero(~(sums_to_one & (proba >= 0.0).all(axis=1)))
    if len(wrong):
        raise EvaluationError(
            f"{where}: {len(wrong)} of {n} rows are no probabilities, the first is row "
            f"{wrong[0]}: found {proba[wrong[0]].tolist()}, expected numbers from 0 to 1 that add "
            "up to 1. Pass what predict_proba gives, not scores or logits."
        )
    return proba


def _column(values: Sequence[Any], *, n: int, where: str) -> Any:
    column = pd.Series(list(values), dtype=object)
    if len(column) != n:
        raise EvaluationError(
            f"{where}: found {len(column)} values, expected {n}, one for each row"
        )
    return column.to_numpy()


def _number_groups(values: NDArray[Any]) -> IntArray:
    codes = np.asarray(pd.factorize(values)[0], dtype=np.int64)
    alone = codes < 0
    codes[alone] = codes.max(initial=-1) + 1 + np.arange(alone.sum())
    return codes
