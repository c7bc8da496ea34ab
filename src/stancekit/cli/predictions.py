"""The verbs ``predict`` and ``tag``: stances for rows, and for what articles report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stancekit.cli.articles import AliasFile, Articles
from stancekit.cli.rows import Model, Out, checked_rows, json_line, load_predictor, opened
from stancekit.cli.streams import ProgressBar

if TYPE_CHECKING:
    from stancekit.prediction import Predictor

_CHUNK = 4096

Threshold = Annotated[
    float | None,
    typer.Option(
        min=0.0, max=1.0, help="Abstain where the most probable label is less probable than this."
    ),
]
Precision = Annotated[
    float | None,
    typer.Option(
        min=0.0,
        max=1.0,
        help="Abstain so that this share of the labels given is right, as held-out training rows "
        "show it; in place of a threshold.",
    ),
]
Coverage = Annotated[
    float | None,
    typer.Option(
        min=0.0, max=1.0, help='Add "labels": a set that holds the gold label this often.'
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
    precision: Precision = None,
    coverage: Coverage = None,
    codebook: RequiredCodebook = None,
    as_json: AsJson = True,  # noqa: ARG001
) -> None:
    """Predict the stance of rows; the same rows come out, in order, each with its stances.

    A row without a text abstains. What a row holds under "stances" is replaced.
    """
    asked = {"threshold": threshold, "precision": precision, "coverage": coverage}
    predictor = load_predictor(model, codebook)
    with opened(out) as file, ProgressBar() as progress:
        for done, line in enumerate(_predicted(rows, predictor, asked), start=1):
            file.write(line)
            if done % 256 == 0:
                progress("rows", done)


def tag(
    articles: Articles,
    *,
    model: Model,
    out: Out = "-",
    threshold: Threshold = None,
    precision: Precision = None,
    coverage: Coverage = None,
    codebook: RequiredCodebook = None,
    aliases: AliasFile = None,
    as_json: AsJson = True,  # noqa: ARG001
) -> None:
    """Find who says what in articles and each speaker's stance, one statement a line."""
    from stancekit.articles import read_articles
    from stancekit.cli.aliases import agreed_in

    asked = {"threshold": threshold, "precision": precision, "coverage": coverage}
    names = agreed_in(aliases)
    predictor = load_predictor(model, codebook)
    with opened(out) as file, ProgressBar() as progress:
        tagged = predictor.tag_many(read_articles(articles), **asked)
        for done, article in enumerate(tagged, start=1):
            for row in article.to_rows():
                speaker = row["speaker"]
                speaker["name"] = names.get(speaker["name"], speaker["name"])
                file.write(json_line(row))
            progress("articles", done)


def _predicted(
    source: str, predictor: Predictor, asked: Mapping[str, float | None]
) -> Iterator[str]:
    rows = checked_rows(source)
    while chunk := list(islice(rows, _CHUNK)):
        passages = [{**row, "text": row["text"] or ""} for row in chunk]
        predicted = predictor.predict(passages, **asked)
        for row, stances in zip(chunk, predicted, strict=True):
            row["stances"] = {axis: stance.to_dict() for axis, stance in stances.items()}
            yield json_line(row)
