"""Rows of JSONL, CSV and Parquet, one after the other, each with where it stands.

Nothing is held but the row at hand, and pyarrow is imported for Parquet alone.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from stancekit.errors import TableError

STANDARD_INPUT = "-"
SUFFIXES = (".jsonl", ".csv", ".parquet")

Row = dict[str, Any]


def stream_rows(source: str | Path) -> Iterator[tuple[str, Row]]:
    """Give each row with where it stands, such as ``rows.jsonl:12``.

    Parameters
    ----------
    source
        A ``.jsonl``, ``.csv`` or ``.parquet`` file, or ``-`` for JSONL on standard input.

    Raises
    ------
    TableError
        If there is no such file, it holds no row, or a row is not what the file's name says; the
        message gives the line.
    """
    if str(source) == STANDARD_INPUT:
        return _required(_json_rows(sys.stdin.buffer, "standard input"), "standard input")
    path = Path(source)
    suffix = path.suffix.lower()
    if not path.is_file():
        raise TableError(f"{path}: no such file; expected rows in {_listed()}. Check the path")
    if suffix not in SUFFIXES:
        raise TableError(f"{path}: found a {suffix!r} file, expected one of {_listed()}")
    readers = {".jsonl": _open_json, ".csv": _open_csv, ".parquet": _parquet_rows}
    return _required(readers[suffix](path), str(path))


def _required(rows: Iterator[tuple[str, Row]], name: str) -> Iterator[tuple[str, Row]]:
    empty = True
    for row in rows:
        empty = False
        yield row
    if empty:
        raise TableError(f"{name}: found no rows; expected one a line")


def _listed() -> str:
    return ", ".join(SUFFIXES)


def _open_json(path: Path) -> Iterator[tuple[str, Row]]:
    with path.open("rb") as lines:
        yield from _json_rows(lines, str(path))


def _json_rows(lines: Iterable[bytes], name: str) -> Iterator[tuple[str, Row]]:
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


def _open_csv(path: Path) -> Iterator[tuple[str, Row]]:
    with path.open("rb") as file:
        yield from _csv_rows(file, path)


def _csv_rows(file: BinaryIO, path: Path) -> Iterator[tuple[str, Row]]:
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    csv.field_size_limit(sys.maxsize)
    reader = csv.DictReader(text, strict=True)
    try:
        for row in reader:
            where = f"{path}:{reader.line_num}"
            if None in row:
                raise TableError(
                    f"{where}: found more fields than the {len(reader.fieldnames or ())} columns; "
                    "put quotation marks around a field that holds a comma"
                )
            yield where, {name: value or None for name, value in row.items()}
    except (csv.Error, UnicodeDecodeError) as error:
        raise TableError(
            f"{path}:{reader.line_num + 1}: found no CSV in UTF-8 ({error}), expected a header "
            "and a row a line"
        ) from error


def _parquet_rows(path: Path) -> Iterator[tuple[str, Row]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
    except (pa.ArrowInvalid, OSError) as error:
        raise TableError(f"{path}: found no Parquet ({error})") from error
    number = 0
    for batch in file.iter_batches(batch_size=1000):
        for row in batch.to_pylist():
            number += 1
            yield f"{path}, row {number}", row
