"""The address of an MLflow store: which one is in force, and how it may be shown."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote

DEFAULT_URI = "sqlite:///mlflow.db"
_SQLITE = "sqlite:///"


def store_uri(uri: str | None = None) -> str:
    """Give the address in force: `uri`, else ``MLFLOW_TRACKING_URI``, else a local file.

    The path of a SQLite file comes out absolute: MLflow keeps one connection an address, which a
    change of directory would leave on the wrong file.
    """
    chosen = uri or os.environ.get("MLFLOW_TRACKING_URI") or DEFAULT_URI
    path = sqlite_path(chosen)
    if path is None:
        return chosen
    _, question, options = chosen.partition("?")
    return f"{_SQLITE}{path.absolute().as_posix()}{question}{options}"


def without_password(uri: str) -> str:
    """Give the address as it may be shown and recorded.

    Examples
    --------
    >>> without_password("postgresql://ana:secret@db.example:5432/runs")
    'postgresql://db.example:5432/runs'
    """
    head, at, tail = uri.partition("@")
    scheme, slashes, _ = head.partition("://")
    return f"{scheme}{slashes}{tail}" if at and slashes else uri


def sqlite_path(uri: str) -> Path | None:
    """Give the file of a ``sqlite:///`` address, ``None`` for any other.

    Examples
    --------
    >>> sqlite_path("sqlite:///mlflow.db").name
    'mlflow.db'
    """
    if not uri.startswith(_SQLITE):
        return None
    return Path(unquote(uri.removeprefix(_SQLITE).partition("?")[0]))
