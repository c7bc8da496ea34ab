"""What a split needs to know of its rows, from a corpus or from a DataFrame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from stancekit.corpus.columns import default_group_column
from stancekit.corpus.corpus import Corpus, row_groups
from stancekit.corpus.duplicates import in_order_of_appearance, joined, joined_groups
from stancekit.corpus.rows import is_missing
from stancekit.errors import CorpusError, nearest

Ints = npt.NDArray[np.int64]

_STORY = "cluster_id"


@dataclass(frozen=True)
class SplitRows:
    """Ids, texts, groups and labels, row by row; `columns` holds what else there is."""

    ids: list[str]
    texts: list[str]
    groups: list[str]
    labels: dict[str, list[str | None]]
    columns: pd.DataFrame

    def __len__(self) -> int:
        return len(self.ids)

    def joined_groups(self, *, seed: int) -> Ints:
        """Give each row the number of the groups, stories and near-duplicates that go together."""
        groups = joined_groups(self.texts, self.groups, seed=seed)
        if _STORY not in self.columns:
            return groups
        stories = row_groups(self.columns[_STORY].tolist(), [f"row {row}" for row in self.ids])
        numbers = np.unique(np.asarray(stories, dtype=object), return_inverse=True)[1]
        return joined(groups, in_order_of_appearance(numbers))

    def dates(self) -> list[Any]:
        """Give the ``date`` of each row, ``None`` where it is missing.

        Raises
        ------
        CorpusError
            If there is no such column.
        """
        if "date" not in self.columns:
            raise CorpusError(
                "a split by time needs the column 'date'; "
                f"{nearest('date', map(str, self.columns.columns))}. Map it in columns, or split "
                "by group"
            )
        return [None if is_missing(value) else value for value in self.columns["date"].tolist()]


def to_split_rows(
    corpus: Corpus | pd.DataFrame, *, axes: Sequence[str] | None, group_column: str | None
) -> SplitRows:
    """Read the rows to split.

    A row without an id goes by its number, one without a group by its id.

    Raises
    ------
    CorpusError
        If there are no rows, or a named column is missing.
    """
    if isinstance(corpus, Corpus):
        frame = corpus.frame()
        group_column = group_column or corpus.group_column
        axes = corpus.axes if axes is None else axes
    else:
        frame = corpus
        group_column = group_column or default_group_column(map(str, frame.columns))
    needed = ["text", *(axes or ()), *([group_column] if group_column else ())]
    _require_columns(frame, needed)
    ids = [str(value) for value in (frame["id"] if "id" in frame else range(len(frame)))]
    groups = ids if group_column is None else row_groups(frame[group_column].tolist(), ids)
    labels = {axis: _labels(frame[axis]) for axis in axes or ()}
    return SplitRows(ids, frame["text"].tolist(), groups, labels, frame)


def _require_columns(frame: pd.DataFrame, names: Sequence[str]) -> None:
    if frame.empty:
        raise CorpusError("found no rows to split, expected two or more")
    for name in names:
        if name not in frame:
            raise CorpusError(f"found no column {name!r}; {nearest(name, map(str, frame.columns))}")


def _labels(column: pd.Series[Any]) -> list[str | None]:
    return [None if is_missing(value) else str(value) for value in column.tolist()]
