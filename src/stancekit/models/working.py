"""The folder that a fit works in: the caller's, which stays, or one that goes away again."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def work_folder(work: Path | None) -> Iterator[Path]:
    """Give the folder to work in; one that goes away again where none is asked for."""
    if work is not None:
        work.mkdir(parents=True, exist_ok=True)
        yield work
        return
    with tempfile.TemporaryDirectory(prefix="stancekit-") as folder:
        yield Path(folder)
