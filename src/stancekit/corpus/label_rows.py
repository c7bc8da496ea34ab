"""What every file of labels beside the passages shares: annotations and adjudications."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from stancekit.codebook import Codebook
from stancekit.corpus.reading import read_table
from stancekit.corpus.rows import check_labels
from stancekit.corpus.table import Table, shown
from stancekit.errors import RowProblem, nearest

Check = Callable[[Table], Iterable[RowProblem]]
"""Gives what is wrong with the rows of a file whose columns are all there."""


def read_label_rows(
    path: Path,
    names: Sequence[str],
    *,
    ids: Collection[str],
    codebook: Codebook,
    checks: Sequence[Check],
) -> tuple[Table, list[RowProblem]]:
    """Read a file of labels, and give every row at fault, by line; those of the whole file first.

    Parameters
    ----------
    names
        The columns that the file must have, and fill: ``id``, ``axis`` and ``label`` among them.
    checks
        What the file promises beside that.
    """
    table = read_table(path)
    missing = _check_columns(table, names)
    problems = [*table.problems, *missing]
    if table.columns and not missing:
        problems += _check_filled(table, names)
        problems += _check_labels(table, ids=ids, codebook=codebook)
        for check in checks:
            problems += check(table)
    return table, sorted(problems, key=lambda problem: problem.line or 0)


def repeats(table: Table, names: Sequence[str]) -> Iterator[tuple[int, tuple[Any, ...], int]]:
    """Yield the rows whose values in those columns stand in an earlier row, and its line."""
    first: dict[tuple[Any, ...], int] = {}
    keys = zip(*(table.columns[name] for name in names), strict=True)
    for row, key in enumerate(keys):
        line = first.setdefault(key, table.lines[row])
        if None not in key and line != table.lines[row]:
            yield row, key, line


def _check_columns(table: Table, names: Sequence[str]) -> list[RowProblem]:
    """Give each of the columns that the file lacks; none of a file that could not be read."""
    if not table.columns:
        return []
    expected = f"the columns {', '.join(names)}; found {', '.join(table.columns)}"
    return [
        RowProblem(table.file, None, name, "no such column", expected)
        for name in names
        if name not in table.columns
    ]


def _check_filled(table: Table, names: Sequence[str]) -> Iterator[RowProblem]:
    """Yield the empty cells of those columns."""
    for name in names:
        for row, value in enumerate(table.columns[name]):
            if value is None:
                yield table.problem(row, name, "nothing", "a value in every column")


def _check_labels(
    table: Table, *, ids: Collection[str], codebook: Codebook
) -> Iterator[RowProblem]:
    """Yield the unknown ids, axes and labels."""
    known = set(ids)
    for row, value in enumerate(table.columns["id"]):
        if value is not None and value not in known:
            yield table.problem(row, "id", shown(value), "the id of a passage")
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
