"""What was frozen beforehand, as ``train``, ``evaluate`` and ``compare`` take and print it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stancekit.cli.streams import print_text, print_warning

if TYPE_CHECKING:
    from stancekit.training.frozen_check import FrozenCheck

FrozenFile = Annotated[
    Path | None,
    typer.Option(
        "--frozen",
        help="What `stancekit freeze` fixed: a confirmatory run that deviates is refused, an "
        "exploratory one lists how.",
    ),
]


def print_frozen(check: FrozenCheck | None) -> None:
    """Print what was frozen and what could not be checked; warn of what deviates."""
    if check is None:
        return
    if check.sha256 is not None:
        print_text(f"frozen  {check.in_words()}")
        for one in check.unchecked:
            print_text(f"        not checked: {one}")
    warning = check.warning()
    if warning is not None:
        listed = "".join(f"\n  {one.in_words()}" for one in check.deviations)
        print_warning(warning + listed)
