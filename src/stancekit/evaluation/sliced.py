"""Scores on the parts of the rows that one column makes, and whether errors go with its values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from stancekit.resampling import Score

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
