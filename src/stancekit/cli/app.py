"""The program: its verbs, and how it ends.

Each verb imports what it needs when it runs, so that a light verb starts at once.
"""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from stancekit.cli.annotations import annotations_app
from stancekit.cli.articles import attribute, read
from stancekit.cli.comparison import compare
from stancekit.cli.corpus import check
from stancekit.cli.demo import demo
from stancekit.cli.doctor import doctor
from stancekit.cli.freezing import freeze
from stancekit.cli.models import evaluate, train
from stancekit.cli.predictions import predict, tag
from stancekit.cli.streams import configure_logging, reported_errors
from stancekit.cli.suggest import suggest

app = typer.Typer(
    name="stancekit",
    help="Reads news analysis, finds which expert says what, and tags each statement's stance.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

VERBS = (
    read,
    attribute,
    check,
    freeze,
    train,
    evaluate,
    compare,
    predict,
    tag,
    suggest,
    demo,
    doctor,
)
for verb in VERBS:
    app.command()(verb)
app.add_typer(annotations_app, name="annotations")


def _print_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"stancekit {version('stancekit')}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[  # noqa: ARG001
        bool,
        typer.Option(
            "--version",
            help="Print the version and stop.",
            is_eager=True,
            callback=_print_version,
        ),
    ] = False,
    verbose: Annotated[
        bool, typer.Option("--verbose", help="Log each step to the error stream.")
    ] = False,
) -> None:
    configure_logging(verbose=verbose)


def main() -> None:
    """Run the program; exit status 0 done, 1 a problem the user can mend, 2 wrong usage."""
    if isinstance(sys.stdout, TextIOWrapper):
        # Results are UTF-8 wherever they go; a lone surrogate, which UTF-8 lacks, is then written
        # as the escape that JSON has for it.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    with reported_errors():
        app(prog_name="stancekit")
    sys.exit(0)
