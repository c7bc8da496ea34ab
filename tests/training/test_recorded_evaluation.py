from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from mlflow import MlflowClient

from stancekit.training import evaluate
from stancekit.training.recorded_evaluation import EVALUATIONS

ROWS = [
    ("A deal is near, the crews believe.", "optimistic"),
    ("The talks will fail again.", "pessimistic"),
    ("The report has ninety pages.", "none"),
]


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MLFLOW_TRACKING_URI", raising=False)
    lines = [
        json.dumps({"id": f"u{n}", "article_id": f"b{n}", "text": text, "outlook": label})
        for n, (text, label) in enumerate(ROWS)
    ]
    (tmp_path / "unseen.jsonl").write_text("\n".join(lines) + "\n")
    return tmp_path


def scored(model, **options):
    axes = {"outlook": "outlook"}
    return evaluate(model, "unseen.jsonl", axes=axes, resamples=10, report="r.html", **options)


def runs():
    client = MlflowClient(f"sqlite:///{Path('mlflow.db').resolve()}")
    experiment = client.get_experiment_by_name(EVALUATIONS)
    if experiment is None:
        return client, []
    return client, client.search_runs([experiment.experiment_id], order_by=["start_time ASC"])


def test_an_evaluation_is_a_run_with_its_scores_and_its_report(here, empty_database, saved_folder):
    shutil.copy(empty_database, "mlflow.db")
    looks = [scored(saved_folder, count_looks=True).looks for _ in range(2)]
    assert [one.earlier for one in looks] == [0, 1]
    client, (first, second) = runs()
    assert first.info.status == "FINISHED"
    assert first.data.metrics["outlook.n"] == 3
    assert first.data.metrics.keys() == second.data.metrics.keys()
    assert second.data.metrics["looks.earlier"] == 1
    assert second.data.tags["stancekit.model"] == str(saved_folder)
    assert second.data.tags["stancekit.test.earlier_looks"] == "1"
    files = {file.path for file in client.list_artifacts(first.info.run_id)}
    assert files == {"r.html", "r.md", "r.json"}


def test_unasked_nothing_is_recorded(here, empty_database, saved_folder):
    shutil.copy(empty_database, "mlflow.db")
    assert scored(saved_folder).looks is None
    assert runs()[1] == []


def test_without_a_store_none_is_made(here, saved_folder):
    assert scored(saved_folder, count_looks=True).looks.earlier is None
    assert not Path("mlflow.db").exists()


def test_a_store_that_fails_meanwhile_is_warned_of(
    here, empty_database, saved_folder, monkeypatch, caplog
):
    shutil.copy(empty_database, "mlflow.db")

    def fail(*arguments, **options):
        raise RuntimeError("the disk is gone")

    monkeypatch.setattr("stancekit.training.recorded_evaluation.log_metrics", fail)
    assert scored(saved_folder, count_looks=True).report == Path("r.html")
    assert "this look at the test set is not recorded: the disk is gone" in caplog.text
