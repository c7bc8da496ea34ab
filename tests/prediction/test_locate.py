from __future__ import annotations

import subprocess
import sys

import pytest

from stancekit.errors import ModelError, TrackingError
from stancekit.prediction.locate import resolve_model
from stancekit.prediction.store import quiet_mlflow


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """A SQLite store with one run, its model, and two versions of a registered model."""
    home = tmp_path_factory.mktemp("store")
    inner = home / "logged" / "artifacts" / "model"
    inner.mkdir(parents=True)
    (inner / "stancekit.json").write_text("{}")
    uri = f"sqlite:///{home / 'mlflow.db'}"
    with quiet_mlflow(uri) as mlflow:
        from mlflow.entities import LoggedModelOutput

        client = mlflow.MlflowClient()
        location = (home / "mlartifacts").as_uri()
        experiment_id = client.create_experiment("talks", artifact_location=location)
        run_id = client.create_run(experiment_id).info.run_id
        model = client.create_logged_model(experiment_id, name="model", source_run_id=run_id)
        client.log_model_artifacts(model.model_id, str(home / "logged"))
        client.finalize_logged_model(model.model_id, "READY")
        client.log_outputs(run_id, [LoggedModelOutput(model.model_id, step=0)])
        client.create_registered_model("talks")
        for _ in range(2):
            client.create_model_version("talks", source=model.model_uri, run_id=run_id)
        client.set_registered_model_alias("talks", "champion", "2")
        client.create_registered_model("rates")
    return {"uri": uri, "run": run_id, "model": model.model_id}


def test_a_folder_is_itself_without_mlflow(tmp_path):
    (tmp_path / "stancekit.json").write_text("{}")
    code = (
        "import sys; from stancekit.prediction.locate import resolve_model; "
        f"found = resolve_model({str(tmp_path)!r}); "
        "assert 'mlflow' not in sys.modules; print(found.path)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == str(tmp_path)


@pytest.mark.parametrize("inside", ["model", "artifacts/talks"], ids=["a-run", "an-mlflow-model"])
def test_the_model_inside_a_folder_is_found(tmp_path, inside):
    (tmp_path / inside).mkdir(parents=True)
    (tmp_path / inside / "stancekit.json").write_text("{}")
    found = resolve_model(tmp_path)
    assert found.path == tmp_path / inside
    assert (found.version, found.run_id) == (None, None)


def test_a_missing_folder_lists_the_forms(tmp_path):
    with pytest.raises(ModelError, match=r"no such folder, expected .*models:/NAME@alias"):
        resolve_model(tmp_path / "absent")


def test_a_folder_without_a_model_is_refused(tmp_path):
    with pytest.raises(ModelError, match=r"found no stancekit\.json in it"):
        resolve_model(tmp_path)


@pytest.mark.parametrize(
    ("form", "uri", "version"),
    [
        ("runs:/{run}/model", "models:/{model}", None),
        ("models:/{model}", "models:/{model}", None),
        ("models:/talks/1", "models:/talks/1", "1"),
        ("models:/talks@champion", "models:/talks/2", "2"),
    ],
    ids=["run", "id", "version", "alias"],
)
def test_every_address_leads_to_the_folder(store, form, uri, version):
    found = resolve_model(form.format(**store), store["uri"])
    assert (found.path / "stancekit.json").is_file()
    assert found.path.name == "model"
    assert found.uri == uri.format(**store)
    assert found.version == version
    assert found.run_id == store["run"]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("models:/talk/1", "did you mean 'talks'? (known: 'rates', 'talks')"),
        ("models:/talk@champion", "did you mean 'talks'?"),
        ("models:/talks/9", "no version '9'; known: '1', '2'"),
        ("models:/talks/Production", "no version 'Production'; known: '1', '2'"),
        ("models:/talks@champoin", "no alias 'champoin'; did you mean 'champion'?"),
        ("models:/rates@champion", "no alias 'champion'; known: none"),
        ("models:/m-0", "newest runs with a model: {run}"),
        ("models:/talks", "found neither a version nor an alias"),
        ("runs:/0/model", "no run '0'; newest runs with a model: {run}"),
        ("runs:/{run}/modle", "did you mean 'model'?"),
        ("runs:/{run}", "found no model name, expected runs:/{run}/model"),
        ("runs:/", "found no run, expected runs:/ID/model"),
        ("models:/a/b/c", "models:/a/b/c: found no such form of address, expected a folder"),
        ("models:/a/b@champion", "found no such form of address, expected a folder"),
        ("models:/", "models:/: found no such form of address, expected a folder"),
    ],
    ids=[
        "unknown-name",
        "unknown-name-with-alias",
        "unknown-version",
        "a-stage",
        "unknown-alias",
        "name-without-versions",
        "unknown-id",
        "neither-version-nor-alias",
        "unknown-run",
        "unknown-model-of-a-run",
        "run-without-a-model-name",
        "no-run",
        "too-many-parts",
        "too-many-parts-before-an-alias",
        "nothing",
    ],
)
def test_an_unknown_model_is_told_what_exists(store, form, expected):
    with pytest.raises(ModelError) as caught:
        resolve_model(form.format(**store), store["uri"])
    assert expected.format(**store) in str(caught.value)


def test_the_environment_names_the_store(store, monkeypatch):
    monkeypatch.setenv("MLFLOW_TRACKING_URI", store["uri"])
    assert resolve_model("models:/talks/1").version == "1"


def test_without_a_store_none_is_made(tmp_path, monkeypatch):
    monkeypatch.delenv("MLFLOW_TRACKING_URI", raising=False)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(ModelError, match=r"found no MLflow database .*mlflow\.db"):
        resolve_model("models:/talks@champion")
    assert list(tmp_path.iterdir()) == []


def test_a_server_that_is_down_is_said_to_be():
    with pytest.raises(TrackingError, match="does not answer"):
        resolve_model("models:/talks@champion", "http://127.0.0.1:9")


def test_files_that_are_gone_are_told_of(tmp_path, store):
    with quiet_mlflow() as mlflow:
        client = mlflow.MlflowClient(tracking_uri=store["uri"])
        location = (tmp_path / "gone").as_uri()
        experiment_id = client.create_experiment("gone", artifact_location=location)
        model = client.create_logged_model(experiment_id, name="model")
        client.finalize_logged_model(model.model_id, "READY")
    with pytest.raises(ModelError, match=r"cannot be fetched from|found no such folder"):
        resolve_model(model.model_uri, store["uri"])
