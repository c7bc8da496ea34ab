"""MLflow addresses: what `runs:/…` and `models:/…` name, or what exists in their stead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mlflow.exceptions import MlflowException

from stancekit.errors import ModelError, nearest

if TYPE_CHECKING:
    from mlflow import MlflowClient

FORMS = "a folder, runs:/ID/model, models:/NAME/3, models:/NAME@alias or models:/m-ID"
_LISTED = 20


@dataclass(frozen=True, slots=True)
class LoggedModel:
    """A model in the store: its address without an alias, and where its files lie."""

    uri: str
    artifacts: str
    version: str | None = None
    run_id: str | None = None

    @property
    def is_local(self) -> bool:
        """Whether the files lie on this machine, and need no copy."""
        return self.artifacts.startswith(("/", "file:"))


def find_model(client: MlflowClient, uri: str) -> LoggedModel:
    """Give the model that `uri` names.

    Raises
    ------
    ModelError
        If there is none; the message names the models, versions, aliases or runs that exist.
    """
    scheme, _, rest = uri.partition(":/")
    rest = rest.strip("/")
    if scheme == "runs":
        return _of_run(client, rest)
    name, at, alias = rest.rpartition("@")
    parts = (name if at else rest).split("/")
    if len(parts) > (1 if at else 2) or not all(parts):
        raise ModelError(f"{uri}: found no such form of address, expected {FORMS}")
    if at:
        return _of_version(client, name, _version_of_alias(client, name, alias))
    name, slash, version = rest.rpartition("/")
    if slash:
        return _of_version(client, name, version)
    if rest.startswith("m-"):
        return _of_id(client, rest)
    raise ModelError(f"{uri}: found neither a version nor an alias, expected {FORMS}")


def _of_run(client: MlflowClient, rest: str) -> LoggedModel:
    run_id, _, name = rest.partition("/")
    if not run_id:
        raise ModelError("runs:/: found no run, expected runs:/ID/model with the id of a run")
    if not name:
        raise ModelError(f"runs:/{rest}: found no model name, expected runs:/{rest}/model")
    try:
        run = client.get_run(run_id)
    except MlflowException as error:
        raise ModelError(f"runs:/{rest}: no run {run_id!r}; {_recent_runs(client)}") from error
    outputs = run.outputs.model_outputs if run.outputs else []
    models = [client.get_logged_model(output.model_id) for output in outputs]
    for model in models:
        if model.name == name:
            return _of_id(client, model.model_id)
    names = [model.name for model in models]
    raise ModelError(f"runs:/{rest}: run {run_id!r} logged no such model; {nearest(name, names)}")


def _of_id(client: MlflowClient, model_id: str) -> LoggedModel:
    try:
        model = client.get_logged_model(model_id)
    except MlflowException as error:
        raise ModelError(
            f"models:/{model_id}: the store has no such model; {_recent_runs(client)}"
        ) from error
    return LoggedModel(model.model_uri, model.artifact_location, run_id=model.source_run_id)


def _of_version(client: MlflowClient, name: str, version: str) -> LoggedModel:
    try:
        found = client.get_model_version(name, version)
    except MlflowException as error:
        _registered(client, name)
        known = [str(each.version) for each in client.search_model_versions(f"name='{name}'")]
        raise ModelError(
            f"models:/{name}/{version}: no version {version!r}; {nearest(version, known)}"
        ) from error
    return LoggedModel(
        uri=f"models:/{name}/{found.version}",
        artifacts=client.get_model_version_download_uri(name, version),
        version=str(found.version),
        run_id=found.run_id or None,
    )


def _version_of_alias(client: MlflowClient, name: str, alias: str) -> str:
    aliases = _registered(client, name).aliases
    if alias not in aliases:
        raise ModelError(f"models:/{name}@{alias}: no alias {alias!r}; {nearest(alias, aliases)}")
    return str(aliases[alias])


def _registered(client: MlflowClient, name: str) -> Any:
    try:
        return client.get_registered_model(name)
    except MlflowException as error:
        known = [model.name for model in client.search_registered_models()]
        raise ModelError(
            f"models:/{name}: no model of that name is registered; {nearest(name, known)}"
        ) from error


def _recent_runs(client: MlflowClient) -> str:
    experiments = [each.experiment_id for each in client.search_experiments()]
    runs = client.search_runs(experiments, max_results=_LISTED)
    with_model = [run.info.run_id for run in runs if run.outputs and run.outputs.model_outputs]
    return f"newest runs with a model: {', '.join(with_model) or 'none'}"
