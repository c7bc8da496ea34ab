"""The verbs ``train`` and ``evaluate``: a configuration to a run, a model to its scores."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from stancekit.cli.behaviour import (
    Behaviour,
    BehaviourOut,
    Poles,
    print_behaviour,
    write_failures,
)
from stancekit.cli.configurations import ConfigFile, Overrides
from stancekit.cli.corpus import Axes, CodebookFile, Columns, parse_mapping
from stancekit.cli.frozen import FrozenFile
from stancekit.cli.predictions import Precision, Threshold
from stancekit.cli.rows import load_predictor
from stancekit.cli.scores import print_assessment
from stancekit.cli.streams import ProgressBar, print_json, print_text, print_warning

if TYPE_CHECKING:
    from stancekit.evaluation.behaviour import BehaviourReport
    from stancekit.training import EvaluationResult

AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]


def train(
    config: ConfigFile,
    *,
    overrides: Overrides = [],  # noqa: B006
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            "-o",
            help="Folder of the run, runs/NAME/TIME by default; a run cut off there is finished.",
        ),
    ] = None,
    frozen: FrozenFile = None,
    plan_only: Annotated[bool, typer.Option("--plan", help="Print the plan and stop.")] = False,
    as_json: AsJson = False,
) -> None:
    """Train, calibrate, evaluate, save and track one experiment."""
    from stancekit.models.processes import is_first
    from stancekit.training import help_to_fit, plan_experiment
    from stancekit.training import train as run

    if plan_only and frozen is not None:
        raise typer.BadParameter("found --plan, which holds nothing to it", param_hint="--frozen")
    if plan_only:
        plan = plan_experiment(config, overrides)
        print_json(plan.to_dict()) if as_json else print_text("\n".join(plan.lines()))
        return
    if not is_first():
        help_to_fit(config, overrides=overrides, output=out)
        return
    with ProgressBar() as progress:
        result = run(
            config,
            overrides=overrides,
            output=out,
            frozen=frozen,
            progress=progress,
            announce=lambda plan: typer.echo("\n".join(plan.lines()), err=True),
        )
    if as_json:
        print_json(result.to_dict())
        return
    print_assessment(result)
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
        str | None,
        typer.Argument(
            help="Labelled passages that the model never saw; --behaviour does without.",
            show_default=False,
        ),
    ] = None,
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
    behaviour: Behaviour = False,
    poles: Poles = None,
    behaviour_out: BehaviourOut = None,
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
    frozen: FrozenFile = None,
    as_json: AsJson = False,
) -> None:
    """Score a model on labelled passages, with a report; test its behaviour."""
    from stancekit.reporting import check_report_place
    from stancekit.training import evaluate as run
    from stancekit.training import evaluate_behaviour

    if data is None and frozen is not None:
        raise typer.BadParameter("found no DATA, which it is about", param_hint="--frozen")
    if data is None and not behaviour:
        raise typer.BadParameter("found none; only --behaviour does without", param_hint="DATA")
    columns, axes = parse_mapping(column, "--column"), parse_mapping(axis, "--axis")
    page = report or Path("report.html")
    check_report_place(page)
    predictor = load_predictor(model, codebook)
    result = behaved = None
    with ProgressBar() as progress:
        if behaviour:
            behaved = evaluate_behaviour(
                predictor,
                data,
                columns=columns,
                axes=axes,
                poles=poles,
                seed=seed,
                # With data, the tests are a part of the report on the scores.
                report=page if data is None else None,
                progress=progress,
            )
        if data is not None:
            result = run(
                predictor,
                data,
                columns=columns,
                axes=axes,
                resamples=resamples,
                seed=seed,
                report=page,
                slices=slices,
                articles=articles,
                threshold=threshold,
                precision=precision,
                purpose=purpose,
                count_looks=True,
                frozen=frozen,
                behaviour=behaved,
                progress=progress,
            )
    cases = behaviour_out or page.with_name("behaviour.jsonl")
    if behaved is not None:
        write_failures(behaved, cases)
    if as_json:
        print_json(_told(predictor.info.uri, page, result, behaved))
        return
    if result is not None:
        _print_evaluation(result)
    if behaved is not None:
        print_behaviour(behaved, cases)
        if result is None:
            print_text(f"report  {page}")


def _told(
    model_uri: str,
    page: Path,
    result: EvaluationResult | None,
    behaved: BehaviourReport | None,
) -> dict[str, Any]:
    if result is not None:
        return result.to_dict()
    behaviour = {} if behaved is None else {"behaviour": behaved.to_dict()}
    return {"model_uri": model_uri, "report": str(page), **behaviour}


def _print_evaluation(result: EvaluationResult) -> None:
    print_assessment(result)
    if result.n_seen_in_training:
        print_warning(f"the model was trained on {result.n_seen_in_training} of these texts")
    print_text(f"report  {result.report}")
