"""Datasets of the Hugging Face Hub to tables."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from stancekit.corpus.reading import label_name
from stancekit.corpus.table import Table
from stancekit.errors import CorpusError, nearest

_HUB_ID = re.compile(r"(?P<repository>[\w-][\w.-]*/[\w-][\w.-]*)(:(?P<split>\w+))?", re.ASCII)
_PROBE_SECONDS = 10.0


def is_hub_id(source: str) -> bool:
    """Tell whether a string is shaped like ``organisation/name`` or ``organisation/name:split``."""
    return _HUB_ID.fullmatch(source) is not None


def hub_repository(source: str) -> str | None:
    """Give the id of the Hub dataset that a corpus came from, ``None`` if it came from a disk."""
    match = _HUB_ID.fullmatch(source)
    return None if match is None or Path(source).exists() else match["repository"]


def read_hub(source: str, *, revision: str | None = None) -> Table:
    """Read one split of a Hub dataset; `lines` are the numbers of its rows.

    The digest is taken over the rows, since a Hub dataset is no single file.

    Raises
    ------
    CorpusError
        If the Hub cannot be reached, has no such dataset, or the split is not clear.
    """
    match = _HUB_ID.fullmatch(source)
    if match is None:
        raise CorpusError(f"{source!r} is no Hub dataset id, expected organisation/name")
    splits = _load(match["repository"], revision)
    split = match["split"] or (next(iter(splits)) if len(splits) == 1 else None)
    if split not in splits:
        raise CorpusError(
            f"{source}: the dataset has several splits; name one as in "
            f"{match['repository']}:{next(iter(splits))}; {nearest(split or '', splits)}"
        )
    return _to_table(splits[split], source)


def _load(repository: str, revision: str | None) -> Any:
    import datasets
    import huggingface_hub

    try:
        # The probe fails at once where load_dataset would try again for half a minute.
        if not huggingface_hub.constants.HF_HUB_OFFLINE:
            api = huggingface_hub.HfApi()
            api.dataset_info(repository, revision=revision, timeout=_PROBE_SECONDS)
        with _quiet():
            return datasets.load_dataset(repository, revision=revision)
    except Exception as error:  # requests, httpx, datasets and pyarrow all raise their own here
        raise CorpusError(
            f"{repository!r} is neither a file nor a folder here, and it could not be read as a "
            f"Hub dataset ({type(error).__name__}: {_first_line(error)}). Give a .jsonl, .csv or "
            f".parquet file, or a folder that holds passages.jsonl, instead: download the dataset "
            f"where there is a network and copy it to .{os.sep}{repository.split('/')[-1]}"
        ) from error


@contextmanager
def _quiet() -> Iterator[None]:
    """Switch the progress bars of both libraries off, and those on again that were on."""
    import datasets
    import huggingface_hub

    shown = [
        library
        for library in (datasets.utils, huggingface_hub.utils)
        if not library.are_progress_bars_disabled()
    ]
    for library in shown:
        library.disable_progress_bars()
    try:
        yield
    finally:
        for library in shown:
            library.enable_progress_bars()


def _to_table(dataset: Any, source: str) -> Table:
    columns: dict[str, list[Any]] = dataset[:]
    for name, feature in dataset.features.items():
        if hasattr(feature, "names"):
            columns[name] = [label_name(number, feature.names) for number in columns[name]]
    rows = json.dumps(columns, ensure_ascii=True, default=str, separators=(",", ":"))
    digest = hashlib.sha256(rows.encode("ascii")).hexdigest()
    return Table(source, columns, list(range(1, len(dataset) + 1)), digest)


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", maxsplit=1)[0]
