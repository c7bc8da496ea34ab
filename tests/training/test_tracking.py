from __future__ import annotations

import errno
import hashlib
import socket
import subprocess
from pathlib import Path

import mlflow
import pandas as pd
import pytest
from mlflow import MlflowClient
from mlflow.store.artifact.local_artifact_repo import LocalArtifactRepository

from stancekit.errors import TrackingError
from stancekit.prediction.locate import resolve_model
from stancekit.training import fitting, track_saved, train
from stancekit.training.options import TrackingConfig
from stancekit.training.record import RunRecord

CLOSED = "http://127.0.0.1:9"


@pytest.fixture
def no_network(monkeypatch):
    def refuse(*arguments, **options):
        raise AssertionError("a connection was opened")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


@pytest.fixture
def no_child_processes(monkeypatch):
    def refuse(*arguments, **options):
        raise AssertionError(f"a process was started: {arguments}")

    monkeypatch.setattr(subprocess, "Popen", refuse)


def set_tracking(folder, **tracking):
    record = RunRecord.load(folder)
    record.model_copy(update={"tracking": TrackingConfig(**tracking)}).save(folder)


def test_a_run_holds_what_lineage_needs(store, finished, workplace):
    run = MlflowClient(store).get_run(track_saved("mine").run_id)
    digest = hashlib.sha256((workplace / "talks.jsonl").read_bytes()).hexdigest()
    train_input, test_input = run.inputs.dataset_inputs
    assert run.info.status == "FINISHED"
    assert run.data.params["model.family"] == "fake"
    assert run.data.params["chosen.outlook.strength"] == "1.0"
    assert run.data.tags["stancekit.data.train.sha256"] == digest
    assert run.data.tags["stancekit.version.mlflow"] == mlflow.__version__
    assert len(run.data.tags["stancekit.codebook.hash"]) == 64
    assert len(run.data.tags["stancekit.split.fingerprint"]) == 64
    assert train_input.dataset.digest == digest[:36]
    assert {tag.key: tag.value for tag in train_input.tags} == {
        "mlflow.data.context": "train",
        "sha256": digest,
        "n_rows": "64",
    }
    assert {tag.key: tag.value for tag in test_input.tags}["n_rows"] == "16"


def test_metrics_are_named_by_axis_and_carry_their_interval(store, experiment):
    result = train(experiment(data={"train": "talks.jsonl", "split": {"test_size": 0.6}}))
    metrics = MlflowClient(store).get_run(result.run_id).data.metrics
    assert metrics["outlook.n"] == 48.0
    names = ["outlook.macro_f1", "outlook.macro_f1.low", "outlook.macro_f1.high"]
    assert [metrics[name] for name in names] == [1.0, 1.0, 1.0]
    assert metrics["outlook.f1.optimistic"] == 1.0
    # half the rows are optimistic: F1 is 2/3 there and 0 on the other two labels
    assert metrics["outlook.majority.macro_f1"] == pytest.approx(2 / 9)


def test_numbers_are_logged_in_one_request(store, finished, monkeypatch):
    calls = []
    real = MlflowClient.log_batch

    def counted(self, run_id, metrics=(), params=(), tags=(), **options):
        calls.append(len(params))
        return real(self, run_id, metrics=metrics, params=params, tags=tags, **options)

    monkeypatch.setattr(MlflowClient, "log_batch", counted)
    track_saved("mine")
    # MLflow itself then copies the metrics from the run to the logged model
    assert [n_params > 10 for n_params in calls] == [True, False]


def test_more_numbers_than_a_request_holds_are_all_logged(store, finished):
    many = {f"chosen.{number}": str(number) for number in range(250)}
    scores = {f"outlook.f1.{number}": float(number) for number in range(950)}
    record = RunRecord.load(finished)
    record.model_copy(update={"params": many, "metrics": scores}).save(finished)
    run = MlflowClient(store).get_run(track_saved("mine").run_id)
    assert run.data.params == many
    assert run.data.metrics == scores


