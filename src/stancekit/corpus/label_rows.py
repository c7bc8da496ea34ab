"""Checks that every file of labels beside the passages shares: annotations and adjudications."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from stancekit.codebook import Codebook
from stancekit.corpus.rows import check_labels
from stancekit.corpus.table import Table, shown
from stancekit.errors import RowProblem, nearest


def check_columns(table: Table, names: Sequence[str]) -> list[RowProblem]:
    """Give each of the columns that the file lacks; none of a file that could not be read."""
    if not table.columns:
        return []
    expected = f"the columns {', '.join(names)}; found {', '.join(table.columns)}"
    return [
        RowProblem(table.file, None, name, "no such column", expected)
        for name in names
        if name not in table.columns
    ]


def check_filled(table: Table, names: Sequence[str]) -> Iterator[RowProblem]:
    """Yield the empty cells of those columns."""
    for name in names:
        for row, value in enumerate(table.columns[name]):
            if value is None:
                yield table.problem(row, name, "nothing", "a value in every column")


def check_label_rows(
    table: Table, *, ids: Collection[str], codebook: Codebook
) -> Iterator[RowProblem]:
    """Yield the unknown ids, axes and labels of the columns ``id``, ``axis`` and ``label``.

    Parameters
    ----------
    ids
        The ids of the passages.
    """
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


def in_order_of_lines(problems: Sequence[RowProblem]) -> list[RowProblem]:
    """Give the problems by line, those of the whole file first."""
    return sorted(problems, key=lambda problem: problem.line or 0)
