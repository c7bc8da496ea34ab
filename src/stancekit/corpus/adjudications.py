"""Decided disagreements: ``adjudications.csv`` with the columns id, axis, label, reason, status."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import pandas as pd

from stancekit.codebook import Codebook
from stancekit.corpus.label_rows import read_label_rows, repeats
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
    checks = [_check_reasons, _check_statuses, _check_repeats]
    table, problems = read_label_rows(path, COLUMNS, ids=ids, codebook=codebook, checks=checks)
    frame = pd.DataFrame(table.columns, dtype=object)
    frame["status"] = [status or RESOLVED for status in _statuses(table)]
    return frame, problems


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
    for row, (passage, axis), line in repeats(table, ("id", "axis")):
        found = f"{shown(passage)}, adjudicated on line {line} already"
        yield table.problem(row, "id", found, f"one adjudication a passage on {axis!r}")
