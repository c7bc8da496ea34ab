"""The verb ``freeze``: an experiment fixed before its test rows are scored."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stancekit.cli.configurations import ConfigFile, Overrides
from stancekit.cli.corpus import parse_mapping
from stancekit.cli.models import AsJson
from stancekit.cli.predictions import Precision, Threshold
from stancekit.cli.streams import print_json, print_text

if TYPE_CHECKING:
    from stancekit.training.frozen import Frozen


def freeze(
    config: ConfigFile,
    *,
    overrides: Overrides = [],  # noqa: B006
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="The file to write, NAME.frozen.yaml by default."),
    ] = None,
    threshold: Threshold = None,
    precision: Precision = None,
    primary: Annotated[
        list[str],
        typer.Option(
            "--primary",
            help="outlook=mcc: what an axis is judged by; macro_f1 by default.",
            metavar="AXIS=METRIC",
        ),
    ] = [],  # noqa: B006
    notes: Annotated[
        list[str],
        typer.Option("--note", help="A hypothesis or a comparison to put on record."),
    ] = [],  # noqa: B006
    as_json: AsJson = False,
) -> None:
    """Fix codebook, rows, options and measures before the test rows are scored; fits nothing."""
    from stancekit.training import freeze as run
    from stancekit.training.config import to_config

    resolved = to_config(config, overrides)
    path = out or Path(f"{resolved.name}.frozen.yaml")
    frozen = run(
        resolved,
        output=path,
        threshold=threshold,
        precision=precision,
        primary=parse_mapping(primary, "--primary"),
        notes=notes,
    )
    if as_json:
        print_json({"path": str(path), **frozen.to_dict()})
        return
    _print(frozen, path)


def _print(frozen: Frozen, path: Path) -> None:
    scored, fit = frozen.division.scored, frozen.division.fit
    looks = (
        "not counted: there is no MLflow store"
        if frozen.earlier_looks is None
        else f"{frozen.earlier_looks} at the scored rows so far"
    )
    measures = ", ".join(f"{axis} by {measure}" for axis, measure in frozen.primary.items())
    for name, told in {
        "frozen": path,
        "sha256": frozen.sha256,
        "scored": f"{scored.n_rows} rows in {scored.n_groups} groups, {frozen.division.by}",
        "fit": f"{fit.n_rows} rows in {fit.n_groups} groups",
        "judged": measures,
        "looks": looks,
    }.items():
        print_text(f"{name:7} {told}")
