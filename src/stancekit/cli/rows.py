"""Rows with a text in, rows out, and the model in between: what several verbs share."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from stancekit.errors import TableError, nearest
from stancekit.output import whole_file

if TYPE_CHECKING:
    from stancekit.prediction import Predictor

Model = Annotated[
    str,
    typer.Option(
        "--model",
        "-m",
        help="A model folder, runs:/ID/model, models:/NAME/3, models:/NAME@alias or models:/m-ID.",
        show_default=False,
    ),
]
Out = Annotated[str, typer.Option("--out", "-o", help="A .jsonl file, or - for standard output.")]


def load_predictor(model: str, codebook: Path | None = None) -> Predictor:
    """Load a model; fail unless it was trained with the codebook, where one is given."""
    from stancekit.prediction import Predictor

    if codebook is None:
        return Predictor.load(model)
    from stancekit.codebook import Codebook

    return Predictor.load(model, codebook=Codebook.load(codebook))


def checked_rows(source: str) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file, each with a text or a null one."""
    from stancekit.tables import stream_rows

    for where, row in stream_rows(source):
        if "text" not in row:
            raise TableError(f"{where}: found no column 'text'; {nearest('text', row)}")
        if not isinstance(row["text"], str | None):
            raise TableError(f"{where}, column 'text': found {row['text']!r}, expected a string")
        yield row


def json_line(row: dict[str, Any]) -> str:
    """Give a row as a line of JSON that can be written as UTF-8."""
    text = json.dumps(row, ensure_ascii=False, default=str)
    # A lone surrogate cannot be written as UTF-8; JSON's own escape for it can.
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        text = json.dumps(row, default=str)
    return text + "\n"


@contextlib.contextmanager
def opened(out: str) -> Iterator[TextIO]:
    """Open a file that is written whole or not at all, or standard output for ``-``."""
    if out == "-":
        yield sys.stdout
        return
    path = Path(out)
    with whole_file(path) as file:
        yield file
