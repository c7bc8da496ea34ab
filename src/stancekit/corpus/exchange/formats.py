"""The tools that labels come from and go to, behind one door."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import pandas as pd

from stancekit.codebook import Codebook
from stancekit.corpus.exchange.answers import annotation_frame, checked_annotations, named
from stancekit.corpus.exchange.argilla import dataset_settings, read_records, write_records
from stancekit.corpus.exchange.csv_sheets import read_sheet, write_long, write_wide
from stancekit.corpus.exchange.label_studio import labeling_config, read_tasks, write_tasks
from stancekit.corpus.exchange.recognition import ADVICE, NAMES, recognise
from stancekit.corpus.exchange.tasks import Sheet, Task, Work
from stancekit.corpus.exchange.work import Rows, prepare_work
from stancekit.errors import CorpusError, nearest

Tool = Literal["csv", "csv-long", "label-studio", "argilla"]
TOOLS: tuple[Tool, ...] = get_args(Tool)
_FILE = "the file"


@dataclass(frozen=True)
class _Format:
    looks_like: str
    write: Callable[[Work], str]
    read: Callable[[str, str, Codebook], Sheet]


_FORMATS: dict[str, _Format] = {
    "csv": _Format("csv", write_wide, read_sheet),
    "csv-long": _Format("csv", write_long, read_sheet),
    "label-studio": _Format("label-studio", write_tasks, read_tasks),
    "argilla": _Format("argilla", write_records, read_records),
}


def export_tasks(
    rows: Rows,
    annotations: pd.DataFrame | None,
    codebook: Codebook,
    tool: Tool,
    *,
    blind: bool = False,
    annotator: str | None = None,
    leave_out: Collection[str] = (),
) -> str:
    """Give passages, and the labels they have, as the text of a tool's file.

    Parameters
    ----------
    rows
        A corpus, a table, or rows with ``id`` and ``text``; all other columns go with them, gold
        labels as ``gold_AXIS``.
    annotations
        Single annotators' labels (``id``, ``annotator``, ``axis``, ``label``), if there are any.
    tool
        ``csv`` is the wide sheet that people fill in, ``csv-long`` the list of single labels.
    blind
        Leave out gold labels, predicted stances, and the labels of everyone but `annotator`.
    annotator
        Whom the work is for; the wide sheet has this name in every row to be filled in.
    leave_out
        Columns that stay at home.

    Raises
    ------
    CorpusError
        With every passage and annotation at fault.
    """
    work = prepare_work(
        rows, annotations, codebook, blind=blind, annotator=annotator, leave_out=leave_out
    )
    return _format(tool).write(work)


def import_annotations(
    text: str,
    tool: Tool,
    codebook: Codebook,
    ids: Collection[str],
    *,
    file: str = _FILE,
    annotator: str | None = None,
    annotators: Mapping[str, str] | None = None,
) -> pd.DataFrame:
    """Give the labels in a tool's file: ``id``, ``annotator``, ``axis``, ``label``.

    Parameters
    ----------
    tool
        Either CSV form is read under either name.
    ids
        The ids of the passages.
    file
        The name that messages use.
    annotator
        Who gave the labels that bear no name.
    annotators
        The tool's name of an annotator (an email, a number, a UUID) to the study's.

    Raises
    ------
    CorpusError
        If it is another tool's file, or with all that is wrong: unknown ids, axes and labels, two
        labels for one, an annotator twice on one passage.
    """
    sheet = _read(text, tool, codebook, file)
    answers = named(sheet.answers, annotator, annotators or {})
    annotations, problems = checked_annotations(answers, codebook=codebook, ids=ids)
    problems = [*sheet.problems, *problems]
    if problems:
        count = f"{len(problems)} problem{'s' * (len(problems) > 1)}"
        raise CorpusError(f"{file}: {count}; nothing was imported", problems)
    return annotation_frame(annotations)


def import_tasks(text: str, tool: Tool, codebook: Codebook, *, file: str = _FILE) -> list[Task]:
    """Give the passages in a tool's file, with their fields; the long CSV has none.

    Raises
    ------
    CorpusError
        If it is another tool's file, or with all that has the wrong shape.
    """
    sheet = _read(text, tool, codebook, file)
    if sheet.problems:
        raise CorpusError(f"{file}: the passages cannot be read", sheet.problems)
    return sheet.tasks


def tool_configuration(
    codebook: Codebook, tool: Tool, *, columns: Sequence[str] = (), required: bool = True
) -> str:
    """Give a codebook as the tool's own set-up: Label Studio's XML, or Argilla's settings.

    Parameters
    ----------
    columns
        The fields that the tasks have.
    required
        Whether an annotator must answer every axis.
    """
    if tool == "label-studio":
        return labeling_config(codebook, columns=columns, required=required)
    if tool == "argilla":
        return dataset_settings(codebook, columns=columns, required=required)
    raise CorpusError(
        f"found {tool!r}, which has no configuration, expected label-studio or argilla; hand out "
        "the codebook's file with the sheet"
    )


def _format(tool: str) -> _Format:
    if tool not in _FORMATS:
        raise CorpusError(f"no tool {tool!r}; {nearest(tool, TOOLS)}")
    return _FORMATS[tool]


def _read(text: str, tool: str, codebook: Codebook, file: str) -> Sheet:
    chosen = _format(tool)
    seen = recognise(text)
    if seen in ADVICE:
        raise CorpusError(
            f"{file}: found what looks like {seen}, expected {NAMES[chosen.looks_like]}; "
            f"{ADVICE[seen]}"
        )
    if seen is not None and seen != chosen.looks_like:
        raise CorpusError(
            f"{file}: found what looks like {NAMES[seen]}, expected {NAMES[chosen.looks_like]}; "
            f"read it as {seen!r} (--from {seen})"
        )
    return chosen.read(text, file, codebook)
