"""Digests of rows: what of them has to be the same for scores to be those that were announced."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final, Self

from pydantic import BaseModel, ConfigDict

from stancekit.training.looks import digest_of
from stancekit.training.rows import INPUTS, Rows

_OTHER_INPUTS: Final = tuple(name for name in INPUTS if name != "text")


class FrozenRows(BaseModel):
    """Rows that are scored, as they stood when they were frozen.

    Their labels are no part of it: a test set may be frozen first and labelled afterwards, so that
    nobody who made a choice knew them.

    Parameters
    ----------
    sha256
        Of ids and texts, in whatever order: what looks at the rows are counted by.
    groups_sha256
        Of the groups that are drawn whole for intervals, row by row.
    inputs_sha256
        Of what else a model or a baseline may read: target, speaker, affiliation and outlet.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    n_rows: int
    n_groups: int
    sha256: str
    groups_sha256: str
    inputs_sha256: str

    @classmethod
    def of(cls, rows: Rows) -> Self:
        """Give what is frozen of these rows."""
        return cls(**_known_of(rows))


class FrozenFitRows(FrozenRows):
    """Rows that a model is fitted on, with the labels that it is fitted to.

    Parameters
    ----------
    labels_sha256
        Of the labels, or soft labels, on each axis.
    """

    labels_sha256: str

    @classmethod
    def of(cls, rows: Rows) -> Self:
        """Give what is frozen of these rows and their labels."""
        fitted_on = rows.fitted_on.to_dict("list")
        labels = _by_row(rows, fitted_on, [str(axis) for axis in fitted_on])
        return cls(**_known_of(rows), labels_sha256=labels)


def _known_of(rows: Rows) -> dict[str, Any]:
    columns = rows.X.to_dict("list")
    return {
        "n_rows": len(rows),
        "n_groups": len(set(rows.groups)),
        "sha256": digest_of(rows),
        "groups_sha256": _digest(zip(rows.ids, rows.groups, strict=True)),
        "inputs_sha256": _by_row(rows, columns, _OTHER_INPUTS),
    }


def _by_row(rows: Rows, columns: Mapping[Any, list[Any]], names: Iterable[str]) -> str:
    """Digest some columns row by row; a column that is not there is one without a value."""
    nothing = [None] * len(rows)
    known = [[_plain(value) for value in columns.get(name, nothing)] for name in names]
    return _digest(zip(rows.ids, *known, strict=True))


def _plain(value: Any) -> Any:
    """Give a label, soft labels, or ``None`` for whatever stands where a value is missing."""
    return value if isinstance(value, str | Mapping) else None


def _digest(content: Iterable[tuple[Any, ...]]) -> str:
    in_order = sorted(content, key=lambda row: str(row[0]))
    text = json.dumps(in_order, sort_keys=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()
