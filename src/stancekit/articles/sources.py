"""Articles from whatever a user names: files, folders, rows and standard input."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO, Final

from stancekit.articles.reading import HTML_SUFFIXES, article_from_text, decode, read_article
from stancekit.articles.rows import ROW_SUFFIXES, read_jsonl, read_rows
from stancekit.errors import ArticleError
from stancekit.records import Article

STANDARD_INPUT: Final = "-"
_TEXT_SUFFIXES: Final = HTML_SUFFIXES | {".txt"}
_IN_FOLDERS: Final = _TEXT_SUFFIXES | {".jsonl"}


def read_articles(sources: Iterable[str | Path]) -> Iterator[Article]:
    """Give the articles of files, folders and ``-`` (standard input), in the order given.

    A folder gives its ``.txt``, ``.html`` and ``.jsonl`` files in order of their names. Standard
    input is one text, or JSONL where its first line is a JSON object with ``text``; JSONL is
    streamed and never held as a whole.

    Raises
    ------
    ArticleError, TableError
        When a source is reached that is missing, empty or not what its name says.
    """
    for source in sources:
        if str(source) == STANDARD_INPUT:
            yield from _read_standard_input(sys.stdin.buffer)
        else:
            yield from _read_path(Path(source))


def _read_path(path: Path) -> Iterator[Article]:
    if path.is_dir():
        yield from _read_folder(path)
    elif path.suffix.lower() in ROW_SUFFIXES:
        yield from read_rows(path)
    elif path.suffix.lower() in _TEXT_SUFFIXES or not path.suffix or not path.exists():
        yield read_article(path)
    else:
        known = ", ".join(sorted(_TEXT_SUFFIXES | ROW_SUFFIXES))
        raise ArticleError(f"{path}: found a {path.suffix!r} file; expected one of {known}.")


def _read_folder(folder: Path) -> Iterator[Article]:
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() in _IN_FOLDERS)
    if not files:
        known = ", ".join(sorted(_IN_FOLDERS))
        raise ArticleError(f"{folder}: found no articles; expected files that end in {known}.")
    for path in files:
        yield from _read_path(path)


def _read_standard_input(stream: BinaryIO) -> Iterator[Article]:
    begun = [stream.readline()]
    while begun[-1] and not begun[-1].strip():
        begun.append(stream.readline())
    if _is_row(begun[-1]):
        yield from read_jsonl(chain(begun, stream), "standard input")
        return
    text = decode(b"".join(begun) + stream.read(), "standard input")
    if not text.strip():
        raise ArticleError("standard input: found nothing; expected the text of an article.")
    yield article_from_text(text)


def _is_row(line: bytes) -> bool:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(row, dict) and "text" in row
