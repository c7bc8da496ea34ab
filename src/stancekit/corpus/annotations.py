"""Single annotators' labels: ``annotations.csv`` with the columns id, annotator, axis, label."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import pandas as pd

from stancekit.codebook import Codebook
from stancekit.corpus.label_rows import (
    check_columns,
    check_filled,
    check_label_rows,
    in_order_of_lines,
)
from stancekit.corpus.reading import read_table
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
    table = read_table(path)
    missing = check_columns(table, COLUMNS)
    problems = [*table.problems, *missing]
    if table.columns and not missing:
        problems += check_filled(table, COLUMNS)
        problems += check_label_rows(table, ids=ids, codebook=codebook)
        problems += _check_repeats(table)
    return pd.DataFrame(table.columns, dtype=object), in_order_of_lines(problems)


def _check_repeats(table: Table) -> Iterator[RowProblem]:
    first: dict[tuple[str, str, str], int] = {}
    keys = zip(*(table.columns[name] for name in ("id", "annotator", "axis")), strict=True)
    for row, key in enumerate(keys):
        line = first.setdefault(key, table.lines[row])
        if None not in key and line != table.lines[row]:
            found = f"{shown(key[1])}, who labelled {shown(key[0])} on line {line} already"
            yield table.problem(row, "annotator", found, f"one label an annotator on {key[2]!r}")
