"""Files, folders and Hub datasets to a checked corpus."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from stancekit.codebook import Codebook
from stancekit.corpus.adjudications import read_adjudications
from stancekit.corpus.annotations import read_annotations
from stancekit.corpus.card import is_machine_written, read_card
from stancekit.corpus.columns import Naming, name_columns
from stancekit.corpus.corpus import Corpus
from stancekit.corpus.hub import is_hub_id, read_hub
from stancekit.corpus.passages import build_passages
from stancekit.corpus.reading import READERS, read_table
from stancekit.corpus.rows import check_rows, is_missing, label_word
from stancekit.corpus.table import Table
from stancekit.errors import CorpusError, RowProblem, nearest

_SHOWN_ENTRIES = 12


def load_corpus(
    source: str | Path,
    *,
    codebook: Codebook | None = None,
    columns: Mapping[str, str | None] | None = None,
    axes: Mapping[str, str] | None = None,
    revision: str | None = None,
) -> Corpus:
    """Load labelled passages and check every row.

    Parameters
    ----------
    source
        A JSONL, CSV or Parquet file; a folder that holds ``passages.*`` and, optionally,
        ``annotations.csv``, ``adjudications.csv`` and ``codebook.yaml``; or a Hub dataset, as
        ``organisation/name`` or ``organisation/name:split``.
    codebook
        The axes and labels; by default the folder's, else the labels found in the data, sorted.
    columns
        Standard name to the file's own, as in ``{"text": "sentence", "group": "article_id"}``.
        ``group`` names the column whose rows must stay together: by default ``article_id``, else
        ``cluster_id``. A column mapped to ``None`` is looked for under its standard name.
    axes
        Axis to the file's column; by default every axis of the codebook that is a column.
    revision
        Commit, tag or branch of a Hub dataset.

    Returns
    -------
    Corpus
        With all rows of the source, in order. Where the file has no ids, each row's id is made of
        the file's digest and the row's line. The codebook holds the axes that were loaded.

    Raises
    ------
    CorpusError
        If the source cannot be found, or with every row at fault in its `problems`.
    """
    opened = _open(source, codebook, revision)
    table, codebook = opened.table, opened.codebook
    known_axes = None if codebook is None else tuple(codebook.axes)
    naming = name_columns(table, columns=columns, axes=axes, known_axes=known_axes)
    content = naming.apply(table)
    problems = [*table.problems, *naming.problems]
    problems += check_rows(table, content, naming.sources, _allowed_labels(naming, codebook))
    if codebook is None:
        _require_none(opened, problems)
        codebook = _codebook_of(content, naming, source=str(source))
    content = _with_ids(content, table)
    ids = {str(value) for value in content["id"]}
    annotations = adjudications = None
    if opened.annotations is not None:
        annotations, more = read_annotations(opened.annotations, ids=ids, codebook=codebook)
        problems += more
    if opened.adjudications is not None:
        adjudications, more = read_adjudications(opened.adjudications, ids=ids, codebook=codebook)
        problems += more
    _require_none(opened, problems)
    codebook = codebook.restricted_to(naming.axes)
    return Corpus(
        passages=build_passages(content, _labels(codebook)),
        codebook=codebook,
        source=str(source),
        digest=table.digest,
        annotations=annotations,
        group_column=naming.group_column(content),
        is_machine_written=opened.is_machine_written,
        adjudications=adjudications,
    )


@dataclass(frozen=True)
class _Opened:
    """What a source holds."""

    source: str
    table: Table
    codebook: Codebook | None
    annotations: Path | None = None
    adjudications: Path | None = None
    is_machine_written: bool = False


def _open(source: str | Path, codebook: Codebook | None, revision: str | None) -> _Opened:
    path = Path(source).expanduser()
    if path.is_dir():
        return _open_folder(path, codebook)
    if path.exists():
        return _Opened(str(source), read_table(path), codebook)
    if isinstance(source, str) and _may_be_on_hub(source, path):
        return _Opened(source, read_hub(source, revision=revision), codebook)
    raise CorpusError(_no_such_file(path))


def _open_folder(folder: Path, codebook: Codebook | None) -> _Opened:
    passages = passages_file(folder)
    codebook_path = folder / "codebook.yaml"
    if codebook is None and codebook_path.exists():
        codebook = Codebook.load(codebook_path)
    table = read_table(passages)
    return _Opened(
        str(folder),
        table,
        codebook,
        annotations=_if_there(folder / "annotations.csv"),
        adjudications=_if_there(folder / "adjudications.csv"),
        is_machine_written=is_machine_written(read_card(folder)),
    )


def _if_there(path: Path) -> Path | None:
    return path if path.exists() else None


def passages_file(folder: Path) -> Path:
    """Give the one passages file that a folder holds.

    Raises
    ------
    CorpusError
        If it holds none, or several.
    """
    candidates = sorted(path for path in folder.glob("passages.*") if path.suffix in READERS)
    expected = ", ".join(f"passages{suffix}" for suffix in READERS)
    if not candidates:
        raise CorpusError(
            f"{folder}: found no passages file in the folder, expected one of {expected}; "
            f"{_nearest_entry('passages', folder)}"
        )
    if len(candidates) > 1:
        names = ", ".join(path.name for path in candidates)
        raise CorpusError(f"{folder}: found {names}, expected one passages file; name it by itself")
    return candidates[0]


def _may_be_on_hub(source: str, path: Path) -> bool:
    """Tell a Hub id from a mistyped path: in a folder that is here, a missing name is a typo."""
    return is_hub_id(source) and path.suffix not in READERS and not path.parent.is_dir()


def _no_such_file(path: Path) -> str:
    if not path.parent.is_dir():
        return f"{path}: no such file or folder; the folder {str(path.parent)!r} is not here either"
    return (
        f"{path}: no such file or folder; {_nearest_entry(path.name, path.parent)}. "
        "A Hub dataset is named organisation/name"
    )


def _nearest_entry(name: str, folder: Path) -> str:
    entries = sorted(
        path.name
        for path in folder.iterdir()
        if (path.suffix in READERS or path.is_dir()) and not path.name.startswith(".")
    )
    close = difflib.get_close_matches(name, entries, n=_SHOWN_ENTRIES, cutoff=0.0)
    return nearest(name, close)


def _allowed_labels(naming: Naming, codebook: Codebook | None) -> dict[str, Collection[str] | None]:
    if codebook is None:
        return dict.fromkeys(naming.axes)
    return {axis: codebook.axes[axis].label_names for axis in naming.axes}


def _labels(codebook: Codebook) -> dict[str, tuple[str, ...]]:
    return {name: axis.label_names for name, axis in codebook.axes.items()}


def _codebook_of(content: Mapping[str, Sequence[Any]], naming: Naming, *, source: str) -> Codebook:
    words = {axis: _words(content[axis]) for axis in naming.axes}
    for axis, found in words.items():
        if len(found) < 2:
            only = f"only the label {found[0]!r}" if found else "no label"
            raise CorpusError(
                f"{source}, axis {axis!r}: found {only} in column {naming.sources[axis]!r}, "
                "expected two or more. Check the column, or give a codebook with all the labels"
            )
    return Codebook.from_labels(words, name=Path(source).stem)


def _words(values: Sequence[Any]) -> list[str]:
    words = (label_word(value) for value in values if not is_missing(value))
    return sorted({word for word in words if word is not None})


def _with_ids(content: dict[str, list[Any]], table: Table) -> dict[str, list[Any]]:
    if "id" in content:
        return content
    return {"id": [f"{table.digest[:12]}:{line}" for line in table.lines], **content}


def _require_none(opened: _Opened, problems: Sequence[RowProblem]) -> None:
    if problems:
        count = f"{len(problems)} problem{'s' * (len(problems) > 1)}"
        raise CorpusError(f"{opened.source}: {count}; nothing was loaded", problems)
