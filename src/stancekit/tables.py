"""Rows of JSONL, CSV and Parquet, one after the other, each with where it stands.

Nothing is held but the row at hand, and pyarrow is imported for Parquet alone.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from stancekit.errors import TableError

STANDARD_INPUT = "-"
SUFFIXES = (".jsonl", ".csv", ".parquet")
_BATCH = 500
_LONGEST_FIELD = 2**31 - 1  # what a C long holds everywhere

Row = dict[str, Any]


def stream_rows(
    source: str | Path, *, columns: Collection[str] | None = None
) -> Iterator[tuple[str, Row]]:
    """Give each row with where it stands, such as ``rows.jsonl:12``.

    Parameters
    ----------
    source
        A ``.jsonl``, ``.csv`` or ``.parquet`` file, or ``-`` for JSONL on standard input. An empty
        cell of a CSV file is ``None``.
    columns
        What is wanted of a row: of a Parquet file that has any of these columns no other is read.

    Raises
    ------
    TableError
        If there is no such file, it holds no row, or a row is not what the file's name says; the
        message gives the line.
    """
    if str(source) == STANDARD_INPUT:
        return json_rows(sys.stdin.buffer, "standard input")
    path = Path(source)
    if not path.is_file():
        raise TableError(f"{path}: no such file; expected rows in {_listed()}. Check the path")
    suffix = path.suffix.lower()
    if suffix == ".jsonl":
        return _open(path, json_rows)
    if suffix == ".csv":
        return _required(_open(path, _csv_rows), str(path))
    if suffix == ".parquet":
        return _required(_parquet_rows(path, columns), str(path))
    raise TableError(f"{path}: found a {suffix!r} file, expected one of {_listed()}")


def json_rows(lines: Iterable[bytes], name: str) -> Iterator[tuple[str, Row]]:
    """Give the object on each line with where it stands; `name` is the file that errors speak of.

    Raises
    ------
    TableError
        If there is no row, or a line is no JSON object in UTF-8.
    """
    return _required(_objects(lines, name), name)


def _open(
    path: Path, read: Callable[[BinaryIO, str], Iterator[tuple[str, Row]]]
) -> Iterator[tuple[str, Row]]:
    try:
        with path.open("rb") as file:
            yield from read(file, str(path))
    except OSError as error:
        raise TableError(f"{path}: cannot be read: {error.strerror or error}") from error


def _required(rows: Iterator[tuple[str, Row]], name: str) -> Iterator[tuple[str, Row]]:
    empty = True
    for row in rows:
        empty = False
        yield row
    if empty:
        raise TableError(f"{name}: found no rows; expected one a line")


def _listed() -> str:
    return ", ".join(SUFFIXES)


def _objects(lines: Iterable[bytes], name: str) -> Iterator[tuple[str, Row]]:
    for number, line in enumerate(lines, start=1):
        where = f"{name}:{number}"
        text = _decoded(line, where)
        if not text.strip():
            continue
        try:
            row = json.loads(text)
        except (json.JSONDecodeError, RecursionError) as error:
            raise TableError(f"{where}: found no JSON ({error}), expected one object") from error
        if not isinstance(row, dict):
            raise TableError(f"{where}: found a JSON {type(row).__name__}, expected an object")
        yield where, row


def _decoded(line: bytes, where: str) -> str:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TableError(
            f"{where}: byte {error.start} of the line ({line[error.start]:#04x}) is not UTF-8; "
            "save the file as UTF-8"
        ) from error


def _csv_rows(file: BinaryIO, name: str) -> Iterator[tuple[str, Row]]:
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.DictReader(text, strict=True)
    try:
        for row in reader:
            where = f"{name}:{reader.line_num}"
            if None in row:
                raise TableError(
                    f"{where}: found more fields than the {len(reader.fieldnames or ())} columns; "
                    "put quotation marks around a field that holds a comma"
                )
            yield where, {column: value or None for column, value in row.items()}
    except UnicodeDecodeError:
        text.detach().seek(0)
        for number, line in enumerate(file, start=1):
            _decoded(line, f"{name}:{number}")
        raise
    except csv.Error as error:
        raise TableError(
            f"{name}:{reader.line_num + 1}: found no CSV ({error}), expected a header and a row "
            "a line"
        ) from error


def _parquet_rows(path: Path, columns: Collection[str] | None) -> Iterator[tuple[str, Row]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
        wanted = [name for name in file.schema_arrow.names if name in (columns or ())] or None
        number = 0
        for batch in file.iter_batches(batch_size=_BATCH, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                yield f"{path}, row {number}", row
    except (pa.ArrowInvalid, OSError) as error:
        raise TableError(f"{path}: found no Parquet ({error})") from error
