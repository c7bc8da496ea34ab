"""New annotations into those that a corpus has: all of them, or none."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from stancekit.corpus.annotations import COLUMNS
from stancekit.corpus.exchange.csv_sheets import csv_text
from stancekit.corpus.exchange.tasks import field_text
from stancekit.corpus.table import shown
from stancekit.errors import CorpusError, RowProblem


@dataclass(frozen=True, eq=False)
class Merged:
    """A corpus' annotations with the new ones behind them.

    Parameters
    ----------
    annotations
        Those that were there, in their order, then those that were added.
    added
        The new ones.
    n_known
        How many of those given were there already, with the same label.
    """

    annotations: pd.DataFrame
    added: pd.DataFrame
    n_known: int


def merge_annotations(
    existing: pd.DataFrame | None, given: pd.DataFrame, *, file: str = "the annotations"
) -> Merged:
    """Give the existing annotations with the given ones behind them.

    Parameters
    ----------
    file
        Where the existing ones stand, for messages.

    Raises
    ------
    CorpusError
        With every label that differs from the one that the same annotator gave before.
    """
    if existing is None:
        return Merged(given, given, 0)
    *key_columns, label_column = COLUMNS
    keys = existing[key_columns].itertuples(index=False, name=None)
    before = dict(zip(keys, existing[label_column], strict=True))
    is_new, problems = [], []
    for row_id, annotator, axis, label in given[list(COLUMNS)].itertuples(index=False, name=None):
        known = before.get((row_id, annotator, axis))
        is_new.append(known is None)
        if known not in (None, label):
            found = f"{shown(label)} from {shown(annotator)} on passage {shown(row_id)}"
            expected = f"{shown(known)}, the label that the file has already"
            problems.append(RowProblem(file, None, axis, found, expected))
    if problems:
        count = f"{len(problems)} label{'s' * (len(problems) > 1)}"
        raise CorpusError(
            f"{file}: {count} would change; nothing was merged. Correct one of the two, or import "
            "under another name (--annotator)",
            problems,
        )
    added = given[is_new].reset_index(drop=True)
    merged = pd.concat([existing, added], ignore_index=True).astype(object)
    return Merged(merged, added, len(given) - len(added))


def annotations_text(annotations: pd.DataFrame) -> str:
    """Give annotations as the text of ``annotations.csv``."""
    rows = annotations.itertuples(index=False, name=None)
    return csv_text(
        [list(annotations.columns), *([field_text(cell) for cell in row] for row in rows)]
    )
