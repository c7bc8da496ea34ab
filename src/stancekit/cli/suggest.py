"""The verb ``suggest``: which passages of a pool to label next."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from stancekit.cli.corpus import parse_mapping
from stancekit.cli.rows import Model, Out, checked_rows, json_line, load_predictor, opened
from stancekit.cli.streams import ProgressBar, console
from stancekit.errors import CorpusError, TableError
from stancekit.tables import SUFFIXES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from stancekit.prediction import Predictor

_CHUNK = 4096
_SHOWN = 300
"""Characters of a text that the table shows."""

Row = dict[str, Any]
StrategyName = Literal["mix", "uncertainty", "diversity", "rare", "random"]


def suggest(
    pool: Annotated[
        str,
        typer.Argument(
            help="Rows with a text: JSONL, CSV, Parquet, a folder with passages.*, or - for JSONL "
            "on standard input.",
            show_default=False,
        ),
    ],
    *,
    model: Model,
    n: Annotated[int, typer.Option("-n", "--number", min=1, help="How many to suggest.")] = 50,
    labelled: Annotated[
        str | None,
        typer.Option(
            help="What is labelled already: passages like these are not suggested again, and their "
            "labels tell which are rare. By default the model's training data."
        ),
    ] = None,
    strategy: Annotated[
        StrategyName,
        typer.Option(
            help="What to look for; mix joins uncertainty, rare labels and coverage of the pool."
        ),
    ] = "mix",
    axis: Annotated[
        list[str],
        typer.Option(
            "--axis",
            help="An axis that counts, by default all; posture=label where the labelled data has "
            "another name for it.",
            metavar="AXIS[=COL]",
        ),
    ] = [],  # noqa: B006
    seed: Annotated[int, typer.Option(help="Seed of what is drawn.")] = 0,
    out: Out = "-",
    as_json: Annotated[
        bool, typer.Option("--json", help="Write JSON, a row a line, to a terminal as well.")
    ] = False,
) -> None:
    """Suggest which passages of a pool to label next, the most useful first.

    The rows come out as they are, each with its suggestion: rank, score, reasons and the model's
    stances. Rows that the model was trained on, near-duplicates and rows without a word are left
    out.
    """
    from stancekit.corpus.suggest import suggest_passages

    predictor = load_predictor(model)
    known = _labelled(labelled, axis, predictor)
    with ProgressBar() as progress:
        read = _read(pool, predictor, progress)
    _tell_of_seen(read)
    found = suggest_passages(
        [row["text"] or "" for row in read.rows],
        read.probabilities,
        n,
        labels={name: predictor.axes[name] for name in known.axes},
        strategy=strategy,
        labelled=[*known.texts, *read.seen],
        label_counts=known.counts,
        seed=seed,
    )
    if not found:
        raise CorpusError(
            f"{pool}: nothing is left to suggest of {len(read.rows) + len(read.seen)} rows: all "
            "are labelled already, near-duplicates of such, or without a word; give other passages"
        )
    if len(found) < n:
        typer.echo(f"{n} were asked for; the pool holds {len(found)}: here are all", err=True)
    rows = [read.rows[suggestion.row] for suggestion in found]
    stances = predictor.predict([{**row, "text": row["text"] or ""} for row in rows])
    for rank, (row, suggestion, own) in enumerate(zip(rows, found, stances, strict=True), start=1):
        row["suggestion"] = {
            "rank": rank,
            "score": suggestion.score,
            "reasons": list(suggestion.reasons),
            "stances": {name: stance.to_dict() for name, stance in own.items()},
        }
    _write(rows, out, as_json=as_json)


@dataclass(frozen=True)
class _Pool:
    """Rows that the model was not trained on, with its probabilities, and the texts it was."""

    rows: list[Row]
    probabilities: dict[str, NDArray[np.float64]]
    seen: list[str]


@dataclass(frozen=True)
class _Labelled:
    """The axes that count, how often each label was given, and to which texts."""

    axes: list[str]
    counts: dict[str, list[int]] | None
    texts: list[str]


def _labelled(data: str | None, axes: list[str], predictor: Predictor) -> _Labelled:
    columns = parse_mapping(axes, "--axis")
    names = list(predictor.axes if columns is None else columns)
    for name in names:
        predictor.codebook.axis(name)  # names the nearest axis if there is none of that name
    if data is None:
        return _Labelled(names, _training_counts(names, predictor), [])
    from stancekit.corpus import load_corpus

    corpus = load_corpus(data, codebook=predictor.codebook, axes=columns)
    names = [name for name in names if name in corpus.axes]
    labels = {name: corpus.labels(name) for name in names}
    given = [any(row) for row in zip(*labels.values(), strict=True)]
    return _Labelled(
        names,
        {name: _counts(Counter(labels[name]), predictor.axes[name]) for name in names},
        [text for text, is_given in zip(corpus.texts, given, strict=True) if is_given],
    )


def _training_counts(names: list[str], predictor: Predictor) -> dict[str, list[int]] | None:
    """Give how often the training data holds each label, where the model tells."""
    told = predictor.info.training.get("labels", {})
    if any(name not in told for name in names):
        return None
    return {name: _counts(told[name], predictor.axes[name]) for name in names}


def _counts(counts: Any, labels: tuple[str, ...]) -> list[int]:
    return [int(counts.get(label, 0)) for label in labels]


def _read(source: str, predictor: Predictor, progress: ProgressBar) -> _Pool:
    import numpy as np

    from stancekit.models import find_seen

    rows: list[Row] = []
    seen: list[str] = []
    parts: dict[str, list[NDArray[np.float64]]] = {name: [] for name in predictor.axes}
    stream = checked_rows(_pool_file(source))
    folder = Path(predictor.info.path)
    while chunk := list(islice(stream, _CHUNK)):
        texts = [row["text"] or "" for row in chunk]
        was_seen = find_seen(folder, texts)
        seen += [text for text, known in zip(texts, was_seen, strict=True) if known]
        new = [row for row, known in zip(chunk, was_seen, strict=True) if not known]
        rows += new
        passages = [{**row, "text": row["text"] or ""} for row in new]
        for name, proba in (predictor.predict_proba(passages) if new else {}).items():
            parts[name].append(proba)
        progress("rows", len(rows) + len(seen))
    widths = {name: len(labels) for name, labels in predictor.axes.items()}
    joined = {
        name: np.concatenate([np.empty((0, widths[name])), *own]) for name, own in parts.items()
    }
    return _Pool(rows, joined, seen)


def _pool_file(source: str) -> str:
    """Give the file of rows: the passages file of a folder, or what was named."""
    folder = Path(source)
    if not folder.is_dir():
        return source
    found = sorted(path for path in folder.glob("passages.*") if path.suffix in SUFFIXES)
    if len(found) != 1:
        names = ", ".join(path.name for path in found) or "none"
        raise TableError(
            f"{folder}: found {names}, expected one passages file in "
            f"{', '.join(SUFFIXES)}; name the file itself"
        )
    return str(found[0])


def _tell_of_seen(pool: _Pool) -> None:
    if pool.seen:
        typer.echo(
            f"left out {len(pool.seen)} rows of {len(pool.rows) + len(pool.seen)}: the model was "
            "trained on their texts",
            err=True,
        )


def _write(rows: list[Row], out: str, *, as_json: bool) -> None:
    if out == "-" and not as_json and _watched():
        _print_table(rows)
        return
    with opened(out) as file:
        for row in rows:
            file.write(json_line(row))


def _watched() -> bool:
    return sys.stdout.isatty()


def _print_table(rows: list[Row]) -> None:
    from rich.table import Table

    table = Table("", "text", "why", show_lines=True)
    for row in rows:
        text = row["text"] or ""
        shown = text if len(text) <= _SHOWN else text[:_SHOWN].rstrip() + "…"
        suggestion = row["suggestion"]
        table.add_row(str(suggestion["rank"]), shown, "\n".join(suggestion["reasons"]))
    console().print(table)
