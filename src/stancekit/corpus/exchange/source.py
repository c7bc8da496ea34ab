"""Where passages wait for labels: a file, or a folder that holds one, labelled or not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from stancekit.corpus.loading import passages_file
from stancekit.corpus.reading import read_table
from stancekit.corpus.table import Table
from stancekit.errors import CorpusError


def read_passages(data: Path) -> Table:
    """Read passages, which need no label; a table without ids gets those that a corpus would get.

    Parameters
    ----------
    data
        A JSONL, CSV or Parquet file, or a folder that holds one ``passages.*``.

    Raises
    ------
    CorpusError
        If there is no such file, or with every row that cannot be read.
    """
    path = passages_file(data) if data.is_dir() else data
    if not path.is_file():
        raise CorpusError(f"{path}: no such file or folder; check the path")
    table = read_table(path)
    if table.problems:
        count = f"{len(table.problems)} problem{'s' * (len(table.problems) > 1)}"
        raise CorpusError(f"{path}: {count}; nothing was read", table.problems)
    if "id" in table.columns:
        return table
    ids = [f"{table.digest[:12]}:{line}" for line in table.lines]  # as load_corpus makes them
    return replace(table, columns={"id": ids, **table.columns})
