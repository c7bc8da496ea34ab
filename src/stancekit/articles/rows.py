"""Articles as rows: what each row of JSONL, CSV or Parquet says of its article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from stancekit.articles.reading import article_from_text
from stancekit.errors import ArticleError, nearest
from stancekit.records import Article
from stancekit.tables import SUFFIXES, json_rows, stream_rows

ROW_SUFFIXES: Final = frozenset(SUFFIXES)
_COLUMNS: Final = ("id", "title", "outlet", "date")


def read_rows(path: Path) -> Iterator[Article]:
    """Give the articles of a JSONL, CSV or Parquet file, in order."""
    for where, row in stream_rows(path, columns=("text", *_COLUMNS)):
        yield article_from_row(row, where)


def read_jsonl(lines: Iterable[bytes], name: str) -> Iterator[Article]:
    """Give an article a line; `name` is the file that an error speaks of."""
    for where, row in json_rows(lines, name):
        yield article_from_row(row, where)


def article_from_row(row: Mapping[str, Any], where: str) -> Article:
    """Give the article of a row with `text` and optional `id`, `title`, `outlet` and `date`.

    A cell without a text is an article without a word; a row without that column is an error.
    """
    if "text" not in row:
        raise ArticleError(f"{where}: the row has no 'text'; {nearest('text', map(str, row))}.")
    text = "" if row["text"] is None else row["text"]
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
