"""The MLflow store: a client for it that answers within seconds, or an error that says why not.

MLflow is told to keep quiet (standard output belongs to results) and to send no usage data, unless
the environment says otherwise.
"""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import re
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


_ADDRESS_VARIABLE = "MLFLOW_TRACKING_URI"
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
    # So is the error of each retry.
    "urllib3.connectionpool": logging.ERROR,
}
_DATABASE_PORTS = {"postgresql": 5432, "mysql": 3306, "mssql": 1433}
_SERVED = {"http", "https", *_DATABASE_PORTS}


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
            raise TrackingError(_unusable(uri, error)) from error
    return client


def _unusable(uri: str, error: Exception) -> str:
    """Say what is wrong with a store; only one that a server keeps can be started."""
    store, reason = f"the MLflow store at {without_password(uri)}", first_line(error)
    elsewhere = "set tracking.uri (or MLFLOW_TRACKING_URI) to another, such as"
    if urlsplit(uri).scheme.partition("+")[0] in _SERVED:
        return f"{store} does not answer: {reason}. Start it, or {elsewhere} {DEFAULT_URI}"
    if sqlite_path(uri) is not None:
        return f"{store} cannot be used: {reason}. Mend that, or set tracking.uri to another file"
    return f"{store} cannot be used: {reason}. Mend that, or {elsewhere} {DEFAULT_URI}"


def first_line(error: Exception) -> str:
    """Give a foreign error's cause in a line: the rest is SQL, links, retries and stack."""
    causes = [each for each in _chain(error) if isinstance(each, OSError | sqlite3.Error)]
    cause = causes[-1] if causes else error
    text = re.sub(r"^\[Errno -?\d+\] ", "", str(cause)) or type(cause).__name__
    return text.splitlines()[0].rstrip(".")


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """Give the error and what it was raised from, down to the first that happened."""
    while error is not None:
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


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
    # Setting MLflow's address sets the variable as well: both are put back as they were, or an
    # address that was once in the environment would come back after its owner took it out.
    variable = os.environ.pop(_ADDRESS_VARIABLE, None)
    former = mlflow.get_tracking_uri() if mlflow.is_tracking_uri_set() else None
    mlflow.set_tracking_uri(uri)
    try:
        yield
    finally:
        mlflow.set_tracking_uri(former)
        os.environ.pop(_ADDRESS_VARIABLE, None)
        if variable is not None:
            os.environ[_ADDRESS_VARIABLE] = variable


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
