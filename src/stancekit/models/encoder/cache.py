"""Embeddings on disk, by the content of what was embedded: nothing is embedded twice.

One SQLite file for each way of embedding: several processes may read and write it, and what was
written stays, whenever a run is cut off.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import sqlite3
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

_LOGGER = logging.getLogger(__name__)
_AT_ONCE = 500  # below the least number of parameters that SQLite takes in a query
_WAIT = 30.0


class EmbeddingCache:
    """Keeps vectors by a key; where it cannot be read or written, it keeps nothing and says so."""

    def __init__(self, folder: Path, way: str) -> None:
        self._path = folder / f"{hashlib.sha256(way.encode()).hexdigest()[:32]}.sqlite"

    def find(self, keys: Sequence[bytes]) -> dict[bytes, npt.NDArray[np.float32]]:
        """Give the vectors that are known."""
        found: dict[bytes, npt.NDArray[np.float32]] = {}
        with self._told(), contextlib.closing(self._connect()) as database:
            for start in range(0, len(keys), _AT_ONCE):
                part = keys[start : start + _AT_ONCE]
                marks = ",".join("?" * len(part))
                query = f"SELECT key, vector FROM embeddings WHERE key IN ({marks})"  # noqa: S608
                for key, vector in database.execute(query, part):
                    found[key] = np.frombuffer(vector, np.float32)
        return found

    def keep(self, keys: Sequence[bytes], vectors: npt.NDArray[np.float32]) -> None:
        """Keep vectors; what is there already stays."""
        rows = ((key, row.tobytes()) for key, row in zip(keys, vectors, strict=True))
        with self._told(), contextlib.closing(self._connect()) as database, database:
            database.executemany("INSERT OR IGNORE INTO embeddings VALUES (?, ?)", rows)

    def _connect(self) -> sqlite3.Connection:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self._path, timeout=_WAIT)
        with database:
            database.execute(
                "CREATE TABLE IF NOT EXISTS embeddings (key BLOB PRIMARY KEY, vector BLOB)"
            )
        return database

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            _LOGGER.warning("%s: embeddings are not kept: %s", self._path, error)


def cache_folder() -> Path:
    """Give the user's cache folder for embeddings, by the custom of the system."""
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "stancekit" / "embeddings"


def key_of(ids: Sequence[int], segments: Sequence[int]) -> bytes:
    """Give the key of what an encoder reads: its tokens."""
    content = np.asarray([ids, segments], np.int64).tobytes()
    return hashlib.sha256(content).digest()[:16]
