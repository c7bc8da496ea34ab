"""JSONL, CSV and Parquet files to tables, with every row that cannot be read."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from stancekit.corpus.encoding import decode
from stancekit.corpus.table import Table, shown, to_columns
from stancekit.errors import CorpusError, RowProblem

_Rows = tuple[dict[str, list[Any]], list[int], list[RowProblem]]


def read_table(path: Path) -> Table:
    """Read a file by its suffix.

    Raises
    ------
    CorpusError
        If the file cannot be opened or its format is not known. Rows at fault do not raise: they
        are the table's `problems`, so that a caller can report them with its own.
    """
    if path.suffix.lower() not in READERS:
        raise CorpusError(
            f"{path}: found a file of type {path.suffix or 'none'!r}, expected one of "
            f"{', '.join(READERS)}"
        )
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CorpusError(f"{path}: the file cannot be read: {error.strerror}") from error
    columns, lines, problems = READERS[path.suffix.lower()](content, str(path))
    if not lines and not problems:
        found = "no rows" if content.strip() else "an empty file"
        problems = [RowProblem(str(path), None, None, found, "one row or more")]
    return Table(str(path), columns, lines, hashlib.sha256(content).hexdigest(), problems)


def _read_jsonl(content: bytes, file: str) -> _Rows:
    text, problems = decode(content, file)
    rows: list[dict[str, Any]] = []
    lines: list[int] = []
    # Only "\n" ends a line: JSON texts may hold U+2028 and the like, at which splitlines() cuts.
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        row = _parse(line)
        if isinstance(row, dict):
            rows.append(row)
            lines.append(number)
        else:
            problems.append(RowProblem(file, number, None, str(row), "one JSON object a line"))
    return to_columns(rows), lines, problems


def _parse(line: str) -> dict[str, Any] | str:
    """Give the object on a line, or say what stands there instead."""
    try:
        row = json.loads(line, object_pairs_hook=_without_repeats)
    except json.JSONDecodeError as error:
        return f"bad JSON at character {error.pos + 1} ({error.msg})"
    except (ValueError, RecursionError) as error:
        return f"JSON that cannot be read ({error})"
    return row if isinstance(row, dict) else f"the JSON value {shown(row)}"


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    row = dict(pairs)
    if len(row) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the key {twice!r} stands there twice")
    return row


def _read_csv(content: bytes, file: str) -> _Rows:
    text, problems = decode(content, file)
    if not text.strip():
        return {}, [], problems
    with _fields_of_any_length():
        header, rows, lines, bad_rows = _csv_rows(text, file)
    repeated = sorted({name for name in header if header.count(name) > 1})
    problems += [
        RowProblem(file, 1, name, "two columns of this name", "one column of each name")
        for name in repeated
    ]
    columns = {name: [row[place] or None for row in rows] for place, name in enumerate(header)}
    return columns, lines, problems + bad_rows


def _csv_rows(
    text: str, file: str
) -> tuple[list[str], list[list[str]], list[int], list[RowProblem]]:
    # strict: otherwise a quote that is never closed swallows the rest of the file as one field.
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header: list[str] = []
    rows, lines, problems = [], [], []
    start = 1
    try:
        for row in reader:
            if not header:
                header = [name or f"column_{place}" for place, name in enumerate(row, start=1)]
            elif len(row) == len(header):
                rows.append(row)
                lines.append(start)
            elif row:
                found = f"{len(row)} field{'s' * (len(row) > 1)}"
                expected = f"{len(header)}, as in the header"
                problems.append(RowProblem(file, start, None, found, expected))
            start = reader.line_num + 1
    except csv.Error as error:
        expected = "CSV with commas, and quotes doubled inside quoted fields; reading stopped here"
        problems.append(RowProblem(file, start, None, f"bad CSV ({error})", expected))
    return header, rows, lines, problems


@contextmanager
def _fields_of_any_length() -> Iterator[None]:
    """Lift the limit of 131,072 characters a field, which the csv module sets for all callers."""
    limit = csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    try:
        yield
    finally:
        csv.field_size_limit(limit)


def _read_parquet(content: bytes, file: str) -> _Rows:
    import pyarrow as pa
    import pyarrow.parquet as pq

    if not content:
        return {}, [], []
    try:
        table = pq.read_table(pa.BufferReader(content))
        columns = {name: table.column(name).to_pylist() for name in table.column_names}
    except (pa.ArrowException, ValueError, KeyError, OSError) as error:
        found = f"no readable Parquet ({error})"
        return {}, [], [RowProblem(file, None, None, found, "a Parquet file")]
    _name_class_labels(columns, table.schema)
    return columns, list(range(1, table.num_rows + 1)), []


def _name_class_labels(columns: dict[str, list[Any]], schema: Any) -> None:
    """Replace the numbers that the datasets library writes for labels by the labels' names."""
    if b"huggingface" not in (schema.metadata or {}):
        return
    from datasets import ClassLabel, Features

    for name, feature in Features.from_arrow_schema(schema).items():
        if isinstance(feature, ClassLabel):
            columns[name] = [label_name(number, feature.names) for number in columns[name]]


def label_name(number: int | None, names: list[str]) -> str | int | None:
    """Give the name of a ``ClassLabel`` number; -1, which has none, stays for the row check."""
    return names[number] if number is not None and 0 <= number < len(names) else number


READERS: dict[str, Callable[[bytes, str], _Rows]] = {
    ".jsonl": _read_jsonl,
    ".ndjson": _read_jsonl,
    ".csv": _read_csv,
    ".parquet": _read_parquet,
}
