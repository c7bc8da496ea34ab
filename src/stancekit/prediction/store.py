"""The MLflow store: a client for it that answers within seconds, or an error that says why not.

MLflow is told to keep quiet (standard output belongs to results) and to send no usage data, unless
the environment says otherwise.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import socket
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from stancekit.errors import TrackingError
from stancekit.prediction.address import DEFAULT_URI, sqlite_path, without_password

if TYPE_CHECKING:
    from mlflow import MlflowClient


_QUIET = {
    "MLFLOW_DISABLE_TELEMETRY": "true",
    "MLFLOW_SUPPRESS_PRINTING_URL_TO_STDOUT": "true",
    "MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR": "false",
    # MLflow would copy the pyproject.toml and uv.lock of the current directory into the model.
    "MLFLOW_UV_AUTO_DETECT": "false",
}
# MLflow's own defaults, seven retries of two minutes, take a quarter of an hour to give up.
_PROBE = {"MLFLOW_HTTP_REQUEST_MAX_RETRIES": "1", "MLFLOW_HTTP_REQUEST_TIMEOUT": "5"}
_PATIENCE = {"MLFLOW_HTTP_REQUEST_MAX_RETRIES": "3"}
# A database error is raised as well, and told once, without the traceback that MLflow logs.
_LEVELS = {
    "mlflow": logging.WARNING,
    "alembic": logging.WARNING,
    "mlflow.store.db.utils": logging.CRITICAL,
}
_DATABASE_PORTS = {"postgresql": 5432, "mysql": 3306, "mssql": 1433}


@contextlib.contextmanager
def quiet_mlflow(uri: str | None = None) -> Iterator[Any]:
    """Give the `mlflow` module, which prints nothing and draws no progress bar in the block.

    With `uri`, MLflow's global address, which some calls read whatever client they are made
    through, is that one in the block.
    """
    with _environment(_QUIET | _PATIENCE):
        import mlflow

        with _quiet_loggers(), _global_address(mlflow, uri):
            yield mlflow


def connect(uri: str) -> MlflowClient:
    """Give a client for the store at `uri`, which has answered once.

    Raises
    ------
    TrackingError
        Within seconds, if the store cannot be reached, read or written.
    """
    check_database(uri)
    with _environment(_PROBE), quiet_mlflow() as mlflow, _one_at_a_time(uri):
        try:
            client = mlflow.MlflowClient(tracking_uri=uri)
            client.search_experiments(max_results=1)
        # Each backend raises its own driver's errors, which share no base class.
        except Exception as error:
            shown = without_password(uri)
            raise TrackingError(
                f"the MLflow store at {shown} does not answer: {first_line(error)}. Start it, or "
                "set tracking.uri (or MLFLOW_TRACKING_URI) to another, such as "
                f"{DEFAULT_URI}"
            ) from error
    return client


def first_line(error: Exception) -> str:
    """Give the first line of a foreign error: the rest is SQL, links and stack."""
    return (str(error) or type(error).__name__).splitlines()[0].rstrip(".")


def check_database(uri: str) -> None:
    """Raise `TrackingError` if the database behind `uri` can neither be opened nor written.

    MLflow would retry for minutes before it says so.
    """
    path = sqlite_path(uri)
    if path is not None:
        _check_sqlite(path)
    address = urlsplit(uri)
    port = _DATABASE_PORTS.get(address.scheme.partition("+")[0])
    if port is not None:
        _check_listening(address.hostname or "localhost", address.port or port)


def _check_sqlite(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.closing(sqlite3.connect(path, timeout=5)) as database:
            database.execute("BEGIN IMMEDIATE")
            database.rollback()
    except (OSError, sqlite3.Error) as error:
        raise TrackingError(
            f"{path}: the MLflow database cannot be written: {error}. Set tracking.uri to a "
            "place that can be, or free the file"
        ) from error


def _check_listening(host: str, port: int) -> None:
    try:
        socket.create_connection((host, port), timeout=5).close()
    except OSError as error:
        raise TrackingError(
            f"no database answers at {host}:{port}: {error}. Start it, or set tracking.uri to "
            f"another store, such as {DEFAULT_URI}"
        ) from error


@contextlib.contextmanager
def _one_at_a_time(uri: str) -> Iterator[None]:
    """Let one process create or migrate the tables of a SQLite store; the others wait.

    MLflow's own lock does not cover the migration: of two runs that start on a new file, one fails
    with "duplicate column name". SQLite's lock, on another file, works on every platform.
    """
    path = sqlite_path(uri)
    if path is None:
        yield
        return
    digest = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16]
    lock = Path(tempfile.gettempdir()) / f"stancekit-{digest}.lock"
    with contextlib.closing(sqlite3.connect(lock, timeout=120)) as waiting:
        # A lock that another user owns cannot be taken; MLflow then has to do without.
        with contextlib.suppress(sqlite3.OperationalError):
            waiting.execute("BEGIN EXCLUSIVE")
        yield
        waiting.rollback()


@contextlib.contextmanager
def _environment(values: dict[str, str]) -> Iterator[None]:
    """Set the variables that the user has not set, for the length of the block."""
    added = {name: value for name, value in values.items() if name not in os.environ}
    os.environ.update(added)
    try:
        yield
    finally:
        for name in added:
            os.environ.pop(name, None)


@contextlib.contextmanager
def _global_address(mlflow: Any, uri: str | None) -> Iterator[None]:
    if uri is None:
        yield
        return
    former = mlflow.get_tracking_uri() if mlflow.is_tracking_uri_set() else None
    mlflow.set_tracking_uri(uri)
    try:
        yield
    finally:
        mlflow.set_tracking_uri(former)


@contextlib.contextmanager
def _quiet_loggers() -> Iterator[None]:
    loggers = {logging.getLogger(name): level for name, level in _LEVELS.items()}
    former = {logger: logger.level for logger in loggers}
    try:
        for logger, level in loggers.items():
            logger.setLevel(level)
        yield
    finally:
        for logger, level in former.items():
            logger.setLevel(level)
