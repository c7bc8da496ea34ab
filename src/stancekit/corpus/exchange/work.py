"""Passages and annotations to the work that is handed out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

import pandas as pd

from stancekit.codebook import Codebook
from stancekit.corpus.corpus import Corpus
from stancekit.corpus.exchange.answers import checked_annotations, frame_answers
from stancekit.corpus.exchange.tasks import (
    ANNOTATOR,
    ANNOTATOR_NAMES,
    Labels,
    Task,
    Work,
    check_axis_names,
    field_text,
)
from stancekit.corpus.rows import check_ids, check_name, check_texts, check_writable
from stancekit.corpus.table import Table, to_columns
from stancekit.errors import CorpusError, RowProblem

Rows = Corpus | Table | Iterable[Mapping[str, Any]]

_PREDICTED = "stances"  # what the verb "predict" adds to a row: a machine's labels
_ROW_KEYS = ("id", "text")


def prepare_work(
    rows: Rows,
    annotations: pd.DataFrame | None,
    codebook: Codebook,
    *,
    blind: bool,
    annotator: str | None,
    leave_out: Collection[str],
) -> Work:
    """Give the tasks, and the labels that go with them; see ``export_tasks``."""
    check_axis_names(codebook)
    table = _to_table(rows)
    problems = [*table.problems, *_check_table(table)]
    _require_none(table.file, problems)
    ids = [str(value) for value in table.columns["id"]]
    labels = _labels(annotations, codebook, ids, only=annotator if blind else None)
    if blind and annotator is None:
        labels = {}
    if annotator is not None:
        for row_id in ids:
            labels.setdefault(row_id, {}).setdefault(annotator, {})
    fields = _fields(table, codebook, blind=blind, leave_out=leave_out)
    tasks = [
        Task(row_id, text, {name: value[row] for name, value in fields.items() if value[row]})
        for row, (row_id, text) in enumerate(zip(ids, table.columns["text"], strict=True))
    ]
    return Work(tasks, tuple(fields), labels, codebook)


def _to_table(rows: Rows) -> Table:
    if isinstance(rows, Table):
        return rows
    if isinstance(rows, Corpus):
        columns = {str(name): list(values) for name, values in rows.frame().items()}
        return Table(rows.source, columns, list(range(1, len(rows) + 1)), rows.digest)
    columns = to_columns(rows)
    count = len(next(iter(columns.values()), []))
    return Table("the rows", columns, list(range(1, count + 1)), "")


def _check_table(table: Table) -> Iterator[RowProblem]:
    for name in _ROW_KEYS:
        if name not in table.columns:
            yield RowProblem(table.file, None, name, "no such column", "passages with id and text")
    yield from check_texts(table, "text", table.columns.get("text", []))
    yield from check_ids(table, "id", table.columns.get("id", []))
    for name, values in table.columns.items():
        yield from check_name(table, name, values)
        yield from check_writable(table, name, values)


def _labels(
    annotations: pd.DataFrame | None, codebook: Codebook, ids: Sequence[str], *, only: str | None
) -> Labels:
    labels: Labels = {}
    if annotations is None:
        return labels
    answers = frame_answers(annotations, file="the annotations")
    checked, problems = checked_annotations(answers, codebook=codebook, ids=ids)
    _require_none("the annotations", problems)
    for row_id, annotator, axis, label in checked:
        if only in (None, annotator):
            labels.setdefault(row_id, {}).setdefault(annotator, {})[axis] = label
    return labels


def _fields(
    table: Table, codebook: Codebook, *, blind: bool, leave_out: Collection[str]
) -> dict[str, list[str]]:
    """Give the columns that go with the texts; gold labels as ``gold_AXIS``, unless blind."""
    left_out = {*leave_out, *_ROW_KEYS, *((_PREDICTED,) if blind else ())}
    fields: dict[str, list[str]] = {}
    for name, values in table.columns.items():
        if name in left_out or (blind and name in codebook.axes):
            continue
        target = f"gold_{name}" if name in codebook.axes else name
        if target in (ANNOTATOR, ANNOTATOR_NAMES) or target in fields:
            raise CorpusError(
                f"{table.file}: the column {name!r} would stand beside another of the same name "
                f"({target!r}) in the tool's file; rename it, or leave it out (--leave-out {name})"
            )
        fields[target] = [field_text(value) for value in values]
    return fields


def _require_none(source: str, problems: Sequence[RowProblem]) -> None:
    if problems:
        count = f"{len(problems)} problem{'s' * (len(problems) > 1)}"
        raise CorpusError(f"{source}: {count}; nothing was exported", problems)
