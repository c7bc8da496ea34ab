"""Single annotators' labels: ``annotations.csv`` with the columns id, annotator, axis, label."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import pandas as pd

from stancekit.codebook import Codebook
from stancekit.corpus.label_rows import read_label_rows, repeats
from stancekit.corpus.table import Table, shown
from stancekit.errors import RowProblem

COLUMNS = ("id", "annotator", "axis", "label")


def read_annotations(
    path: Path, *, ids: Collection[str], codebook: Codebook
) -> tuple[pd.DataFrame, list[RowProblem]]:
    """Read annotations, and give every row at fault: unknown id, axis or label, or a second label.

    Parameters
    ----------
    ids
        The ids of the passages.
    codebook
        All axes that annotators may have labelled, those without a gold column included.
    """
    table, problems = read_label_rows(
        path, COLUMNS, ids=ids, codebook=codebook, checks=[_check_repeats]
    )
    return pd.DataFrame(table.columns, dtype=object), problems


def _check_repeats(table: Table) -> Iterator[RowProblem]:
    for row, (passage, annotator, axis), line in repeats(table, ("id", "annotator", "axis")):
        found = f"{shown(annotator)}, who labelled {shown(passage)} on line {line} already"
        yield table.problem(row, "annotator", found, f"one label an annotator on {axis!r}")
