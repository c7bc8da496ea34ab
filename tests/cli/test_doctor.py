from __future__ import annotations

import pytest

from stancekit.cli import doctor


@pytest.fixture(autouse=True)
def no_store(monkeypatch):
    monkeypatch.delenv("MLFLOW_TRACKING_URI", raising=False)


def test_each_finding_says_what_was_found(cli):
    ended = cli("doctor", "--json")
    assert (ended.status, ended.err) == (0, "")
    names = [finding["name"] for finding in ended.json]
    assert {"numpy", "mlflow", "trafilatura [html]", "python"} <= set(names)
    for finding in ended.json:
        assert list(finding) == ["name", "ok", "needed", "found", "advice"]
        assert finding["ok"] or finding["advice"]
        assert finding["needed"] is not finding["name"].endswith("]") or not finding["needed"]


def test_a_missing_package_ends_with_1_and_says_how_to_get_it(cli, monkeypatch):
    real = doctor._installed
    monkeypatch.setattr(doctor, "_installed", lambda name: None if name == "numpy" else real(name))
    ended = cli("doctor", "--json")
    assert ended.status == 1
    [numpy] = [finding for finding in ended.json if finding["name"] == "numpy"]
    assert (numpy["ok"], numpy["found"]) == (False, "not installed")
    assert "pip install stancekit" in numpy["advice"]
    assert "MISSING" in cli("doctor").out


def test_a_missing_extra_is_no_failure(cli, monkeypatch):
    real = doctor._installed
    absent = "trafilatura"
    monkeypatch.setattr(doctor, "_installed", lambda name: None if name == absent else real(name))
    ended = cli("doctor", "--json")
    assert ended.status == 0
    [found] = [finding for finding in ended.json if finding["name"] == f"{absent} [html]"]
    assert not found["ok"]
    assert "pip install 'stancekit[html]'" in found["advice"]
    # In the table, too: square brackets are not markup.
    assert "stancekit[html]" in cli("doctor").out


def test_a_password_is_not_shown(cli, monkeypatch):
    monkeypatch.setenv("MLFLOW_TRACKING_URI", "postgresql://ana:secret@db.example/runs")
    ended = cli("doctor", "--json")
    assert "secret" not in ended.out
    assert "postgresql://db.example/runs" in ended.out
