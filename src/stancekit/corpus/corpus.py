"""The corpus: labelled passages with their codebook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from stancekit.codebook import Codebook
from stancekit.corpus.rows import is_missing
from stancekit.errors import CorpusError, nearest

if TYPE_CHECKING:
    from datasets import Dataset


@dataclass(frozen=True, eq=False)
class Corpus:
    """Labelled passages, checked, with the codebook that they were labelled by.

    Parameters
    ----------
    passages
        One row a passage: ``id`` and ``text``, the other standard columns that the file has, one
        ``ClassLabel`` column an axis (null where the label is missing), then the file's own.
    codebook
        The axes that are columns, with their labels.
    source
        Where the passages came from, as it was given.
    digest
        SHA-256 of the passages file's bytes; of the rows, for a Hub dataset.
    annotations
        One row a person's label (``id``, ``annotator``, ``axis``, ``label``), where the corpus has
        them.
    group_column
        The column whose rows must stay on one side of a split.
    is_machine_written
        Whether the corpus' card says that a machine wrote the texts: scores on them say little of
        real text, and reports say so.
    adjudications
        One row a decided disagreement (``id``, ``axis``, ``label``, ``reason``, ``status``), where
        the corpus has them.
    """

    passages: Dataset
    codebook: Codebook
    source: str
    digest: str
    annotations: pd.DataFrame | None = None
    group_column: str | None = None
    is_machine_written: bool = False
    adjudications: pd.DataFrame | None = None

    def __len__(self) -> int:
        return len(self.passages)

    @property
    def axes(self) -> tuple[str, ...]:
        """The axes, in codebook order."""
        return tuple(self.codebook.axes)

    @property
    def ids(self) -> list[str]:
        """The id of each row."""
        return self._values("id")

    @property
    def texts(self) -> list[str]:
        """The text of each row."""
        return self._values("text")

    def labels(self, axis: str) -> list[str | None]:
        """Give each row's label on an axis, ``None`` where it is missing."""
        self.codebook.axis(axis)  # names the nearest axis if there is none of that name
        return self._words(axis, self._values(axis))

    def groups(self) -> list[str]:
        """Give the group of each row; a row without one is a group of its own, under its id."""
        if self.group_column is None:
            return self.ids
        return row_groups(self._values(self.group_column), self.ids)

    def n_ungrouped(self) -> int:
        """Count the rows that have no group."""
        if self.group_column is None:
            return 0
        return sum(is_missing(value) for value in self._values(self.group_column))

    def frame(self) -> pd.DataFrame:
        """Give the passages as a DataFrame, labels as words, ``None`` for whatever is missing."""
        columns: dict[str, list[Any]] = self.passages[:]
        columns |= {axis: self._words(axis, columns[axis]) for axis in self.axes}
        # Columns of object: pandas 3 would turn None into NaN in its own string columns.
        return pd.DataFrame({name: _series(values) for name, values in columns.items()})

    def select(self, rows: Sequence[int] | npt.NDArray[np.integer]) -> Corpus:
        """Give the corpus with those rows only, in that order; the digest stays the source's."""
        passages = self.passages.select([int(row) for row in rows])
        return replace(
            self,
            passages=passages,
            annotations=_of_passages(passages, self.annotations),
            adjudications=_of_passages(passages, self.adjudications),
        )

    def _values(self, column: str) -> list[Any]:
        if column not in self.passages.column_names:
            raise CorpusError(
                f"{self.source} has no column {column!r}; "
                f"{nearest(column, self.passages.column_names)}"
            )
        values: list[Any] = self.passages[column][:]  # a slice: item by item is fifty times slower
        return values

    def _words(self, axis: str, numbers: list[int | None]) -> list[str | None]:
        names = self.codebook.axis(axis).label_names
        return [None if number is None else names[number] for number in numbers]


def row_groups(values: Sequence[Any], ids: Sequence[str]) -> list[str]:
    """Give the group of each row as a word, its id where it has none."""
    return [
        row_id if is_missing(value) or value == "" else str(value)
        for value, row_id in zip(values, ids, strict=True)
    ]


def _of_passages(passages: Dataset, labels: pd.DataFrame | None) -> pd.DataFrame | None:
    """Give the rows of a label file that belong to those passages."""
    if labels is None:
        return None
    return labels[labels["id"].isin(passages["id"][:])].reset_index(drop=True)


def _series(values: list[Any]) -> pd.Series[Any]:
    if any(value is None or isinstance(value, str) for value in values):
        return pd.Series(values, dtype=object)
    return pd.Series(values)
