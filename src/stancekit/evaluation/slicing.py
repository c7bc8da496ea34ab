"""What rows are cut by to find where a model fails: who speaks, where, how, when, how long."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from stancekit.errors import nearest
from stancekit.evaluation.rows import EvaluationError

SLICES = ("speaker", "outlet", "role", "mode", "length", "subject", "period")
"""Columns that rows are cut by where they have them; length and period are made here."""

_MOST_QUARTERS = 12
_QUARTILES = (0.25, 0.5, 0.75)


@dataclass(frozen=True)
class SliceColumn:
    """The value of each row, ``None`` where it has none.

    `order` is the values' own order, of periods and lengths; ``None`` where they have none.
    """

    values: tuple[str | None, ...]
    order: tuple[str, ...] | None = None


def slice_columns(frame: pd.DataFrame, extra: Sequence[str] = ()) -> dict[str, SliceColumn]:
    """Give what rows can be cut by, those columns left out in which all rows are alike.

    Parameters
    ----------
    frame
        With ``text``, for the length, ``date``, for the period, and any columns else.
    extra
        Further columns to cut by.

    Raises
    ------
    EvaluationError
        If a column of `extra` is missing.
    """
    found = {}
    for name in dict.fromkeys((*SLICES, *extra)):
        if name in frame:
            found[name] = _as_they_are(frame[name])
        elif name == "length":
            found[name] = lengths(frame["text"])
        elif name == "period" and "date" in frame:
            found[name] = periods(frame["date"])
        elif name in extra:
            raise EvaluationError(
                f"slices: found no column {name!r}; {nearest(name, map(str, frame.columns))}"
            )
    return {name: column for name, column in found.items() if len(set(column.values) - {None}) > 1}


def lengths(texts: Sequence[str] | pd.Series[str]) -> SliceColumn:
    """Cut texts at the quartiles of their numbers of words; equal lengths stay together.

    Examples
    --------
    >>> lengths(["one", "one two", "one two three", "one two three four"]).values
    ('up to 1 word', '2 words', '3 words', '4 words or more')
    """
    words = np.array([len(text.split()) for text in texts], dtype=np.int64)
    if len(words) == 0:
        return SliceColumn((), ())
    edges = np.unique(np.quantile(words, _QUARTILES, method="lower"))
    edges = edges[edges < words.max()]
    names = _length_names(edges.tolist())
    return SliceColumn(tuple(names[i] for i in np.searchsorted(edges, words)), tuple(names))


def periods(dates: Sequence[Any] | pd.Series[Any]) -> SliceColumn:
    """Give each date's quarter, or its year where the dates span more than three years.

    Examples
    --------
    >>> periods(["2024-03-31", "2024-04-01", None]).values
    ('2024 Q1', '2024 Q2', None)
    >>> periods(["2019-01-05", "2024-04-01"]).order
    ('2019', '2024')
    """
    days = to_days(dates)
    quarters = days.dt.year * 4 + days.dt.quarter
    fine = quarters.max() - quarters.min() < _MOST_QUARTERS
    values = tuple(
        None if pd.isna(day) else f"{day.year} Q{day.quarter}" if fine else f"{day.year}"
        for day in days
    )
    return SliceColumn(values, tuple(sorted({value for value in values if value is not None})))


def to_days(dates: Sequence[Any] | pd.Series[Any]) -> pd.Series[pd.Timestamp]:
    """Read ISO dates; a missing one, or what is none, is ``NaT``."""
    texts = pd.Series([None if pd.isna(one) else str(one) for one in dates], dtype=object)
    return pd.to_datetime(texts, errors="coerce", format="ISO8601", utc=True)


def to_columns(columns: Mapping[str, Sequence[Any] | SliceColumn]) -> dict[str, SliceColumn]:
    """Give columns of any values as slice columns."""
    return {
        name: values if isinstance(values, SliceColumn) else _as_they_are(values)
        for name, values in columns.items()
    }


def _as_they_are(values: Sequence[Any] | pd.Series[Any]) -> SliceColumn:
    return SliceColumn(tuple(None if _is_missing(value) else str(value) for value in values))


def _is_missing(value: Any) -> bool:
    return bool(pd.api.types.is_scalar(value) and (pd.isna(value) or value == ""))


def _length_names(edges: Sequence[int]) -> list[str]:
    if not edges:
        return ["any length"]
    inner = [
        _words(f"{low + 1}" if low + 1 == high else f"{low + 1} to {high}")
        for low, high in pairwise(edges)
    ]
    return [_words(f"up to {edges[0]}"), *inner, f"{_words(str(edges[-1] + 1))} or more"]


def _words(count: str) -> str:
    return f"{count} word" if count.split()[-1] == "1" else f"{count} words"
