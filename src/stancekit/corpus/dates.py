"""The latest groups, for tests that run forward in time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from stancekit.errors import CorpusError, RowProblem

Ints = npt.NDArray[np.int64]


def latest_groups(
    dates: Sequence[Any], groups: Ints, ids: Sequence[str], *, test_size: float
) -> npt.NDArray[np.bool_]:
    """Tell for each row whether its group is among the latest, some `test_size` of all rows.

    A group is as late as its latest row, so that nothing to train on is later than what is tested.
    Of the days at which the rows could be cut, the one nearest to `test_size` is taken; a day's
    groups stay together.

    Raises
    ------
    CorpusError
        With every row whose date is missing or is no ISO date, or if all groups share one day.
    """
    days = _to_days(dates, ids)
    latest = np.full(int(groups.max()) + 1, np.datetime64("0000-01-01", "D"))
    np.maximum.at(latest, groups, days)
    row_days = latest[groups]
    distinct, counts = np.unique(row_days, return_counts=True)
    if len(distinct) == 1:
        raise CorpusError(
            f"every group's latest date is {distinct[0]}, expected two dates or more for a split "
            "by time; split by group"
        )
    n_test = np.cumsum(counts[::-1])[::-1][1:]  # the first day is never tested
    cut = distinct[1:][np.argmin(np.abs(n_test - test_size * len(groups)))]
    is_test: npt.NDArray[np.bool_] = row_days >= cut
    return is_test


def group_days(dates: Sequence[Any], groups: Ints) -> npt.NDArray[np.datetime64]:
    """Give each row the latest day of its group; ``NaT`` where no row of it has a date."""
    days = _parsed(dates).to_numpy().astype("datetime64[D]")
    known = np.flatnonzero(~np.isnat(days))
    latest = np.full(int(groups.max(initial=-1)) + 1, np.datetime64("NaT", "D"))
    # In order of days, the last of a group is written last.
    order = known[np.argsort(days[known], kind="stable")]
    latest[groups[order]] = days[order]
    found: npt.NDArray[np.datetime64] = latest[groups]
    return found


def _to_days(dates: Sequence[Any], ids: Sequence[str]) -> npt.NDArray[np.datetime64]:
    texts = [None if value is None else str(value) for value in dates]
    parsed = _parsed(dates)
    bad = np.flatnonzero(parsed.isna())
    if len(bad):
        problems = [
            RowProblem(f"row {ids[row]}", None, "date", _found(texts[row]), "a date as 2026-03-01")
            for row in bad.tolist()
        ]
        raise CorpusError(
            f"{len(bad)} rows have no date; a split by time needs one a row", problems
        )
    days: npt.NDArray[np.datetime64] = parsed.to_numpy().astype("datetime64[D]")
    return days


def _parsed(dates: Sequence[Any]) -> pd.Series[pd.Timestamp]:
    texts = [None if value is None else str(value) for value in dates]
    parsed = pd.to_datetime(
        pd.Series(texts, dtype=object), errors="coerce", format="ISO8601", utc=True
    )
    return parsed.dt.tz_localize(None)


def _found(text: str | None) -> str:
    return "nothing" if text is None else repr(text)