def test_odd_names_and_long_values_are_mended(store, finished):
    record = RunRecord.load(finished)
    changes = {"params": {"data.axes.a+b": "x" * 600}, "metrics": {"outlook.f1.yes, but": 1.0}}
    record.model_copy(update=changes).save(finished)
    run = MlflowClient(store).get_run(track_saved("mine").run_id)
    assert run.data.params == {"data.axes.a_b": "x" * 499 + "…"}
    assert run.data.metrics == {"outlook.f1.yes_ but": 1.0}


def test_files_and_model_are_logged_without_a_pickle(store, finished, workplace):
    tracked = track_saved("mine")
    client = MlflowClient(store)
    logged = {item.path for item in client.list_artifacts(tracked.run_id)}
    assert logged == {
        "config.yaml",
        "figures",
        "reforms.md",
        "report.html",
        "report.json",
        "report.md",
        "run.json",
    }
    figures = {item.path for item in client.list_artifacts(tracked.run_id, "figures")}
    assert figures == {"figures/0-outlook-confusion.png", "figures/0-outlook-reliability.png"}
    suffixes = {path.suffix for path in (workplace / "mlartifacts").rglob("*") if path.is_file()}
    assert not suffixes & {".pkl", ".pickle", ".joblib", ".dill", ".cloudpickle"}
    assert {".py", ".json", ".html", ".png", ".yaml"} <= suffixes


def test_the_logged_model_predicts_through_mlflow(store, finished):
    tracked = track_saved("mine")
    mlflow.set_tracking_uri(store)
    model = mlflow.pyfunc.load_model(tracked.model_uri)
    assert model.metadata.signature is not None
    rows = pd.DataFrame({"text": ["Hopes of talks.", "Doubts remain."], "target": ["talks", None]})
    frame = model.predict(rows)
    assert list(frame.columns) == [
        "outlook",
        "outlook.p_optimistic",
        "outlook.p_pessimistic",
        "outlook.p_none",
        "outlook.abstained",
    ]
    assert frame["outlook"].tolist() == ["optimistic", "pessimistic"]
    strict = model.predict(rows, params={"threshold": 0.9})
    assert strict["outlook.abstained"].all()
    assert strict["outlook"].isna().all()


def test_what_was_logged_is_what_was_saved(store, finished):
    found = resolve_model(f"runs:/{track_saved('mine').run_id}/model", store)
    saved = {path.name: path.read_bytes() for path in (finished / "model").iterdir()}
    assert {path.name: path.read_bytes() for path in found.path.iterdir()} == saved


def test_a_model_is_registered_and_named_by_its_alias(store, finished):
    set_tracking(finished, experiment="talks", register="talks", alias="champion")
    first = track_saved("mine")
    (finished / "tracked.json").unlink()
    second = track_saved("mine")
    found = resolve_model("models:/talks@champion", store)
    assert (found.version, found.run_id) == ("2", second.run_id)
    assert resolve_model("models:/talks/1", store).run_id == first.run_id


def test_logging_needs_no_network_and_no_child_process(
    store, finished, no_network, no_child_processes
):
    assert track_saved("mine").run_id


def test_requirements_are_pinned(store, finished):
    folder = resolve_model(track_saved("mine").model_uri, store).path.parent.parent
    lines = (folder / "requirements.txt").read_text().split()
    assert f"mlflow=={mlflow.__version__}" in lines
    assert all("==" in line for line in lines)


def test_nothing_is_printed(store, finished, capfd):
    set_tracking(finished, experiment="new", register="talks")
    track_saved("mine")
    assert capfd.readouterr().out == ""


def test_the_users_own_mlflow_is_left_alone(store, finished, workplace):
    mine = f"sqlite:///{workplace / 'mine.db'}"
    mlflow.set_tracking_uri(mine)
    track_saved("mine", store)
    assert mlflow.get_tracking_uri() == mine
    assert mlflow.active_run() is None


