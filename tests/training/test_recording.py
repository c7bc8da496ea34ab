from __future__ import annotations

import pytest

from stancekit.training import ExperimentConfig
from stancekit.training.record import RunRecord
from stancekit.training.recording import without_secrets


def test_names_are_those_of_the_contract(finished):
    record = RunRecord.load(finished)
    assert {
        "outlook.n",
        "outlook.macro_f1",
        "outlook.calibration_error",
        "outlook.majority.macro_f1",
        "outlook.over_majority.macro_f1",
        "outlook.keywords.macro_f1",
        "outlook.sentiment-only.macro_f1",
        "outlook.name-only.macro_f1",
        "outlook.tf-idf.macro_f1",
        "outlook.over_tf-idf.macro_f1",
    } <= set(record.metrics)
    assert record.params["data.split.test_size"] == "0.2"
    assert record.params["chosen.outlook.strength"] == "1.0"
    assert record.axes == {"outlook": ("optimistic", "pessimistic", "none")}
    assert [(each.name, each.n_rows) for each in record.datasets] == [
        ("talks.jsonl:train", 64),
        ("talks.jsonl:test", 16),
    ]


@pytest.mark.parametrize(
    ("uri", "shown"),
    [
        ("postgresql://ana:secret@db.example/runs", "postgresql://db.example/runs"),
        ("sqlite:///mlflow.db", "sqlite:///mlflow.db"),
        (None, None),
    ],
    ids=["password", "no-password", "default"],
)
def test_the_recorded_address_holds_no_password(fake_family, experiment, uri, shown):
    config = ExperimentConfig.from_mapping(experiment(tracking={"uri": uri}))
    assert without_secrets(config).tracking.uri == shown
    assert config.tracking.uri == uri
