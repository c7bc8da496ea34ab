"""How a model does on parts of the rows, and where its errors go with what the rows are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from stancekit.evaluation import confusion
from stancekit.evaluation.rows import CodedRows, IntArray, code_rows
from stancekit.evaluation.sign_flips import holm, slice_p_value
from stancekit.evaluation.slicing import SliceColumn, to_columns
from stancekit.resampling import Score, resample_sums

MIN_ROWS = 10
"""A value with fewer rows is pooled with others like it."""
OTHER = "other"
_LEVEL = 0.05


@dataclass(frozen=True, slots=True)
class SliceValue:
    """The rows that have one value, or, where `is_pooled`, any of the values with under 10 rows."""

    value: str
    n: int
    n_groups: int
    accuracy: Score
    macro_f1: Score
    is_pooled: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Give the counts and the two scores."""
        return {
            "value": self.value,
            "n": self.n,
            "n_groups": self.n_groups,
            "accuracy": self.accuracy.to_dict(),
            "macro_f1": self.macro_f1.to_dict(),
            "is_pooled": self.is_pooled,
        }


@dataclass(frozen=True, kw_only=True)
class Slice:
    """One axis' rows, cut by one column.

    Parameters
    ----------
    name
        Of the column.
    values
        In their own order, or the commonest first; the pooled ones last.
    n_missing
        Rows with a gold label and no value; they are in none of the values.
    n_pooled
        How many values had under 10 rows.
    p_value
        Of :func:`~stancekit.evaluation.sign_flips.slice_p_value`: whether errors go with the
        values; ``None`` where it cannot be told, and `note` says why.
    adjusted_p
        Corrected over all slices and axes that were looked at together (Holm).
    """

    axis: str
    name: str
    values: tuple[SliceValue, ...]
    n_missing: int
    n_pooled: int
    p_value: float | None
    adjusted_p: float | None = None
    note: str | None = None

    @property
    def is_flagged(self) -> bool:
        """Whether errors go with the values beyond chance, after correction for many looks."""
        return self.adjusted_p is not None and self.adjusted_p < _LEVEL

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON."""
        return {
            "axis": self.axis,
            "name": self.name,
            "values": [value.to_dict() for value in self.values],
            "n_missing": self.n_missing,
            "n_pooled": self.n_pooled,
            "p_value": self.p_value,
            "adjusted_p": self.adjusted_p,
            "is_flagged": self.is_flagged,
            "note": self.note,
        }


def evaluate_slices(
    y_true: Mapping[str, Sequence[str | None]],
    y_proba: Mapping[str, ArrayLike],
    columns: Mapping[str, Sequence[Any] | SliceColumn],
    *,
    labels: Mapping[str, Sequence[str]],
    groups: Sequence[Any] | None = None,
    resamples: int = 2000,
    flips: int = 2000,
    seed: int = 0,
) -> tuple[Slice, ...]:
    """Score each value of each column, on each axis, and test whether errors go with the values.

    Parameters
    ----------
    y_true, y_proba, labels
        By axis, as :func:`~stancekit.evaluation.evaluate_axis` takes them.
    columns
        By name, a value a row; null = not known. What
        :func:`~stancekit.evaluation.slicing.slice_columns` gives.
    flips
        Of the test; 0 makes none. With 2,000 the least p-value is 1 in 2,001.

    Examples
    --------
    >>> gold, right = ["up", "down"] * 40, [[0.9, 0.1], [0.1, 0.9]] * 40
    >>> wrong = [[0.1, 0.9], [0.9, 0.1]] * 40
    >>> found = evaluate_slices(
    ...     {"outlook": gold},
    ...     {"outlook": right[:40] + wrong[:40]},
    ...     {"outlet": ["Herald"] * 40 + ["Post"] * 40},
    ...     labels={"outlook": ["up", "down"]},
    ... )
    >>> [(one.value, one.accuracy.value) for one in found[0].values], found[0].is_flagged
    ([('Herald', 1.0), ('Post', 0.0)], True)
    """
    known = to_columns(columns)
    found = []
    for axis, gold in y_true.items():
        rows = code_rows(gold, y_proba[axis], axis=axis, labels=labels[axis], groups=groups)
        found += [
            _slice(axis, name, column, rows, resamples=resamples, flips=flips, seed=seed)
            for name, column in known.items()
        ]
    adjusted = holm([one.p_value for one in found])
    return tuple(replace(one, adjusted_p=p) for one, p in zip(found, adjusted, strict=True))


def _slice(
    axis: str,
    name: str,
    column: SliceColumn,
    rows: CodedRows,
    *,
    resamples: int,
    flips: int,
    seed: int,
) -> Slice:
    own = [column.values[place] for place in rows.places.tolist()]
    counts = Counter(value for value in own if value is not None)
    kept = [value for value in _ordered(counts, column.order) if counts[value] >= MIN_ROWS]
    n_pooled = len(counts) - len(kept)
    places = {value: place for place, value in enumerate(kept)}
    codes = np.array([-1 if v is None else places.get(v, len(kept)) for v in own], dtype=np.int64)
    names = [*((value, False) for value in kept), *([(OTHER, True)] if n_pooled else [])]
    p_value: float | None = None
    note: str | None = "no test asked for"
    if flips:
        valued = codes >= 0
        wrong = (rows.gold != rows.predicted)[valued].astype(np.float64)
        p_value, note = slice_p_value(
            wrong, codes[valued], _renumbered(rows.groups[valued]), flips=flips, seed=seed
        )
    return Slice(
        axis=axis,
        name=name,
        values=tuple(
            _value(value, is_pooled, np.flatnonzero(codes == i), rows, resamples, seed)
            for i, (value, is_pooled) in enumerate(names)
        ),
        n_missing=int((codes < 0).sum()),
        n_pooled=n_pooled,
        p_value=p_value,
        note=note,
    )


def _ordered(counts: Counter[str], order: tuple[str, ...] | None) -> list[str]:
    if order is not None:
        return [value for value in order if value in counts]
    return sorted(counts, key=lambda value: (-counts[value], value))


def _value(
    value: str, is_pooled: bool, own: IntArray, rows: CodedRows, resamples: int, seed: int
) -> SliceValue:
    groups = _renumbered(rows.groups[own])
    n_groups = int(groups.max(initial=-1)) + 1
    if len(own) < MIN_ROWS:
        refused = Score(None, note=f"too few rows ({len(own)}, at least {MIN_ROWS} are needed)")
        return SliceValue(value, len(own), n_groups, refused, refused, is_pooled)
    n_labels = rows.proba.shape[1]
    cells = confusion.confusion_rows(rows.gold[own], rows.predicted[own], n_labels)
    sums = resample_sums({"cells": cells}, groups, resamples=resamples, seed=seed)
    return SliceValue(
        value,
        len(own),
        n_groups,
        accuracy=sums.score(lambda drawn: confusion.accuracy(drawn["cells"])),
        macro_f1=sums.score(lambda drawn: confusion.macro_f1(drawn["cells"])),
        is_pooled=is_pooled,
    )


def _renumbered(groups: IntArray) -> IntArray:
    return np.asarray(np.unique(groups, return_inverse=True)[1], dtype=np.int64)