@pytest.mark.parametrize(
    "uri",
    [CLOSED, "sqlite:///talks.jsonl", "sqlite:///.", "mlruns"],
    ids=["closed-port", "no-database", "a-folder", "file-store"],
)
def test_a_store_that_fails_loses_nothing(store, finished, uri):
    with pytest.raises(TrackingError) as caught:
        track_saved("mine", uri)
    message = str(caught.value)
    assert "Nothing is lost: the model is in mine/model, the report in mine/report.html" in message
    assert "track_saved('mine', uri='sqlite:///mlflow.db')" in message
    assert "`stancekit train` command with `--out mine`" in message
    tracked = track_saved("mine", store)
    run = MlflowClient(store).get_run(tracked.run_id)
    assert run.data.metrics["outlook.macro_f1"] == 1.0
    assert resolve_model(tracked.model_uri, store).run_id == tracked.run_id


def test_a_full_disk_while_tracking_loses_nothing(store, finished, monkeypatch):
    def full(self, *arguments, **options):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(LocalArtifactRepository, "log_artifact", full)
        with pytest.raises(TrackingError, match="No space left on device"):
            track_saved("mine")
    runs = MlflowClient(store).search_runs(["1"])
    assert [run.info.status for run in runs] == ["FAILED"]
    assert track_saved("mine").run_id != runs[0].info.run_id


def test_a_run_whose_server_is_down_ends_with_a_folder_to_track(store, experiment, caplog):
    with pytest.raises(
        TrackingError, match=r"does not answer: Connection refused\. Start"
    ) as caught:
        train(experiment(tracking={"uri": CLOSED, "experiment": "talks"}), output="mine")
    assert "HTTPConnectionPool" not in str(caught.value)
    assert "Retrying" not in caplog.text
    assert track_saved("mine", "sqlite:///mlflow.db").run_id


def test_the_same_command_tracks_a_run_that_was_not_tracked(store, experiment, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setenv("MLFLOW_TRACKING_URI", CLOSED)
        with pytest.raises(TrackingError, match="does not answer"):
            train(experiment(), output="mine")
        patch.setattr(fitting, "build_model", None)
        record = RunRecord.load(Path("mine"))
        patch.setenv("MLFLOW_TRACKING_URI", store)
        result = train(experiment(), output="mine")
    assert RunRecord.load(Path("mine")) == record
    assert result.test["outlook"].to_dict() == record.test["outlook"]
    assert MlflowClient(store).get_run(result.run_id).data.metrics["outlook.macro_f1"] == 1.0


def test_a_tracked_run_is_not_tracked_twice(store, finished):
    first = track_saved("mine")
    assert track_saved("mine") == first
    assert len(MlflowClient(store).search_runs([first.experiment_id])) == 1


def test_a_folder_without_a_run_is_refused(tmp_path):
    with pytest.raises(TrackingError, match="found no record of a finished run"):
        track_saved(tmp_path)


def test_a_record_of_another_format_is_refused(tmp_path):
    (tmp_path / "run.json").write_text('{"format": 2}')
    with pytest.raises(TrackingError, match=r"format: found 2, expected 1"):
        track_saved(tmp_path)


def test_a_deleted_experiment_is_told_of(store, finished):
    client = MlflowClient(store)
    client.delete_experiment(client.create_experiment("talks"))
    with pytest.raises(TrackingError, match=r"experiment 'talks' was deleted"):
        track_saved("mine")


def test_a_password_is_not_recorded(workplace, experiment):
    uri = "postgresql://ana:secret@127.0.0.1:9/runs"
    with pytest.raises(TrackingError) as caught:
        train(experiment(tracking={"uri": uri, "experiment": "talks"}), output="mine")
    files = [path for path in (workplace / "mine").rglob("*") if path.is_file()]
    assert files
    assert all(b"secret" not in path.read_bytes() for path in files)
    assert "secret" not in str(caught.value)
