"""The table that ``train`` and ``evaluate`` print of what a model has to beat."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from stancekit.cli.streams import console, print_text

if TYPE_CHECKING:
    from stancekit.training.baselines import BaselineScore


def print_baselines(baselines: Mapping[str, Mapping[str, BaselineScore]]) -> None:
    """Print macro F1 of each baseline, an axis a column; then each that the model does not beat."""
    from rich import box
    from rich.table import Table

    from stancekit.reporting.verdicts import verdicts_of

    names = dict.fromkeys(name for own in baselines.values() for name in own)
    if not names:
        return
    table = Table("macro_f1 of baselines", *baselines, box=box.SIMPLE_HEAD)
    for name in names:
        scores = (
            own[name].macro_f1.in_words() if name in own else "-" for own in baselines.values()
        )
        table.add_row(name, *scores)
    console().print(table)
    for axis, own in baselines.items():
        verdicts = verdicts_of({name: one.difference for name, one in own.items()})
        unbeaten = [one.clause for one in verdicts if one.outcome != "better"]
        for clause in unbeaten or ["beats every baseline."]:
            print_text(f"{axis}: {clause}")
