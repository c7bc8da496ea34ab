"""The verb ``compare``: which of several models is better, as far as that can be told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from stancekit.cli.corpus import Axes, CodebookFile, Columns, parse_mapping
from stancekit.cli.frozen import FrozenFile, print_frozen
from stancekit.cli.models import AsJson
from stancekit.cli.rows import json_line, opened
from stancekit.cli.scores import print_looks
from stancekit.cli.streams import ProgressBar, console, print_json, print_text, print_warning

if TYPE_CHECKING:
    from rich.table import Table

    from stancekit.evaluation import AxisComparison, Comparison
    from stancekit.training import ComparisonResult

Metric = Literal["macro_f1", "accuracy", "weighted_f1", "mcc"]


def compare(
    models: Annotated[
        list[str],
        typer.Argument(
            help="Two or more model folders or MLflow model addresses.",
            show_default=False,
            metavar="MODEL MODEL...",
        ),
    ],
    *,
    data: Annotated[
        str,
        typer.Option("--data", help="Labelled passages that none of them saw.", show_default=False),
    ],
    codebook: CodebookFile = None,
    column: Columns = [],  # noqa: B006
    axis: Axes = [],  # noqa: B006
    metric: Annotated[Metric, typer.Option(help="By which models are compared.")] = "macro_f1",
    resamples: Annotated[int, typer.Option(min=0, help="Bootstrap resamples.")] = 2000,
    seed: Annotated[int, typer.Option(min=0, help="Seed of resamples and swaps.")] = 0,
    differing: Annotated[
        str | None,
        typer.Option(
            "--differing",
            "-o",
            help="Write the rows that the models label differently there, as JSONL.",
        ),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(
            "--report",
            help="Write a report there, report.html say; .md and .json stand beside.",
        ),
    ] = None,
    slices: Annotated[
        list[str],
        typer.Option(
            "--slice", help="A further column to score parts by in the report.", metavar="COLUMN"
        ),
    ] = [],  # noqa: B006
    purpose: Annotated[
        Literal["exploratory", "confirmatory"],
        typer.Option("--purpose", help="Recorded where an MLflow store counts the looks."),
    ] = "exploratory",
    frozen: FrozenFile = None,
    as_json: AsJson = False,
) -> None:
    """Compare models on labelled passages: differences with intervals, and who is told apart."""
    if len(models) < 2:
        raise typer.BadParameter(
            f"found {len(models)} model, expected two or more", param_hint="MODEL MODEL..."
        )
    if slices and report is None:
        raise typer.BadParameter(
            f"found {slices}, which only a report shows: name it with --report",
            param_hint="--slice",
        )
    if differing == "-":
        raise typer.BadParameter(
            "found -, expected a file: the result goes to standard output", param_hint="--differing"
        )
    from stancekit.training import compare as run

    with ProgressBar() as progress:
        result = run(
            models,
            data,
            codebook=codebook,
            columns=parse_mapping(column, "--column"),
            axes=parse_mapping(axis, "--axis"),
            metric=metric,
            resamples=resamples,
            seed=seed,
            report=report,
            slices=slices,
            purpose=purpose,
            count_looks=True,
            frozen=frozen,
            progress=progress,
        )
    if differing is not None:
        _write_differing(result, differing)
    for warning in result.warnings:
        print_warning(warning)
    if as_json:
        print_json(result.to_dict())
        return
    _print_comparison(result.comparison)
    print_looks(result.looks)
    print_frozen(result.frozen)
    if differing is not None:
        print_text(f"differing  {differing}")
    if result.report is not None:
        print_text(f"report  {result.report}")


def _write_differing(result: ComparisonResult, out: str) -> None:
    with opened(out) as file:
        for row in result.differing_rows():
            file.write(json_line(row))


def _print_comparison(comparison: Comparison) -> None:
    for axis in comparison.axes.values():
        print_text(f"{axis.axis}: {axis.n} passages in {axis.n_groups} groups")
        console().print(_leaderboard(axis, comparison.metric))
        console().print(_pairs(axis))
        if axis.note is not None:
            print_text(f"{axis.axis}: nothing was tested: {axis.note}")
        for note, models in _notes(axis).items():
            print_text(f"{axis.axis}, {', '.join(models)}: {note}")
    print_text(comparison.rule)
    print_text("McNemar's test takes passages for independent, which those of one group are not.")


def _notes(axis: AxisComparison) -> dict[str, list[str]]:
    """Give what to mind of the scores, each with the models that it is said of."""
    notes: dict[str, list[str]] = {}
    for place in axis.leaderboard:
        if place.score.note is not None:
            notes.setdefault(place.score.note, []).append(place.model)
    return notes


def _leaderboard(axis: AxisComparison, metric: str) -> Table:
    table = _table("", metric, "letters")
    for place in axis.leaderboard:
        table.add_row(place.model, place.score.in_words(), place.letters)
    return table


def _pairs(axis: AxisComparison) -> Table:
    table = _table("", "difference", "differ in", "p, Holm", "McNemar, Holm")
    for pair in axis.pairs:
        table.add_row(
            f"{pair.a}\nover {pair.b}",
            pair.difference.in_words(),
            str(pair.n_differ),
            _p(pair.p_holm),
            _p(pair.mcnemar.p_holm),
        )
    return table


def _table(*columns: str) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD)
    for number, name in enumerate(columns):
        # A model's address may be long; the numbers are read across and stay whole.
        table.add_column(name, overflow="fold", no_wrap=number > 0)
    return table


def _p(value: float | None) -> str:
    if value is None:
        return "\N{EN DASH}"
    return "<0.001" if value < 0.001 else f"{value:.3f}"
