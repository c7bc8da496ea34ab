from __future__ import annotations

import json
from pathlib import Path

import pytest


@pytest.fixture
def frozen(cli, ferries):
    ended = cli("freeze", "ferries.yaml", "--note", "Hope is found.")
    assert ended.status == 0, ended.err
    return ended


def test_the_file_stands_beside_the_user(frozen):
    assert frozen.out.startswith("frozen  ferries.frozen.yaml\nsha256  ")
    assert "judged  outlook by macro_f1, posture by macro_f1" in frozen.out
    assert "looks   not counted: there is no MLflow store" in frozen.out
    assert "Hope is found." in Path("ferries.frozen.yaml").read_text()


def test_what_was_frozen_is_not_replaced(frozen, cli):
    before = Path("ferries.frozen.yaml").read_bytes()
    ended = cli("freeze", "ferries.yaml")
    assert ended.failed_with("ferries.frozen.yaml: found a file there", "another name with -o")
    assert Path("ferries.frozen.yaml").read_bytes() == before


def test_the_json_is_the_file(cli, ferries):
    options = ["--set", "seed=8", "--threshold", "0.6", "--primary", "outlook=mcc", "-o", "x.yaml"]
    ended = cli("freeze", "ferries.yaml", *options, "--json")
    assert ended.json["path"] == "x.yaml"
    assert ended.json["seed"] == 8
    assert ended.json["abstention"] == {"threshold": 0.6, "precision": None}
    assert ended.json["primary"] == {"outlook": "mcc", "posture": "macro_f1"}


def test_a_run_is_held_to_it(frozen, cli):
    held = ["--frozen", "ferries.frozen.yaml", "--set", "evaluation.purpose=confirmatory"]
    refused = cli("train", "ferries.yaml", *held, "--set", "model.folds=3")
    assert refused.failed_with("model.folds: frozen 2, found 3", "nothing was fitted or scored")
    confirmed = cli("train", "ferries.yaml", *held)
    assert confirmed.status == 0
    assert "nothing that was checked deviates" in confirmed.out
    explored = cli("train", "ferries.yaml", *held[:2], "--set", "model.folds=3")
    assert explored.status == 0
    assert "warning: not as it was frozen at" in explored.err
    assert "\n  model.folds: frozen 2, found 3" in explored.err
    assert ": 1 thing deviates" in explored.out


def test_an_edited_file_is_told(frozen, cli):
    path = Path("ferries.frozen.yaml")
    path.write_text(path.read_text().replace("seed: 7", "seed: 9"))
    ended = cli("train", "ferries.yaml", "--frozen", path)
    assert ended.failed_with("was edited after it was frozen")


def test_evaluate_and_compare_are_held_to_it(
    cli, ferries, rows, jsonl, saved_folder, contrary_folder
):
    jsonl("unseen.jsonl", [{**row, "text": f"{row['text']} So it goes."} for row in rows])
    tested = ["--set", "data.test=unseen.jsonl", "--set", "data.split=null"]
    assert cli("freeze", "ferries.yaml", *tested, "-o", "f.yaml").status == 0
    held = ["--frozen", "f.yaml", "--purpose", "confirmatory"]
    refused = cli("evaluate", saved_folder, "unseen.jsonl", *held)
    assert refused.failed_with("resamples: frozen 20, found 2000", "seed: frozen 7, found 0")
    asked = ["--resamples", "20", "--seed", "7"]
    confirmed = cli("evaluate", saved_folder, "unseen.jsonl", *held, *asked, "--json")
    assert confirmed.json["frozen"]["deviations"] == []
    models = [saved_folder, contrary_folder]
    compared = cli("compare", *models, "--data", "unseen.jsonl", *held, *asked)
    assert "not checked: family, options and rows to fit" in compared.out
    assert json.loads(Path("report.json").read_text())["cautions"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["freeze"],
        ["freeze", "ferries.yaml", "--threshold", "2"],
        ["train", "ferries.yaml", "--plan", "--frozen", "f.yaml"],
        ["evaluate", "m", "--behaviour", "--frozen", "f.yaml"],
    ],
)
def test_wrong_usage(cli, ferries, arguments):
    assert cli(*arguments).status == 2
