"""Labels as users give them, checked, to the numbers that are fitted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from stancekit.errors import ModelError, nearest
from stancekit.models.linear.lexicon import IntArray


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
    found = set(values.dropna())
    if not all(isinstance(label, str) for label in found):
        raise ModelError(
            f"axis {axis!r}: y holds the labels {sorted(found, key=str)}, expected words"
        )
    return tuple(sorted(found))


def to_codes(axis: str, values: pd.Series, names: tuple[str, ...]) -> IntArray:
    """Give each label its number in codebook order, -1 for a missing one.

    Raises
    ------
    ModelError
        If a label is unknown, or the rows hold fewer than two.
    """
    number = {name: code for code, name in enumerate(names)}
    unknown = sorted(set(values.dropna()) - set(names), key=str)
    if unknown:
        raise ModelError(f"axis {axis!r}: y holds the labels {unknown}, expected {list(names)}")
    codes = np.array([number.get(value, -1) for value in values], dtype=np.int64)
    found = sorted(set(codes.tolist()) - {-1})
    if len(found) < 2:
        given = [names[code] for code in found]
        held = f"hold only the label {given[0]!r}" if given else "hold no label"
        raise ModelError(
            f"axis {axis!r}: the training rows {held}, expected two or more labels; label more "
            "passages, or leave the axis out"
        )
    return codes
