from __future__ import annotations

import errno
import os
import socket
import sqlite3

import pytest
from mlflow import MlflowClient

from stancekit.errors import TrackingError
from stancekit.prediction.store import check_database, connect, first_line, quiet_mlflow


def test_a_closed_port_is_told_within_seconds():
    with pytest.raises(TrackingError, match=r"http://127\.0\.0\.1:9 does not answer"):
        connect("http://127.0.0.1:9")


def test_a_store_out_of_reach_is_told_in_one_plain_line(caplog):
    with pytest.raises(TrackingError) as caught:
        connect("http://127.0.0.1:9")
    assert "does not answer: Connection refused. Start it, or set" in str(caught.value)
    assert len(str(caught.value)) < 200
    assert "Retrying" not in caplog.text


def test_a_full_disk_is_not_taken_for_a_server_that_is_down(tmp_path, monkeypatch):
    def full(self, *arguments, **options):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(MlflowClient, "search_experiments", full)
    with pytest.raises(TrackingError, match="cannot be used: database or disk is full") as caught:
        connect(f"sqlite:///{tmp_path / 'mlflow.db'}")
    assert "does not answer" not in str(caught.value)
    assert "Start it" not in str(caught.value)


@pytest.mark.parametrize(
    ("cause", "expected"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "No space left on device"),
        (TimeoutError("timed out"), "timed out"),
        (sqlite3.OperationalError("disk I/O error"), "disk I/O error"),
        (ValueError("first\nsecond"), "request failed"),
        (OSError(), "OSError"),
    ],
    ids=["full-disk", "timeout", "database", "no-system-error", "no-words"],
)
def test_the_cause_of_a_foreign_error_is_found(cause, expected):
    error = RuntimeError("request failed.\nstack")
    error.__cause__ = cause
    assert first_line(error) == expected


def test_a_database_server_that_is_down_is_told_without_its_password():
    with pytest.raises(TrackingError, match=r"no database answers at 127\.0\.0\.1:9") as caught:
        check_database("postgresql://ana:secret@127.0.0.1:9/runs")
    assert "secret" not in str(caught.value)


def test_a_database_server_that_listens_passes():
    with socket.create_server(("127.0.0.1", 0)) as server:
        check_database(f"postgresql://ana@127.0.0.1:{server.getsockname()[1]}/runs")


def test_a_folder_is_no_database(tmp_path):
    with pytest.raises(TrackingError, match="cannot be written"):
        check_database(f"sqlite:///{tmp_path}")


def test_a_file_of_another_kind_is_no_database(tmp_path):
    path = tmp_path / "mlflow.db"
    path.write_text("not a database, but long enough to have a header of its own " * 20)
    with pytest.raises(TrackingError, match="not a database"):
        check_database(f"sqlite:///{path}")


def test_a_database_in_use_is_told_of(tmp_path, monkeypatch):
    path = tmp_path / "mlflow.db"
    holder = sqlite3.connect(path)
    holder.execute("BEGIN EXCLUSIVE")
    real = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda where, timeout: real(where, timeout=0))
    with pytest.raises(TrackingError, match="locked"):
        check_database(f"sqlite:///{path}")
    holder.close()


def test_a_missing_folder_of_the_database_is_made(tmp_path):
    check_database(f"sqlite:///{tmp_path / 'runs' / 'mlflow.db'}")
    assert (tmp_path / "runs").is_dir()


def test_the_old_file_store_is_refused_with_a_way_out(tmp_path):
    with pytest.raises(TrackingError, match=r"sqlite:///mlflow\.db"):
        connect((tmp_path / "mlruns").as_uri())


def test_the_environment_is_left_as_it_was(monkeypatch):
    monkeypatch.setenv("MLFLOW_HTTP_REQUEST_MAX_RETRIES", "5")
    before = dict(os.environ)
    with quiet_mlflow():
        assert os.environ["MLFLOW_HTTP_REQUEST_MAX_RETRIES"] == "5"
        assert os.environ["MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR"] == "false"
    assert dict(os.environ) == before


def test_an_address_that_left_the_environment_does_not_come_back(tmp_path, monkeypatch):
    first, second = (f"sqlite:///{tmp_path}/{name}.db" for name in ("first", "second"))
    monkeypatch.setenv("MLFLOW_TRACKING_URI", first)
    with quiet_mlflow(second):
        pass
    assert os.environ["MLFLOW_TRACKING_URI"] == first
    monkeypatch.delenv("MLFLOW_TRACKING_URI")
    with quiet_mlflow(second):
        pass
    assert "MLFLOW_TRACKING_URI" not in os.environ
