"""Where a model is: a folder, or an MLflow address resolved to a folder on this machine.

A folder is found without importing MLflow.
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from stancekit.errors import ModelError
from stancekit.prediction.address import sqlite_path, store_uri

MARKER = "stancekit.json"
"""The file that makes a folder a stancekit model."""


@dataclass(frozen=True, slots=True)
class ResolvedModel:
    """A model's folder, and what was resolved to find it.

    Parameters
    ----------
    path
        The folder that holds ``stancekit.json``.
    uri
        The address with its alias resolved, so that it names the same model for ever.
    version
        The registered version, where the address names one.
    run_id
        The run that logged the model, where one did.
    """

    path: Path
    uri: str
    version: str | None = None
    run_id: str | None = None


def resolve_model(uri: str | Path, tracking_uri: str | None = None) -> ResolvedModel:
    """Give the folder of a model, fetched from MLflow where the address says so.

    Parameters
    ----------
    uri
        A folder, ``runs:/ID/model``, ``models:/NAME/3``, ``models:/NAME@alias`` or
        ``models:/m-ID``.
    tracking_uri
        Address of the MLflow store; ``None`` takes ``MLFLOW_TRACKING_URI``, else
        ``sqlite:///mlflow.db`` in the current directory.

    Raises
    ------
    ModelError
        If there is no such model; the message names those that exist.
    TrackingError
        If the store does not answer.
    """
    text = str(uri)
    if text.startswith(("runs:/", "models:/")):
        return _resolve_address(text, tracking_uri)
    return ResolvedModel(path=_model_folder(Path(uri), where=text), uri=text)


def _resolve_address(uri: str, tracking_uri: str | None) -> ResolvedModel:
    from stancekit.prediction.store import connect, first_line, quiet_mlflow

    store = _existing_store(tracking_uri, uri)
    client = connect(store)
    with quiet_mlflow(store) as mlflow:
        from stancekit.prediction.registry import find_model

        found = find_model(client, uri)
        try:
            folder = mlflow.artifacts.download_artifacts(
                artifact_uri=found.artifacts,
                dst_path=None if found.is_local else _download_folder(),
                tracking_uri=store,
            )
        # Each artifact store raises its own driver's errors, which share no base class.
        except Exception as error:
            raise ModelError(
                f"{uri}: the model's files cannot be fetched from {found.artifacts}: "
                f"{first_line(error)}"
            ) from error
    path = _model_folder(Path(folder), where=uri)
    return ResolvedModel(path, found.uri, version=found.version, run_id=found.run_id)


def _existing_store(tracking_uri: str | None, uri: str) -> str:
    """Give the store's address; a missing SQLite file is not created on the way."""
    store = store_uri(tracking_uri)
    path = sqlite_path(store)
    if path is not None and not path.is_file():
        raise ModelError(
            f"{uri}: found no MLflow database {path}. Set MLFLOW_TRACKING_URI to the store that "
            "holds the model, go to the directory that mlflow.db is in, or give a model folder"
        )
    return store


def _download_folder() -> str:
    """Make a folder that lasts as long as the process, since weights may be read lazily."""
    folder = tempfile.mkdtemp(prefix="stancekit-model-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _model_folder(folder: Path, *, where: str) -> Path:
    """Give the stancekit model in `folder`: itself, in a run's folder, or in an MLflow model."""
    if not folder.is_dir():
        raise ModelError(
            f"{where}: found no such folder, expected a model folder, runs:/ID/model, "
            "models:/NAME/3, models:/NAME@alias or models:/m-ID"
        )
    candidates = [folder, folder / "model", *sorted(folder.glob("artifacts/*"))]
    for candidate in candidates:
        if (candidate / MARKER).is_file():
            return candidate
    raise ModelError(
        f"{where}: found no {MARKER} in it, expected a folder that `stancekit train` saved or an "
        "MLflow model that it logged"
    )
