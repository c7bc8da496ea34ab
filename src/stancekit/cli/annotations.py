"""The verbs ``annotations export``, ``config`` and ``import``: labelling in other tools."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from stancekit.cli.streams import print_json, print_text
from stancekit.errors import CodebookError, CorpusError

if TYPE_CHECKING:
    import pandas as pd

    from stancekit.codebook import Codebook
    from stancekit.corpus.exchange import Merged

# Named here as well as in the corpus room, so that the program starts without loading it.
Tool = Literal["csv", "csv-long", "label-studio", "argilla"]
ConfiguredTool = Literal["label-studio", "argilla"]
_ANNOTATIONS = "annotations.csv"

Data = Annotated[
    Path,
    typer.Argument(
        help="A JSONL, CSV or Parquet file of passages, or a folder with passages.*; no labels "
        "are needed.",
        show_default=False,
    ),
]
CodebookFile = Annotated[
    Path | None, typer.Option("--codebook", help="By default the one in the data's folder.")
]
Out = Annotated[
    Path | None, typer.Option("--out", "-o", help="A file; by default standard output.")
]
LeaveOut = Annotated[
    list[str],
    typer.Option("--leave-out", help="A column that annotators shall not see.", metavar="COL"),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print the counts as JSON.")]

annotations_app = typer.Typer(
    help="Hand out passages to be labelled in other tools, and take the labels in.",
    no_args_is_help=True,
)


@annotations_app.command("export")
def export_passages(
    data: Data,
    *,
    to: Annotated[
        Tool,
        typer.Option("--to", help="csv is a sheet to fill in, csv-long a list of single labels."),
    ],
    out: Out = None,
    codebook: CodebookFile = None,
    blind: Annotated[
        bool,
        typer.Option(
            "--blind/--with-labels",
            help="Without gold labels and what others than --annotator said, or with all of it.",
        ),
    ] = True,
    annotator: Annotated[
        str | None, typer.Option("--annotator", help="Whom the work is for.", metavar="NAME")
    ] = None,
    leave_out: LeaveOut = [],  # noqa: B006
    as_json: AsJson = False,
) -> None:
    """Write passages as the file that a tool imports."""
    from stancekit.corpus.exchange import export_tasks, read_passages

    if as_json and out is None:
        raise typer.BadParameter(
            "needs --out, since the file goes to standard output", param_hint="--json"
        )
    if to == "csv-long" and blind and annotator is None:
        raise typer.BadParameter(
            "csv-long holds nothing but labels: add --with-labels, or --annotator NAME",
            param_hint="--to",
        )
    table = read_passages(data)
    book = _codebook(data, codebook)
    text = export_tasks(
        table,
        _existing(data, set(map(str, table.columns["id"])), book),
        book,
        to,
        blind=blind,
        annotator=annotator,
        leave_out=leave_out,
    )
    _write(text, out)
    if as_json:
        print_json({"out": str(out), "to": to, "passages": len(table.lines), "blind": blind})
    elif out is not None:
        print_text(f"{out}: {len(table.lines)} passages for {to}{', blind' * blind}")


@annotations_app.command("config")
def configure(
    data: Annotated[
        Path | None,
        typer.Argument(help="The passages, whose fields are shown beside the text."),
    ] = None,
    *,
    to: Annotated[ConfiguredTool, typer.Option("--to", help="The tool.")],
    out: Out = None,
    codebook: CodebookFile = None,
    required: Annotated[
        bool, typer.Option("--required/--optional", help="Whether every axis must be answered.")
    ] = True,
    leave_out: LeaveOut = [],  # noqa: B006
) -> None:
    """Write a codebook as the set-up of a tool: Label Studio's XML, or Argilla's settings."""
    from stancekit.corpus.exchange import read_passages, tool_configuration

    if data is None and codebook is None:
        raise typer.BadParameter("give DATA, --codebook, or both", param_hint="--codebook")
    book = _codebook(data, codebook)
    columns = [] if data is None else [*read_passages(data).columns]
    columns = [name for name in columns if name not in ("id", "text", *book.axes, *leave_out)]
    _write(tool_configuration(book, to, columns=columns, required=required), out)


@annotations_app.command("import")
def import_labels(
    file: Annotated[Path, typer.Argument(help="What the tool exported.", show_default=False)],
    *,
    source: Annotated[Tool, typer.Option("--from", help="The tool; csv may be wide or long.")],
    into: Annotated[
        Path, typer.Option("--into", help="The folder with passages.*.", metavar="DATA")
    ],
    codebook: CodebookFile = None,
    annotator: Annotated[
        list[str],
        typer.Option(
            "--annotator",
            help="NAME gave the labels that bear no name; OLD=NAME is what the study calls OLD.",
            metavar="[OLD=]NAME",
        ),
    ] = [],  # noqa: B006
    as_json: AsJson = False,
) -> None:
    """Merge the labels of a tool's file into DATA/annotations.csv, all of them or none."""
    from stancekit.corpus.exchange import (
        annotations_text,
        import_annotations,
        merge_annotations,
        read_passages,
    )
    from stancekit.output import write_text

    name, names = parse_annotators(annotator)
    if not into.is_dir():
        raise CorpusError(f"{into}: found no folder, expected one that holds passages.*")
    ids = set(map(str, read_passages(into).columns["id"]))
    book = _codebook(into, codebook)
    given = import_annotations(
        _text(file), source, book, ids, file=str(file), annotator=name, annotators=names
    )
    path = into / _ANNOTATIONS
    merged = merge_annotations(_existing(into, ids, book), given, file=str(path))
    if len(merged.added):
        write_text(path, annotations_text(merged.annotations))
    _report(path, merged, as_json=as_json)


