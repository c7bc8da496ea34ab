"""Single annotators' labels: ``annotations.csv`` with the columns id, annotator, axis, label."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import pandas as pd

from stancekit.codebook import Codebook
from stancekit.corpus.reading import read_table
from stancekit.corpus.rows import check_labels
from stancekit.corpus.table import Table, shown
from stancekit.errors import RowProblem, nearest

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
    problems = list(table.problems)
    missing = [name for name in COLUMNS if name not in table.columns]
    if table.columns and missing:
        problems += [_no_column(table, name) for name in missing]
    elif table.columns:
        problems += _check_cells(table, set(ids), codebook)
        problems += _check_repeats(table)
    frame = pd.DataFrame(table.columns, dtype=object)
    return frame, sorted(problems, key=lambda problem: problem.line or 0)


def _no_column(table: Table, name: str) -> RowProblem:
    expected = f"the columns {', '.join(COLUMNS)}; found {', '.join(table.columns)}"
    return RowProblem(table.file, None, name, "no such column", expected)


def _check_cells(table: Table, ids: set[str], codebook: Codebook) -> Iterator[RowProblem]:
    for name in COLUMNS:
        for row, value in enumerate(table.columns[name]):
            if value is None:
                yield table.problem(row, name, "nothing", "a value in every column")
    for row, value in enumerate(table.columns["id"]):
        if value is not None and value not in ids:
            yield table.problem(row, "id", shown(value), "the id of a passage")
    yield from _check_axes_and_labels(table, codebook)


def _check_axes_and_labels(table: Table, codebook: Codebook) -> Iterator[RowProblem]:
    axes = table.columns["axis"]
    for row, axis in enumerate(axes):
        if axis is not None and axis not in codebook.axes:
            expected = f"an axis of the codebook; {nearest(axis, codebook.axes)}"
            yield table.problem(row, "axis", shown(axis), expected)
    for axis, content in codebook.axes.items():
        own = [
            label if named == axis else None
            for label, named in zip(table.columns["label"], axes, strict=True)
        ]
        yield from check_labels(table, "label", own, axis=axis, labels=content.label_names)


def _check_repeats(table: Table) -> Iterator[RowProblem]:
    first: dict[tuple[str, str, str], int] = {}
    keys = zip(*(table.columns[name] for name in ("id", "annotator", "axis")), strict=True)
    for row, key in enumerate(keys):
        line = first.setdefault(key, table.lines[row])
        if None not in key and line != table.lines[row]:
            found = f"{shown(key[1])}, who labelled {shown(key[0])} on line {line} already"
            yield table.problem(row, "annotator", found, f"one label an annotator on {key[2]!r}")
