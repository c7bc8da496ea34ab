"""Labels as users give them, hard or soft, checked, to the numbers that are fitted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from stancekit.errors import ModelError, nearest
from stancekit.models.arrays import FloatArray


def check_lengths(n_rows: int, n_labelled: int, groups: Sequence[Any] | None) -> None:
    """Raise unless X, y and the groups have as many rows."""
    n_grouped = n_rows if groups is None else len(groups)
    if not n_rows == n_labelled == n_grouped:
        raise ModelError(
            f"found {n_rows} passages in X, {n_labelled} rows in y and {n_grouped} groups, "
            "expected as many of each"
        )


def check_weights(
    class_weight: Mapping[str, float] | str | None, labels: Mapping[str, tuple[str, ...]]
) -> None:
    """Raise if a class weight names a label that no axis has."""
    if not isinstance(class_weight, Mapping):
        return
    known = {name for names in labels.values() for name in names}
    for name in class_weight:
        if name not in known:
            raise ModelError(f"class_weight: there is no label {name!r}; {nearest(name, known)}")


def own_labels(axis: str, values: pd.Series) -> tuple[str, ...]:
    """Give the sorted labels of a column; raise if they are not words."""
    found = {label for value in values if not _is_null(value) for label in _cell_labels(value)}
    if not all(isinstance(label, str) for label in found):
        raise ModelError(
            f"axis {axis!r}: y holds the labels {sorted(found, key=str)}, expected words"
        )
    return tuple(sorted(found))


def to_targets(
    axis: str, values: pd.Series, names: tuple[str, ...], *, fewest: int = 2
) -> FloatArray:
    """Give the share of each label in each row, shape (rows, labels), NaN where there is none.

    A cell is a label, which has the whole share, or a mapping of labels to their shares, which
    are scaled to add up to 1.

    Parameters
    ----------
    fewest
        Labels that the rows have to hold; 0 where a model is no worse for having none.

    Raises
    ------
    ModelError
        If a label is unknown, shares are none, or the rows hold fewer than `fewest` labels.
    """
    number = {name: code for code, name in enumerate(names)}
    cells = {row: _shares(axis, v) for row, v in enumerate(values) if not _is_null(v)}
    unknown = {label for shares in cells.values() for label in shares} - set(names)
    if unknown:
        listed = sorted(unknown, key=str)
        raise ModelError(f"axis {axis!r}: y holds the labels {listed}, expected {list(names)}")
    targets: FloatArray = np.full((len(values), len(names)), np.nan)
    for row, shares in cells.items():
        targets[row] = 0.0
        for label, share in shares.items():
            targets[row, number[label]] = share
    found = np.flatnonzero(np.nansum(targets, axis=0))
    if len(found) < fewest:
        held = f"hold only the label {names[found[0]]!r}" if len(found) else "hold no label"
        raise ModelError(
            f"axis {axis!r}: the training rows {held}, expected two or more labels; label more "
            "passages, or leave the axis out"
        )
    return targets


def _shares(axis: str, cell: Any) -> Mapping[str, float]:
    if not isinstance(cell, Mapping):
        return {cell: 1.0}
    shares = {label: float(share) for label, share in cell.items()}
    total = sum(shares.values())
    if not shares or not np.isfinite(total) or total <= 0 or min(shares.values()) < 0:
        raise ModelError(
            f"axis {axis!r}: y holds the shares {dict(cell)}, expected numbers of 0 or more that "
            "add up to more than 0"
        )
    return {label: share / total for label, share in shares.items() if share > 0}


def _cell_labels(cell: Any) -> tuple[Any, ...]:
    return tuple(cell) if isinstance(cell, Mapping) else (cell,)


def _is_null(cell: Any) -> bool:
    return not isinstance(cell, Mapping) and bool(pd.isna(cell))
