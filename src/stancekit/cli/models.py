"""The verbs ``train`` and ``evaluate``: a configuration to a run, a model to its scores."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stancekit.cli.corpus import Axes, CodebookFile, Columns, parse_mapping
from stancekit.cli.streams import ProgressBar, console, print_json, print_text

if TYPE_CHECKING:
    from stancekit.evaluation import AxisEvaluation, Score

AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]

SHOWN = ("macro_f1", "weighted_f1", "accuracy", "expressed_macro_f1", "mcc", "calibration_error")


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
        Path | None,
        typer.Option(
            "--report",
            help="Where to write the report, report.html by default; .md and .json stand beside.",
        ),
    ] = None,
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
            progress=progress,
        )
    if as_json:
        print_json(result.to_dict())
        return
    print_scores(result.test)
    if result.n_seen_in_training:
        typer.echo(
            f"warning: the model was trained on {result.n_seen_in_training} of these texts",
            err=True,
        )
    print_text(f"report  {result.report}")


def print_scores(evaluations: Mapping[str, AxisEvaluation]) -> None:
    """Print one table: a score a row, an axis a column, with intervals; then what to mind."""
    from rich import box
    from rich.table import Table

    if not evaluations:
        print_text("No row was held out: nothing was evaluated.")
        return
    table = Table("", *evaluations, box=box.SIMPLE_HEAD)
    table.add_row("passages", *(str(evaluation.n) for evaluation in evaluations.values()))
    for name in SHOWN:
        scores = [evaluation.metrics.get(name) for evaluation in evaluations.values()]
        if any(score is not None for score in scores):
            table.add_row(name, *(_cell(score) for score in scores))
    console().print(table)
    for axis, evaluation in evaluations.items():
        for note, names in _notes(evaluation).items():
            print_text(f"{axis}, {', '.join(names)}: {note}")


def _notes(evaluation: AxisEvaluation) -> dict[str, list[str]]:
    """Give what to mind, each with the shown scores that it is said of."""
    notes: dict[str, list[str]] = {}
    for name in SHOWN:
        score = evaluation.metrics.get(name)
        if score is not None and score.note is not None:
            notes.setdefault(score.note, []).append(name)
    return notes


def _cell(score: Score | None) -> str:
    if score is None or score.value is None:
        return "-"
    if score.low is None or score.high is None:
        return f"{score.value:.3f}"
    return f"{score.value:.3f}  {score.low:.3f} to {score.high:.3f}"
