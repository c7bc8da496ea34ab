"""Articles as rows: JSONL is streamed line by line, CSV and Parquet in batches."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from stancekit.articles.reading import article_from_text, decode
from stancekit.errors import ArticleError, nearest
from stancekit.records import Article

ROW_SUFFIXES: Final = frozenset({".jsonl", ".csv", ".parquet"})
_COLUMNS: Final = ("id", "title", "outlet", "date")
_BATCH: Final = 500


def read_rows(path: Path) -> Iterator[Article]:
    """Give the articles of a JSONL, CSV or Parquet file, in order."""
    if not path.is_file():
        raise ArticleError(f"{path}: no such file; expected articles as rows. Check the path.")
    if path.suffix.lower() == ".jsonl":
        return _streamed(path)
    rows = _csv_rows(path) if path.suffix.lower() == ".csv" else _parquet_rows(path)
    return (article_from_row(row, f"{path}, row {n}") for n, row in enumerate(rows, start=1))


def _streamed(path: Path) -> Iterator[Article]:
    with path.open("rb") as lines:
        yield from read_jsonl(lines, str(path))


def read_jsonl(lines: Iterable[bytes], name: str) -> Iterator[Article]:
    """Give an article a line; `name` is the file that an error speaks of."""
    offset = 0
    empty = True
    for number, line in enumerate(lines, start=1):
        text = decode(line, f"{name}:{number}", offset=offset).lstrip("\ufeff")
        offset += len(line)
        if text.strip():
            empty = False
            yield article_from_row(parse_row(text, f"{name}:{number}"), f"{name}:{number}")
    if empty:
        raise ArticleError(f"{name}: found no rows; expected one JSON object a line.")


def parse_row(line: str, where: str) -> Mapping[str, Any]:
    """Give the JSON object on a line."""
    try:
        row = json.loads(line)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ArticleError(
            f"{where}: not JSON ({error}); expected one JSON object with 'text' on the line."
        ) from error
    if not isinstance(row, dict):
        raise ArticleError(
            f"{where}: found a JSON {type(row).__name__}; expected an object with 'text'."
        )
    return row


def article_from_row(row: Mapping[str, Any], where: str) -> Article:
    """Give the article of a row with `text` and optional `id`, `title`, `outlet` and `date`."""
    if "text" not in row:
        raise ArticleError(f"{where}: the row has no 'text'; {nearest('text', map(str, row))}.")
    text = row["text"]
    if not isinstance(text, str):
        raise ArticleError(f"{where}: 'text' is {text!r}; expected a string.")
    known = {column: _word(row.get(column)) for column in _COLUMNS}
    return article_from_text(
        text,
        article_id=known["id"],
        title=known["title"],
        outlet=known["outlet"],
        date=known["date"],
    )


def _word(value: Any) -> str | None:
    """Give a cell as text, ``None`` where it is empty."""
    return None if value is None or value == "" else str(value)


def _csv_rows(path: Path) -> Iterator[Mapping[str, Any]]:
    import pandas as pd

    try:
        with pd.read_csv(
            path, dtype=str, keep_default_na=False, chunksize=_BATCH, encoding="utf-8-sig"
        ) as batches:
            for batch in batches:
                _check_text_column(list(batch.columns), path)
                yield from (dict(zip(batch.columns, row, strict=True)) for row in batch.to_numpy())
    except UnicodeDecodeError as error:
        decode(path.read_bytes(), str(path))
        raise ArticleError(f"{path}: not UTF-8 ({error.reason}); expected UTF-8.") from error
    except (pd.errors.EmptyDataError, pd.errors.ParserError) as error:
        raise ArticleError(f"{path}: not CSV ({error}); expected a header with 'text'.") from error


def _parquet_rows(path: Path) -> Iterator[Mapping[str, Any]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path)
    except (pa.ArrowInvalid, OSError) as error:
        raise ArticleError(f"{path}: not a Parquet file ({error}).") from error
    _check_text_column(file.schema_arrow.names, path)
    wanted = [name for name in ("text", *_COLUMNS) if name in file.schema_arrow.names]
    for batch in file.iter_batches(batch_size=_BATCH, columns=wanted):
        yield from batch.to_pylist()


def _check_text_column(columns: list[str], path: Path) -> None:
    if "text" not in columns:
        raise ArticleError(f"{path}: there is no column 'text'; {nearest('text', columns)}.")