def parse_annotators(options: list[str]) -> tuple[str | None, dict[str, str]]:
    """Read ``--annotator`` options: who bears no name in the file, and who another one."""
    pairs = [option.partition("=") for option in options]
    bare = [old for old, sign, _ in pairs if not sign]
    if len(bare) > 1 or any(not old or (sign and not new) for old, sign, new in pairs):
        raise typer.BadParameter(
            f"found {', '.join(map(repr, options))}, expected one NAME at most, and OLD=NAME",
            param_hint="--annotator",
        )
    return (bare[0] if bare else None), {old: new for old, sign, new in pairs if sign}


def _codebook(data: Path | None, path: Path | None) -> Codebook:
    from stancekit.codebook import Codebook

    if path is not None:
        return Codebook.load(path)
    found = None if data is None else (data if data.is_dir() else data.parent) / "codebook.yaml"
    if found is None or not found.is_file():
        raise CodebookError(f"{data}: found no codebook.yaml beside the passages; give --codebook")
    return Codebook.load(found)


def _existing(data: Path, ids: set[str], codebook: Codebook) -> pd.DataFrame | None:
    from stancekit.corpus.annotations import read_annotations

    path = data / _ANNOTATIONS
    if not data.is_dir() or not path.is_file():
        return None
    frame, problems = read_annotations(path, ids=ids, codebook=codebook)
    if problems:
        raise CorpusError(f"{path}: the annotations cannot be used as they stand", problems)
    return frame


def _text(file: Path) -> str:
    from stancekit.corpus.encoding import decode

    try:
        text, problems = decode(file.read_bytes(), str(file))
    except OSError as error:
        raise CorpusError(f"{file}: the file cannot be read: {error.strerror}") from error
    if problems:
        raise CorpusError(f"{file}: the file is not UTF-8", problems)
    return text


def _write(text: str, out: Path | None) -> None:
    from stancekit.output import write_text

    if out is None:
        sys.stdout.write(text)
    else:
        write_text(out, text)


def _report(path: Path, merged: Merged, *, as_json: bool) -> None:
    by_annotator = {
        str(name): int(n) for name, n in merged.added["annotator"].value_counts().items()
    }
    counts: dict[str, Any] = {
        "annotations": str(path),
        "added": len(merged.added),
        "already_there": merged.n_known,
        "passages": int(merged.added["id"].nunique()),
        "annotators": by_annotator,
    }
    if as_json:
        print_json(counts)
        return
    who = ", ".join(f"{name} {n}" for name, n in by_annotator.items())
    print_text(
        f"{path}: added {counts['added']} labels on {counts['passages']} passages"
        f"{f' ({who})' * bool(who)}; {merged.n_known} were there already"
    )
