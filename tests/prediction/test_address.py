from __future__ import annotations

import pytest

from stancekit.prediction.address import store_uri, without_password


def test_the_given_address_wins_over_the_environment(monkeypatch):
    monkeypatch.setenv("MLFLOW_TRACKING_URI", "http://runs.example")
    assert store_uri("http://mine.example") == "http://mine.example"
    assert store_uri() == "http://runs.example"


def test_a_sqlite_address_comes_out_absolute(tmp_path, monkeypatch):
    monkeypatch.delenv("MLFLOW_TRACKING_URI", raising=False)
    monkeypatch.chdir(tmp_path)
    assert store_uri() == f"sqlite:///{tmp_path}/mlflow.db"
    assert store_uri("sqlite:///a.db?timeout=3") == f"sqlite:///{tmp_path}/a.db?timeout=3"


@pytest.mark.parametrize(
    "uri", ["sqlite:///mlflow.db", "http://runs.example:5000", "databricks"], ids=str
)
def test_an_address_without_a_password_is_shown_as_it_is(uri):
    assert without_password(uri) == uri
