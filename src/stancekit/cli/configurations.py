"""The configuration of an experiment as verbs take it: a file, and options that override it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ConfigFile = Annotated[Path, typer.Argument(help="A YAML configuration.", show_default=False)]

Overrides = Annotated[
    list[str],
    typer.Option("--set", help="model.pairs=0: override one option.", metavar="KEY=VALUE"),
]
