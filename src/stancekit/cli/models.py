"""The verbs ``train`` and ``evaluate``: a configuration to a run, a model to its scores."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from stancekit.cli.corpus import Axes, CodebookFile, Columns, parse_mapping
from stancekit.cli.predictions import Precision, Threshold
from stancekit.cli.scores import (
    print_end_to_end,
    print_generalisation,
    print_human_ceiling,
    print_learning_curve,
    print_looks,
    print_scores,
    print_slices,
    warn_of_dates,
)
from stancekit.cli.streams import ProgressBar, print_json, print_text

AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


def train(
    config: Annotated[Path, typer.Argument(help="A YAML configuration.", show_default=False)],
    *,
    overrides: Annotated[
        list[str],
        typer.Option("--set", help="model.pairs=0: override one option.", metavar="KEY=VALUE"),
    ] = [],  # noqa: B006
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            help="Folder of the run, runs/NAME/TIME by default; a run cut off there is finished.",
        ),
    ] = None,
    plan_only: Annotated[bool, typer.Option("--plan", help="Print the plan and stop.")] = False,
    as_json: AsJson = False,
) -> None:
    """Train, calibrate, evaluate, save and track one experiment."""
    from stancekit.training import plan_experiment
    from stancekit.training import train as run

    if plan_only:
        plan = plan_experiment(config, overrides)
        print_json(plan.to_dict()) if as_json else print_text("\n".join(plan.lines()))
        return
    with ProgressBar() as progress:
        result = run(
            config,
            overrides=overrides,
            output=out,
            progress=progress,
            announce=lambda plan: typer.echo("\n".join(plan.lines()), err=True),
        )
    if as_json:
        print_json(result.to_dict())
        return
    print_scores(result.test)
    print_slices(result.slices)
    print_generalisation(result.generalisation)
    print_learning_curve(result.learning_curve)
    print_human_ceiling(result.human_ceiling)
    warn_of_dates(result.dates)
    print_looks(result.looks)
    print_text(f"model   {result.model_path}")
    if result.report is not None:
        print_text(f"report  {result.report}")
    print_text(f"run     {result.run_id}")


def evaluate(
    model: Annotated[
        str,
        typer.Argument(help="A model folder or an MLflow model address.", show_default=False),
    ],
    data: Annotated[
        str,
        typer.Argument(help="Labelled passages that the model never saw.", show_default=False),
    ],
    *,
    codebook: CodebookFile = None,
    column: Columns = [],  # noqa: B006
    axis: Axes = [],  # noqa: B006
    resamples: Annotated[int, typer.Option(min=0, help="Bootstrap resamples.")] = 2000,
    seed: Annotated[int, typer.Option(help="Seed of the bootstrap.")] = 0,
    report: Annotated[
        Path | None, typer.Option("--report", help="Where to write the report, report.html here.")
    ] = None,
    slices: Annotated[
        list[str],
        typer.Option("--slice", help="A further column to score parts by.", metavar="COLUMN"),
    ] = [],  # noqa: B006
    articles: Annotated[
        Path | None,
        typer.Option(
            "--articles",
            help="The articles that the rows are all statements of: score from article to stance.",
        ),
    ] = None,
    threshold: Threshold = None,
    precision: Precision = None,
    purpose: Annotated[
        Literal["exploratory", "confirmatory"],
        typer.Option("--purpose", help="Recorded where an MLflow store counts the looks."),
    ] = "exploratory",
    as_json: AsJson = False,
) -> None:
    """Score a model on labelled passages, with a report."""
    from stancekit.training import evaluate as run

    with ProgressBar() as progress:
        result = run(
            model,
            data,
            codebook=codebook,
            columns=parse_mapping(column, "--column"),
            axes=parse_mapping(axis, "--axis"),
            resamples=resamples,
            seed=seed,
            report=report or Path("report.html"),
            slices=slices,
            articles=articles,
            threshold=threshold,
            precision=precision,
            purpose=purpose,
            count_looks=True,
            progress=progress,
        )
    if as_json:
        print_json(result.to_dict())
        return
    print_scores(result.test)
    print_slices(result.slices)
    print_human_ceiling(result.human_ceiling)
    warn_of_dates(result.dates)
    print_looks(result.looks)
    if result.end_to_end is not None:
        print_end_to_end(result.end_to_end)
    if result.n_seen_in_training:
        typer.echo(
            f"warning: the model was trained on {result.n_seen_in_training} of these texts",
            err=True,
        )
    print_text(f"report  {result.report}")
