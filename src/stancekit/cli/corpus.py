"""The verb ``check``: whether labelled passages can be used, and what to look at first."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from stancekit.cli.streams import ProgressBar, console, print_json, print_text

if TYPE_CHECKING:
    from stancekit.reporting import CorpusReview
    from stancekit.resampling import Score


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
    against: Annotated[
        str | None,
        typer.Option("--against", help="A test file or folder: what of DATA is in it, too?"),
    ] = None,
    tokenizer: Annotated[
        Path | None,
        typer.Option("--tokenizer", help="tokenizer.json of your encoder, to count tokens by."),
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", help="Write a page with pictures there, too.")
    ] = None,
    resamples: Annotated[int, typer.Option(help="Resamples behind each interval.", min=0)] = 2000,
    seed: Annotated[int, typer.Option(help="Seed of folds and resamples.", min=0)] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the result as JSON.")] = False,
) -> None:
    """Check labelled passages; exit status 1 where they cannot be used as they stand."""
    from stancekit.codebook import Codebook
    from stancekit.corpus import load_corpus
    from stancekit.reporting import review_corpus, write_review

    mapping: dict[str, Any] = {
        "columns": parse_mapping(column, "--column"),
        "axes": parse_mapping(axis, "--axis"),
    }
    book = None if codebook is None else Codebook.load(codebook)
    corpus = load_corpus(data, codebook=book, **mapping)
    other = against and load_corpus(against, codebook=corpus.codebook, **mapping)
    with ProgressBar() as progress:
        review = review_corpus(
            corpus,
            against={"test": other} if other else None,
            tokenizer=tokenizer,
            resamples=resamples,
            seed=seed,
            progress=progress,
        )
    if html is not None:
        write_review(html, review)
    if as_json:
        print_json(review.to_dict())
    else:
        _print_review(review)
        if html is not None:
            print_text(f"page: {html}")
    if review.problems:
        sys.exit(1)


def _print_review(review: CorpusReview) -> None:
    check = review.check
    grouped = f" in {check.n_groups} groups by {check.group_column}" * bool(check.group_column)
    print_text(f"{review.source}: {check.n_rows} passages{grouped}, codebook {review.codebook}")
    _print_labels(review)
    _print_agreement(review)
    _print_shortcuts(review)
    lengths = ", ".join(f"{name} {length}" for name, length in check.text_lengths.items())
    print_text(f"characters in a text: {lengths}")
    cut = ", ".join(f"{n} at {limit}" for limit, n in review.tokens.truncated.items())
    print_text(
        f"texts that an encoder would cut, by its tokens ({review.tokens.counted_by}): {cut}"
    )
    print_text(f"texts of their own (near-duplicates counted once): {check.n_distinct}")
    if review.leakage is not None:
        print_text("between the splits: " + "; ".join(review.leakage.lines()))
    doubtful = ", ".join(f"{axis} {n}" for axis, n in review.n_label_errors.items())
    print_text(f"labels worth another look (--json or --html lists them): {doubtful}")
    for word, lines in (("warning", review.warnings), ("problem", review.problems)):
        for line in lines:
            print_text(f"{word}: {line}")
    print_text("The data cannot be used." if review.problems else "The data can be used.")


def _print_labels(review: CorpusReview) -> None:
    from rich.table import Table

    table = Table("axis", "label", "passages", "share")
    for axis, counts in review.check.label_counts.items():
        labelled = max(sum(counts.values()), 1)
        for label, count in counts.items():
            table.add_row(axis, label, str(count), f"{count / labelled:.0%}")
        if review.check.n_missing[axis]:
            table.add_row(axis, "(no label)", str(review.check.n_missing[axis]), "")
    console().print(table)


def _print_agreement(review: CorpusReview) -> None:
    from rich.table import Table

    if not review.agreement:
        return
    table = Table(
        "axis", "alpha", "ordinal", "expressed", "annotators", "passages", "differ", "open"
    )
    for axis, found in review.agreement.items():
        state = review.adjudication[axis]
        table.add_row(
            axis,
            found.alpha.in_words(2),
            _score(found.alpha_ordinal),
            _score(found.alpha_gate),
            str(len(found.annotators)),
            str(found.n_items),
            str(state.n_disagreements),
            str(len(state.open_ids)),
        )
    console().print(table)


def _print_shortcuts(review: CorpusReview) -> None:
    from rich.table import Table

    if not review.shortcuts:
        return
    table = Table("axis", "guessed by", "macro F1", "commonest label", "correlation")
    for found in review.shortcuts:
        scores = (score.in_words(2) for score in (found.macro_f1, found.majority, found.mcc))
        table.add_row(found.axis, found.name, *scores)
    console().print(table)


def _score(score: Score | None) -> str:
    return "\N{EN DASH}" if score is None else score.in_words(2)
