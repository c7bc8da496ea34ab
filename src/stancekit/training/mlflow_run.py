"""What a tracked run holds: parameters, metrics, data sets, files and the model, call by call."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from itertools import zip_longest
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from stancekit import prediction
from stancekit.errors import TrackingError
from stancekit.prediction.address import sqlite_path
from stancekit.training.record import DatasetRecord, RunRecord

if TYPE_CHECKING:
    from mlflow import MlflowClient

MODEL_NAME = "model"
_PARAM_LENGTH = 500  # what every MLflow server takes; those from 2.9 on take 6000
_BATCH = {"params": 100, "metrics": 900}  # what one log_batch takes; the limit of both is 1000
_DIGEST_LENGTH = 36
_FILES = (
    "config.yaml",
    "frozen.yaml",
    "run.json",
    "report.html",
    "report.md",
    "report.json",
    "reforms.md",
)
_EXAMPLE = "The minister said that talks could resume within weeks."


def experiment_id(client: MlflowClient, name: str, uri: str) -> str:
    """Give the experiment's id; beside a SQLite file, its artifacts go to ``mlartifacts``."""
    from mlflow.exceptions import MlflowException

    database = sqlite_path(uri)
    location = database and (database.parent / "mlartifacts").resolve().as_uri()
    found = client.get_experiment_by_name(name)
    if found is None:
        try:
            return str(client.create_experiment(name, artifact_location=location))
        except MlflowException:
            # A run beside this one may have been first.
            found = client.get_experiment_by_name(name)
            if found is None:
                raise
    if found.lifecycle_stage != "active":
        raise TrackingError(
            f"experiment {name!r} was deleted from the MLflow store; restore it with `mlflow "
            f"experiments restore -x {found.experiment_id}`, or set tracking.experiment to another"
        )
    return str(found.experiment_id)


def log_numbers(client: MlflowClient, run_id: str, record: RunRecord) -> None:
    """Log parameters and metrics: in one request, unless there are more than one may carry."""
    log_metrics(client, run_id, record.metrics, timestamp=record.finished, params=record.params)


def log_metrics(
    client: MlflowClient,
    run_id: str,
    metrics: Mapping[str, float],
    *,
    timestamp: int,
    params: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Log metrics, and parameters with them, in as few requests as may carry them.

    `timestamp` is in milliseconds since 1970.
    """
    from mlflow.entities import Metric, Param

    named = [Param(_key(name), _short(value)) for name, value in params.items()]
    numbers = [
        Metric(_key(name), value, timestamp=timestamp, step=0) for name, value in metrics.items()
    ]
    batches: Any = zip_longest(
        _batched(named, _BATCH["params"]), _batched(numbers, _BATCH["metrics"]), fillvalue=[]
    )
    for some_params, some_metrics in batches:
        client.log_batch(run_id, metrics=some_metrics, params=some_params)


def log_datasets(client: MlflowClient, run_id: str, datasets: tuple[DatasetRecord, ...]) -> None:
    """Log what the run read, by our own digest: MLflow's covers the first 10,000 rows only."""
    from mlflow.entities import Dataset, DatasetInput, InputTag

    inputs = [
        DatasetInput(
            Dataset(
                name=each.name,
                digest=each.sha256[:_DIGEST_LENGTH],
                source_type="local",
                source=json.dumps({"uri": each.source}),
                schema=json.dumps({"mlflow_colspec": _colspec(each)}),
            ),
            tags=[InputTag(key, text) for key, text in _input_tags(each).items()],
        )
        for each in datasets
    ]
    client.log_inputs(run_id, datasets=inputs)


def _input_tags(dataset: DatasetRecord) -> dict[str, str]:
    """Give what is told of one run's use; MLflow keeps a data set's own profile from its first."""
    return {
        "mlflow.data.context": dataset.context,
        "sha256": dataset.sha256,
        "n_rows": str(dataset.n_rows),
    }


def _colspec(dataset: DatasetRecord) -> list[dict[str, Any]]:
    return [{"type": "string", "name": name, "required": False} for name in dataset.columns]


def log_files(client: MlflowClient, run_id: str, folder: Path) -> None:
    """Log the report, its figures, the resolved configuration and the record."""
    for name in _FILES:
        if (folder / name).is_file():
            client.log_artifact(run_id, str(folder / name))
    if (folder / "figures").is_dir():
        client.log_artifacts(run_id, str(folder / "figures"), artifact_path="figures")


def log_model(folder: Path, record: RunRecord) -> Any:
    """Log the model folder as it is to the active run, with the code that loads it."""
    import pandas as pd
    from mlflow import pyfunc

    from stancekit.prediction.signature import model_signature

    return pyfunc.log_model(
        name=MODEL_NAME,
        python_model=str(Path(prediction.__file__).with_name("pyfunc.py")),
        artifacts={"model": str((folder / "model").resolve())},
        signature=model_signature(record.axes),
        input_example=pd.DataFrame({"text": [_EXAMPLE]}),
        pip_requirements=list(record.requirements),
    )


def register(client: MlflowClient, record: RunRecord, run_id: str, model: Any) -> str | None:
    """Register the model and set its alias where the configuration asks; give the version."""
    from mlflow.exceptions import MlflowException

    name = record.tracking.registered_name
    if name is None:
        return None
    try:
        client.create_registered_model(name)
    except MlflowException as error:
        if error.error_code != "RESOURCE_ALREADY_EXISTS":
            raise
    version = client.create_model_version(
        name, source=model.model_uri, run_id=run_id, model_id=model.model_id
    )
    if record.tracking.alias is not None:
        client.set_registered_model_alias(name, record.tracking.alias, version.version)
    return str(version.version)


def _key(name: str) -> str:
    """Give a name that MLflow takes: letters, digits and ``_-. /``."""
    return re.sub(r"[^\w\-. /]", "_", name)[:250]


def _short(value: str) -> str:
    return value if len(value) <= _PARAM_LENGTH else f"{value[: _PARAM_LENGTH - 1]}…"


def _batched(values: list[Any], size: int) -> list[list[Any]]:
    return [values[start : start + size] for start in range(0, len(values), size)]
