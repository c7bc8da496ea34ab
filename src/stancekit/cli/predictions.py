"""The verbs ``predict`` and ``tag``: stances for rows, and for what articles report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

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
Explain = Annotated[
    bool,
    typer.Option(
        "--explain",
        help='Add "explanation": what words of the text add to the most probable label, largest '
        "first. A model that is not linear reads each text up to 128 times more.",
    ),
]
Spans = Annotated[
    int,
    typer.Option("--spans", min=1, help="With --explain: how many spans are given at most."),
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
    explain: Explain = False,
    spans: Spans = 10,
    codebook: RequiredCodebook = None,
    as_json: AsJson = True,  # noqa: ARG001
) -> None:
    """Predict the stance of rows; the same rows come out, in order, each with its stances.

    A row without a text abstains. What a row holds under "stances" is replaced.
    """
    asked = {"threshold": threshold, "precision": precision, "coverage": coverage}
    predictor = load_predictor(model, codebook)
    with opened(out) as file, ProgressBar() as progress:
        predicted = _predicted(rows, predictor, asked)
        if explain:
            predicted = (_explained(row, predictor, spans) for row in predicted)
        for done, row in enumerate(predicted, start=1):
            file.write(json_line(row))
            if done % (16 if explain else 256) == 0:
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
) -> Iterator[dict[str, Any]]:
    rows = checked_rows(source)
    while chunk := list(islice(rows, _CHUNK)):
        predicted = predictor.predict([_passage(row) for row in chunk], **asked)
        for row, stances in zip(chunk, predicted, strict=True):
            row["stances"] = {axis: stance.to_dict() for axis, stance in stances.items()}
            yield row


def _explained(row: dict[str, Any], predictor: Predictor, n_spans: int) -> dict[str, Any]:
    """Add to a row's stances what speaks most for and against them."""
    for axis, explanation in predictor.explain(_passage(row)).items():
        largest = explanation.largest(n_spans)
        row["stances"][axis]["explanation"] = [span.to_dict() for span in largest]
    return row


def _passage(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, "text": row["text"] or ""}
