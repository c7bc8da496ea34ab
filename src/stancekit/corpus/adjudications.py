"""Decided disagreements: ``adjudications.csv`` with the columns id, axis, label, reason, status."""

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
from stancekit.errors import RowProblem, nearest

COLUMNS = ("id", "axis", "label", "reason")
RESOLVED, UNCLEAR = "resolved", "unclear"
_STATUSES = (RESOLVED, UNCLEAR)


def read_adjudications(
    path: Path, *, ids: Collection[str], codebook: Codebook
) -> tuple[pd.DataFrame, list[RowProblem]]:
    """Read adjudications, and give every row at fault.

    ``status`` is optional, as a column and in a row: ``resolved``, the default, or ``unclear``,
    where the label is the adjudicator's best reading and the text allows another one.

    Parameters
    ----------
    ids
        The ids of the passages.
    codebook
        All axes that may have been labelled, those without a gold column included.
    """
    table = read_table(path)
    missing = check_columns(table, COLUMNS)
    problems = [*table.problems, *missing]
    if table.columns and not missing:
        problems += check_filled(table, COLUMNS)
        problems += check_label_rows(table, ids=ids, codebook=codebook)
        problems += _check_reasons(table)
        problems += _check_statuses(table)
        problems += _check_repeats(table)
    frame = pd.DataFrame(table.columns, dtype=object)
    frame["status"] = [status or RESOLVED for status in _statuses(table)]
    return frame, in_order_of_lines(problems)


def _statuses(table: Table) -> list[str | None]:
    return table.columns.get("status", [None] * len(table.lines))


def _check_reasons(table: Table) -> Iterator[RowProblem]:
    for row, reason in enumerate(table.columns["reason"]):
        if isinstance(reason, str) and not reason.strip():
            yield table.problem(row, "reason", shown(reason), "why the label was chosen, in words")


def _check_statuses(table: Table) -> Iterator[RowProblem]:
    for row, status in enumerate(_statuses(table)):
        if status is not None and status not in _STATUSES:
            expected = f"a status, or nothing for {RESOLVED!r}; {nearest(status, _STATUSES)}"
            yield table.problem(row, "status", shown(status), expected)


def _check_repeats(table: Table) -> Iterator[RowProblem]:
    first: dict[tuple[str, str], int] = {}
    for row, key in enumerate(zip(table.columns["id"], table.columns["axis"], strict=True)):
        line = first.setdefault(key, table.lines[row])
        if None not in key and line != table.lines[row]:
            found = f"{shown(key[0])}, adjudicated on line {line} already"
            yield table.problem(row, "id", found, f"one adjudication a passage on {key[1]!r}")
