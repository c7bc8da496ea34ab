"""When the rows are from that a model was trained on, and which rows to score are not from then.

The further apart training and test are in time, the lower is what a model scores (Alkhalifa,
Kochkina and Zubiaga, 2021).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from stancekit.evaluation.slicing import to_days
from stancekit.training.rows import Rows


@dataclass(frozen=True, slots=True)
class TrainingDates:
    """How many scored rows are older than the oldest training row, or newer than the newest.

    Parameters
    ----------
    first, last
        Of the training rows, as ISO dates.
    n_undated
        Scored rows whose date is not known.
    """

    first: str
    last: str
    n: int
    n_before: int
    n_after: int
    n_undated: int

    @property
    def n_outside(self) -> int:
        """Rows before the first or after the last training date."""
        return self.n_before + self.n_after

    def warning(self) -> str | None:
        """Give what to mind, ``None`` where all dated rows are from the training dates."""
        if not self.n_outside:
            return None
        return (
            f"{self.n_outside} of {self.n} rows are outside the dates of the training rows, "
            f"{self.first} to {self.last} ({self.n_before} before, {self.n_after} after): what was "
            "learned of one time may not hold for another; see the scores by period"
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the dates and counts."""
        return {**asdict(self), "n_outside": self.n_outside}


def date_range(rows: Rows) -> dict[str, str] | None:
    """Give the ``first`` and the ``last`` date of rows, ``None`` where none has one."""
    days = _days(rows).dropna()
    if days.empty:
        return None
    return {"first": days.min().date().isoformat(), "last": days.max().date().isoformat()}


def compare_dates(trained: Mapping[str, str] | None, rows: Rows) -> TrainingDates | None:
    """Compare the dates of rows with those that `date_range` gave of the training rows.

    ``None`` where either side has no dates.
    """
    days = _days(rows)
    if trained is None or days.isna().all():
        return None
    return TrainingDates(
        first=trained["first"],
        last=trained["last"],
        n=len(rows),
        n_before=int((days < pd.Timestamp(trained["first"], tz="UTC")).sum()),
        n_after=int((days >= pd.Timestamp(trained["last"], tz="UTC") + pd.Timedelta(days=1)).sum()),
        n_undated=int(days.isna().sum()),
    )


def _days(rows: Rows) -> pd.Series[pd.Timestamp]:
    return to_days(rows.known.get("date", []))
