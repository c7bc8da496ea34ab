"""The verb ``demo``: the whole way on the bundled corpus, and who takes which stance."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from stancekit.cli.baselines import print_baselines
from stancekit.cli.scores import print_scores
from stancekit.cli.streams import ProgressBar, console, print_json, print_text
from stancekit.errors import ConfigError
from stancekit.records import Speaker, TaggedArticle

CONFIG = Path("configs/talks-linear.yaml")
SAMPLE = Path("data/talks/sample/sample_article.txt")
_SHOWN = 120


def demo(
    *,
    config: Annotated[Path, typer.Option(help="The experiment to run.")] = CONFIG,
    article: Annotated[Path, typer.Option(help="The article to tag.")] = SAMPLE,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Train on the bundled corpus, track the run, write the report, tag a sample article."""
    for path in (config, article):
        if not path.is_file():
            raise ConfigError(
                f"{path}: no such file. The demo runs in a copy of the stancekit repository: "
                "go there, or name files of your own with --config and --article"
            )
    from stancekit.articles import read_article
    from stancekit.prediction import Predictor
    from stancekit.training import train

    with ProgressBar() as progress:
        result = train(
            config,
            progress=progress,
            announce=lambda plan: typer.echo("\n".join(plan.lines()), err=True),
        )
    tagged = Predictor.load(result.model_path).tag(read_article(article))
    if as_json:
        print_json({**result.to_dict(), "tagged": tagged.to_rows()})
        return
    print_text("Scores on held-out articles: a plumbing check, not field accuracy.")
    print_scores(result.test)
    print_baselines(result.baselines)
    print_text()
    print_text(f"Who takes which stance in {article}:")
    print_stances(tagged)
    print_text(f"report  {result.report}")
    print_text(f"model   {result.model_path}")
    print_text(f"run     {result.run_id}  (mlflow ui --backend-store-uri sqlite:///mlflow.db)")


def print_stances(tagged: TaggedArticle) -> None:
    """Print each statement: who speaks, the stance on each axis, the words."""
    from rich import box
    from rich.table import Table

    axes = list(tagged.statements[0].stances) if tagged.statements else []
    table = Table("speaker", *axes, "statement", box=box.SIMPLE_HEAD)
    for statement in tagged.statements:
        stances = [
            f"{stance.label or 'abstained'} {stance.probability:.2f}"
            for stance in statement.stances.values()
        ]
        words = " ".join(statement.text.split())
        shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
        table.add_row(_who(statement.speaker), *stances, shown)
    console().print(table)


def _who(speaker: Speaker) -> str:
    if speaker.name is not None:
        return f"{speaker.name}, {speaker.role}"
    kind = {"unnamed_group": "group", "document": "document"}.get(speaker.naming, "person")
    return f"unnamed {kind}, {speaker.role}"
