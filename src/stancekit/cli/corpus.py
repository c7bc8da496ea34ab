"""The verb ``check``: whether labelled passages can be used, and what to look at first."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stancekit.cli.streams import console, print_json, print_text

if TYPE_CHECKING:
    from stancekit.corpus import Corpus, CorpusCheck


def parse_mapping(pairs: list[str], option: str) -> dict[str, str] | None:
    """Read ``NAME=COLUMN`` options; a bare name stands for itself."""
    for pair in pairs:
        if pair.startswith("=") or pair.endswith("="):
            raise typer.BadParameter(f"found {pair!r}, expected NAME=COLUMN", param_hint=option)
    return {
        name: column or name for name, _, column in (pair.partition("=") for pair in pairs)
    } or None


Columns = Annotated[
    list[str],
    typer.Option(
        "--column", help="text=sentence: what the data calls a standard column.", metavar="NAME=COL"
    ),
]
Axes = Annotated[
    list[str],
    typer.Option("--axis", help="stance=label: the column of an axis.", metavar="AXIS[=COL]"),
]
CodebookFile = Annotated[
    Path | None, typer.Option("--codebook", help="By default the one in the data's folder.")
]


def check(
    data: Annotated[
        str,
        typer.Argument(
            help="JSONL, CSV or Parquet, a folder with passages.*, or a Hub dataset id.",
            show_default=False,
        ),
    ],
    *,
    codebook: CodebookFile = None,
    column: Columns = [],  # noqa: B006
    axis: Axes = [],  # noqa: B006
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Check labelled passages; exit status 1 where they cannot be used as they stand."""
    from stancekit.codebook import Codebook
    from stancekit.corpus import check_corpus, load_corpus

    corpus = load_corpus(
        data,
        codebook=None if codebook is None else Codebook.load(codebook),
        columns=parse_mapping(column, "--column"),
        axes=parse_mapping(axis, "--axis"),
    )
    result = check_corpus(corpus)
    if as_json:
        print_json(result.to_dict())
    else:
        _print_check(corpus, result)
    if result.problems:
        sys.exit(1)


def _print_check(corpus: Corpus, result: CorpusCheck) -> None:
    from rich.table import Table

    grouped = f" in {result.n_groups} groups by {result.group_column}" * bool(result.group_column)
    print_text(f"{corpus.source}: {result.n_rows} passages{grouped}")
    table = Table("axis", "label", "passages", "share")
    for axis, counts in result.label_counts.items():
        labelled = max(sum(counts.values()), 1)
        for label, count in counts.items():
            table.add_row(axis, label, str(count), f"{count / labelled:.0%}")
        if result.n_missing[axis]:
            table.add_row(axis, "(no label)", str(result.n_missing[axis]), "")
    console().print(table)
    lengths = ", ".join(f"{name} {length}" for name, length in result.text_lengths.items())
    print_text(f"characters in a text: {lengths}")
    print_text(f"texts of their own (near-duplicates counted once): {result.n_distinct}")
    for word, lines in (("warning", result.warnings), ("problem", result.problems)):
        for line in lines:
            print_text(f"{word}: {line}")
    if not result.problems:
        print_text("The data can be used.")
