"""The verbs ``predict`` and ``tag``: stances for rows, and for what articles report."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from stancekit.cli.articles import Articles
from stancekit.cli.streams import ProgressBar
from stancekit.errors import TableError, nearest
from stancekit.output import whole_file

if TYPE_CHECKING:
    from stancekit.prediction import Predictor

_CHUNK = 4096

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
Threshold = Annotated[
    float | None,
    typer.Option(
        min=0.0, max=1.0, help="Abstain where the most probable label is less probable than this."
    ),
]
RequiredCodebook = Annotated[
    Path | None,
    typer.Option("--codebook", help="Fail unless the model was trained with this codebook."),
]
AsJson = Annotated[
    bool, typer.Option("--json", help="Write JSON, a row a line; this is always so.")
]


def predict(
    rows: Annotated[
        str,
        typer.Argument(
            help="JSONL, CSV or Parquet with a text and, where known, target, speaker and "
            "affiliation; - for JSONL on standard input.",
            show_default=False,
        ),
    ],
    *,
    model: Model,
    out: Out = "-",
    threshold: Threshold = None,
    codebook: RequiredCodebook = None,
    as_json: AsJson = True,  # noqa: ARG001
) -> None:
    """Predict the stance of rows; the same rows come out, in order, each with its stances.

    A row without a text abstains. What a row holds under "stances" is replaced.
    """
    predictor = _load(model, codebook)
    with _opened(out) as file, ProgressBar() as progress:
        for done, line in enumerate(_predicted(rows, predictor, threshold), start=1):
            file.write(line)
            if done % 256 == 0:
                progress("rows", done)


def tag(
    articles: Articles,
    *,
    model: Model,
    out: Out = "-",
    threshold: Threshold = None,
    codebook: RequiredCodebook = None,
    as_json: AsJson = True,  # noqa: ARG001
) -> None:
    """Find who says what in articles and each speaker's stance, one statement a line."""
    from stancekit.articles import read_articles

    predictor = _load(model, codebook)
    with _opened(out) as file, ProgressBar() as progress:
        tagged = predictor.tag_many(read_articles(articles), threshold=threshold)
        for done, article in enumerate(tagged, start=1):
            for row in article.to_rows():
                file.write(_line(row))
            progress("articles", done)


def _load(model: str, codebook: Path | None) -> Predictor:
    from stancekit.prediction import Predictor

    if codebook is None:
        return Predictor.load(model)
    from stancekit.codebook import Codebook

    return Predictor.load(model, codebook=Codebook.load(codebook))


def _predicted(source: str, predictor: Predictor, threshold: float | None) -> Iterator[str]:
    rows = _checked_rows(source)
    while chunk := list(islice(rows, _CHUNK)):
        passages = [{**row, "text": row["text"] or ""} for row in chunk]
        predicted = predictor.predict(passages, threshold=threshold)
        for row, stances in zip(chunk, predicted, strict=True):
            row["stances"] = {axis: stance.to_dict() for axis, stance in stances.items()}
            yield _line(row)


def _checked_rows(source: str) -> Iterator[dict[str, Any]]:
    from stancekit.tables import stream_rows

    for where, row in stream_rows(source):
        if "text" not in row:
            raise TableError(f"{where}: found no column 'text'; {nearest('text', row)}")
        if not isinstance(row["text"], str | None):
            raise TableError(f"{where}, column 'text': found {row['text']!r}, expected a string")
        yield row


def _line(row: dict[str, Any]) -> str:
    text = json.dumps(row, ensure_ascii=False, default=str)
    # A lone surrogate cannot be written as UTF-8; JSON's own escape for it can.
    if not text.isascii() and any("\ud800" <= character <= "\udfff" for character in text):
        text = json.dumps(row, default=str)
    return text + "\n"


@contextlib.contextmanager
def _opened(out: str) -> Iterator[TextIO]:
    if out == "-":
        yield sys.stdout
        return
    path = Path(out)
    with whole_file(path) as file:
        yield file
