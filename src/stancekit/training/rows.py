"""Rows to fit or to score: what a model sees, what it is to say, and what belongs together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np
import numpy.typing as npt
import pandas as pd

from stancekit.corpus import Corpus

INPUTS = ("text", "target", "speaker", "affiliation", "outlet")
"""The columns that a model or a baseline may read."""

Proba = Mapping[str, npt.NDArray[np.float64]]
"""By axis, the probabilities of the labels in codebook order, a row each."""


@dataclass(frozen=True, eq=False)
class Rows:
    """Inputs, labels, groups and ids, row by row.

    Parameters
    ----------
    X
        ``text`` and those of the other inputs that the corpus has.
    y
        One column an axis, in codebook order; ``None`` where a row is not labelled.
    soft
        The same with mappings of labels to shares, where a model is to be fitted on these.
    context
        All columns that are no axis, those that no model reads among them.
    """

    X: pd.DataFrame
    y: pd.DataFrame
    groups: tuple[str, ...]
    ids: tuple[str, ...]
    soft: pd.DataFrame | None = None
    context: pd.DataFrame | None = None

    def __len__(self) -> int:
        return len(self.ids)

    @classmethod
    def of(cls, corpus: Corpus) -> Self:
        """Give the rows of a corpus, in order."""
        frame = corpus.frame()
        present = [name for name in INPUTS if name in frame]
        return cls(
            X=frame[present],
            y=frame[list(corpus.axes)].astype(object),
            groups=tuple(corpus.groups()),
            ids=tuple(corpus.ids),
            context=frame.drop(columns=list(corpus.axes)),
        )

    @property
    def fitted_on(self) -> pd.DataFrame:
        """The labels, or soft labels, that a model is fitted on."""
        return self.y if self.soft is None else self.soft

    @property
    def known(self) -> pd.DataFrame:
        """What is known of each row, beside its labels."""
        return self.X if self.context is None else self.context

    def with_labels(self, y: pd.DataFrame, soft: pd.DataFrame | None = None) -> Rows:
        """Give the rows with other labels."""
        return replace(self, y=y, soft=soft)

    def select(self, rows: Sequence[int] | npt.NDArray[np.integer[Any]]) -> Rows:
        """Give those rows only, in that order."""
        places = [int(row) for row in rows]
        return Rows(
            X=self.X.iloc[places].reset_index(drop=True),
            y=self.y.iloc[places].reset_index(drop=True),
            groups=tuple(self.groups[place] for place in places),
            ids=tuple(self.ids[place] for place in places),
            soft=None if self.soft is None else self.soft.iloc[places].reset_index(drop=True),
            context=None
            if self.context is None
            else self.context.iloc[places].reset_index(drop=True),
        )

    @classmethod
    def joined(cls, parts: Sequence[Rows]) -> Self:
        """Give the rows of all parts, one part after the other."""
        return cls(
            X=_stacked([part.X for part in parts]),
            y=_stacked([part.y for part in parts]),
            groups=tuple(group for part in parts for group in part.groups),
            ids=tuple(row for part in parts for row in part.ids),
            soft=_stacked([part.fitted_on for part in parts])
            if any(part.soft is not None for part in parts)
            else None,
            context=_stacked([part.known for part in parts]),
        )


def _stacked(frames: Sequence[pd.DataFrame]) -> pd.DataFrame:
    stacked = pd.concat(frames, ignore_index=True).astype(object)
    return stacked.where(stacked.notna(), None)


FitPredict = Callable[[Rows, Rows], Proba]
"""Fit on the first rows, give the probabilities of the second."""
