from __future__ import annotations

import errno
import json
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from stancekit.prediction import Predictor

CLOSED = "http://127.0.0.1:9"
METRIC = {"value", "low", "high"}


@dataclass(frozen=True)
class Trained:
    """One run of ``train --json``: where, and how it ended."""

    home: Path
    ended: Any

    @property
    def model(self):
        return self.home / self.ended.json["model_path"]


@pytest.fixture(scope="session")
def trained(tmp_path_factory, rows, furnish, cli):
    home = tmp_path_factory.mktemp("trained")
    furnish(home, rows)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(home)
        patch.delenv("MLFLOW_TRACKING_URI", raising=False)
        return Trained(home, cli("train", "ferries.yaml", "--json"))


@pytest.fixture
def store(trained, ferries):
    """The tables of a store, which take seconds to create, in the current directory."""
    shutil.copy(trained.home / "mlflow.db", ferries / "mlflow.db")


def held_out(rows):
    return [{**row, "text": f"{row['text']} So it goes."} for row in rows]


def test_train_gives_the_fields_of_the_contract(trained):
    assert trained.ended.status == 0
    content = trained.ended.json
    assert list(content)[:5] == ["run_id", "model_uri", "model_path", "report", "test"]
    assert list(content["test"]) == ["outlook", "posture"]
    for scores in content["test"].values():
        assert scores["n"] > 0
        for name in ("macro_f1", "accuracy", "weighted_f1"):
            assert set(scores[name]) >= METRIC
            assert 0.0 <= scores[name]["value"] <= 1.0
    assert (trained.home / content["report"]).is_file()


def test_the_plan_goes_to_the_error_stream(trained):
    assert trained.ended.out.startswith("{")
    assert "ferries: linear" in trained.ended.err
    assert "split: by article_id, 30% held out" in trained.ended.err


def test_each_address_of_the_run_names_the_same_model(trained, monkeypatch):
    monkeypatch.chdir(trained.home)
    monkeypatch.delenv("MLFLOW_TRACKING_URI", raising=False)
    content = trained.ended.json
    by_folder = Predictor.load(content["model_path"])
    expected = by_folder.predict_proba(["A deal is near."])
    for address in (content["model_uri"], f"runs:/{content['run_id']}/model"):
        loaded = Predictor.load(address)
        assert loaded.info.run_id == content["run_id"]
        found = loaded.predict_proba(["A deal is near."])
        assert all(np.array_equal(found[axis], expected[axis]) for axis in expected)


def test_no_file_of_a_run_is_a_pickle(trained):
    files = [path for path in trained.home.rglob("*") if path.is_file()]
    assert trained.model / "stancekit.json" in files
    assert not [path for path in files if path.suffix in {".pkl", ".pickle", ".joblib"}]


def test_the_same_configuration_gives_the_same_bytes(trained, cli, ferries, store):
    ended = cli("train", "ferries.yaml", "--json", "-o", "again")
    assert ended.status == 0
    first, second = trained.model, ferries / "again" / "model"
    assert {path.name: path.read_bytes() for path in first.iterdir()} == {
        path.name: path.read_bytes() for path in second.iterdir()
    }
    assert ended.json["test"] == trained.ended.json["test"]


def test_the_same_command_again_gives_what_the_run_ended_at(cli, ferries, store, caplog):
    first = cli("train", "ferries.yaml", "--json", "-o", "mine")
    assert "is finished" not in caplog.text
    again = cli("train", "ferries.yaml", "--json", "-o", "mine")
    assert (first.status, again.status) == (0, 0)
    assert again.json == first.json
    assert "the run in mine is finished" in caplog.text


def test_without_json_a_table_is_printed(cli, ferries, store):
    ended = cli("train", "ferries.yaml", "-o", "mine")
    assert ended.status == 0
    for words in ("macro_f1", "outlook", "model   mine/model", "report  mine/report.html"):
        assert words in ended.out
    scores, baselines = ended.out.split("macro_f1 of baselines")
    assert "tf-idf" not in scores
    for name in ("majority", "keywords", "sentiment-only", "tf-idf"):
        assert re.search(rf"^ *{name} +[01]\.\d{{3}}", baselines, re.MULTILINE)
    told = "beats every baseline|not shown to beat |worse than "
    assert re.search(f"^outlook: ({told})", baselines, re.MULTILINE)


def test_a_plan_fits_nothing(cli, ferries):
    ended = cli("train", "ferries.yaml", "--plan", "--json")
    assert ended.status == 0
    assert ended.json["sides"]["fit"]["n_rows"] + ended.json["sides"]["test"]["n_rows"] == 40
    assert "ferries: linear" in cli("train", "ferries.yaml", "--plan").out
    assert not (ferries / "runs").exists()


def one_label(rows):
    return [{**row, "posture": row["posture"] and "firm"} for row in rows]


def test_one_label_only_is_told(cli, ferries, jsonl, rows):
    jsonl("ferries.jsonl", one_label(rows))
    ended = cli("train", "ferries.yaml")
    assert ended.failed_with("axis 'posture'", "only the label 'firm', expected two or more")
    assert not [path for path in ferries.rglob("*") if path.is_file() and "runs" in path.parts]


def test_a_label_that_only_the_test_rows_have(cli, ferries, jsonl, rows, store):
    jsonl("train.jsonl", [row for row in rows if row["outlook"] != "none"])
    jsonl("test.jsonl", held_out(rows))
    files = ["--set", "data.train=train.jsonl", "--set", "data.test=test.jsonl"]
    ended = cli("train", "ferries.yaml", "--json", *files)
    assert ended.status == 0
    assert ended.json["test"]["outlook"]["per_label"]["none"]["recall"]["value"] == 0.0
    # without a codebook the labels are those of the training rows, and the row is at fault
    bare = cli("train", "ferries.yaml", *files, "--set", "codebook=null")
    assert bare.failed_with("test.jsonl:29, column 'outlook': found 'none'")


def test_a_group_for_every_row_is_trained_with_a_warning(cli, ferries, jsonl, rows):
    jsonl("ferries.jsonl", [{**row, "article_id": row["id"]} for row in rows])
    ended = cli("train", "ferries.yaml", "--plan")
    assert ended.status == 0
    assert "warning: each row is a group of its own" in ended.out


def test_one_group_for_all_rows_is_told(cli, ferries, jsonl, rows):
    jsonl("ferries.jsonl", [{**row, "article_id": "a"} for row in rows])
    assert cli("train", "ferries.yaml").failed_with("found a single group")


def test_four_rows_are_enough_to_train(cli, ferries, jsonl, rows, store):
    jsonl("train.jsonl", [rows[1], rows[2], rows[15], rows[17]])
    jsonl("test.jsonl", held_out(rows))
    files = ["--set", "data.train=train.jsonl", "--set", "data.test=test.jsonl"]
    ended = cli("train", "ferries.yaml", "--json", *files)
    assert ended.status == 0
    assert ended.json["test"]["outlook"]["n"] == 40


def test_texts_without_words_are_told(cli, ferries, jsonl, rows):
    jsonl("ferries.jsonl", [{**row, "text": "." * (3 + at)} for at, row in enumerate(rows)])
    assert cli("train", "ferries.yaml").failed_with("found no word to learn from")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "ferries.jsonl:1, column 'text': found the blank text ''"),
        ("a \ud800 b", "ferries.jsonl:1, column 'text': found the lone surrogate U+D800"),
    ],
    ids=["empty", "lone-surrogate"],
)
def test_a_text_that_cannot_be_used_is_told(cli, ferries, jsonl, rows, text, words):
    jsonl("ferries.jsonl", [{**rows[0], "text": text}, *rows[1:]])
    assert cli("train", "ferries.yaml").failed_with(words)


def test_nul_and_a_million_characters_are_trained_on(cli, ferries, jsonl, rows, store):
    odd = [{**rows[0], "text": "a\0b"}, {**rows[1], "text": "deal " * 200_000}, *rows[2:]]
    jsonl("ferries.jsonl", odd)
    assert cli("train", "ferries.yaml", "--json").status == 0


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("ferries.jsonl", b"", ["ferries.jsonl", "empty file"]),
        ("ferries.jsonl", b'{"text": "Zo\xeb"}\n', ["ferries.jsonl", "UTF-8"]),
        ("ferries.yaml", b"", ["ferries.yaml"]),
        ("ferries.yaml", b"name: [", ["ferries.yaml", "YAML"]),
        ("ferries.yaml", b"name: Zo\xeb", ["ferries.yaml", "UTF-8"]),
        ("codebook.yaml", b"nme: a\naxes: {}\n", ["codebook.yaml", "did you mean 'name'"]),
    ],
    ids=["no-rows", "latin-1-rows", "no-config", "cut-config", "latin-1-config", "odd-codebook"],
)
def test_files_that_cannot_be_read_are_named(cli, ferries, name, content, words):
    (ferries / name).write_bytes(content)
    assert cli("train", "ferries.yaml").failed_with(*words)
    assert not (ferries / "runs").exists()


@pytest.mark.parametrize(
    ("override", "words"),
    [
        ("sead=3", "did you mean 'seed'"),
        ("model.pars=3", "model.pars: unknown key; did you mean 'pairs'"),
        ("model.family=linaer", "did you mean 'linear'"),
        ("data.splt=null", "did you mean 'split'"),
        ("model.characters=[5, 2]", "found [5, 2]"),
        ("model", "expected KEY=VALUE"),
        ("model.C=[", "not valid YAML"),
    ],
)
def test_an_option_that_does_not_exist_suggests_one_that_does(cli, ferries, override, words):
    assert cli("train", "ferries.yaml", "--set", override).failed_with(words)
    assert not (ferries / "runs").exists()


def test_a_missing_configuration_is_named(cli, ferries):
    assert cli("train", "none.yaml").failed_with("none.yaml", "No such file")


def test_a_server_that_does_not_answer_loses_nothing(cli, ferries):
    ended = cli("train", "ferries.yaml", "--set", f"tracking.uri={CLOSED}", "-o", "mine")
    assert ended.failed_with(
        "the run was not tracked",
        CLOSED,
        "Nothing is lost: the model is in mine/model, the report in mine/report.html",
    )
    assert Predictor.load("mine").predict(["A deal is near."])
    assert (ferries / "mine" / "report.html").is_file()


@pytest.mark.parametrize(
    ("code", "words"),
    [(errno.ENOSPC, "No space left on device"), (errno.EACCES, "Permission denied")],
    ids=["full-disk", "no-permission"],
)
def test_weights_that_cannot_be_written_leave_no_half_model(cli, ferries, monkeypatch, code, words):
    def refuse(path, **arrays):
        Path(path).write_bytes(b"half")
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(np, "savez", refuse)
    assert cli("train", "ferries.yaml", "-o", "mine").failed_with("mine/model", words)
    assert not (ferries / "mine").exists()


def test_a_run_folder_that_cannot_be_made_is_named(cli, ferries, monkeypatch):
    def refuse(self, *arguments, **options):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert cli("train", "ferries.yaml").failed_with("runs", "Permission denied")


def test_a_folder_that_holds_something_is_not_written_over(cli, ferries):
    (ferries / "mine").mkdir()
    (ferries / "mine" / "notes.txt").write_text("mine")
    assert cli("train", "ferries.yaml", "-o", "mine").failed_with("mine: found something there")


# evaluate


@pytest.fixture
def evaluate(cli, trained, ferries):
    return lambda *arguments: cli("evaluate", trained.model, *arguments, "--resamples", 20)


def test_evaluate_gives_the_fields_of_the_contract(evaluate, jsonl, ferries, rows):
    jsonl("unseen.jsonl", held_out(rows))
    ended = evaluate("unseen.jsonl", "--json", "--report", "pages/report.html")
    assert (ended.status, ended.err) == (0, "")
    assert list(ended.json)[:4] == ["model_uri", "report", "n_seen_in_training", "test"]
    assert ended.json["n_seen_in_training"] == 0
    assert ended.json["report"] == "pages/report.html"
    assert (ferries / "pages" / "report.html").is_file()
    assert ended.json["test"]["outlook"]["n"] == 40
    assert ended.json["test"]["posture"]["n"] == 30
    score = ended.json["test"]["outlook"]["macro_f1"]
    assert set(score) >= METRIC
    assert score["low"] <= score["value"] <= score["high"]


def test_evaluate_prints_a_table_and_writes_the_report_here(evaluate, jsonl, ferries, rows):
    jsonl("unseen.jsonl", held_out(rows))
    ended = evaluate("unseen.jsonl")
    assert (ended.status, ended.err) == (0, "")
    assert "macro_f1" in ended.out
    assert "majority" in ended.out
    assert "tf-idf" not in ended.out
    assert "slices: no error was found to go with" in ended.out
    assert "report  report.html" in ended.out
    for name in ("report.html", "report.md", "report.json"):
        assert (ferries / name).is_file()


def test_rows_from_outside_the_training_dates_are_warned_of(cli, jsonl, ferries, store, rows):
    jsonl("ferries.jsonl", [{**row, "date": "2023-05-01"} for row in rows])
    assert cli("train", "ferries.yaml", "-o", "dated").status == 0
    unseen = [
        {**row, "date": "2024-05-01" if number % 4 else "2023-05-01"}
        for number, row in enumerate(held_out(rows))
    ]
    jsonl("unseen.jsonl", unseen)
    ended = cli("evaluate", "dated/model", "unseen.jsonl", "--resamples", 0, "--json")
    assert ended.json["dates"]["n_after"] == 30
    assert (ended.json["dates"]["first"], ended.json["dates"]["last"]) == ("2023-05-01",) * 2
    periods = [one for one in ended.json["slices"] if one["name"] == "period"]
    assert [value["value"] for value in periods[0]["values"]] == ["2023 Q2", "2024 Q2"]
    ended = cli("evaluate", "dated/model", "unseen.jsonl", "--resamples", 0)
    assert "30 of 40 rows are outside the dates of the training rows" in ended.err


def test_errors_that_go_with_a_column_are_told(evaluate, jsonl, rows):
    turned = {"optimistic": "pessimistic", "pessimistic": "optimistic"}
    unseen = [
        {**row, "desk": ("north", "south")[number % 2]} for number, row in enumerate(held_out(rows))
    ]
    for row in unseen:
        if row["desk"] == "south":
            row["outlook"] = turned.get(row["outlook"], "optimistic")
    jsonl("unseen.jsonl", unseen)
    ended = evaluate("unseen.jsonl", "--slice", "desk")
    assert "outlook: errors go with the desk (corrected p = " in ended.out
    assert "accuracy is lowest for south" in ended.out


def test_the_training_file_is_no_test(evaluate, ferries):
    assert evaluate("ferries.jsonl").failed_with("the model was trained on this very file")
    assert not (ferries / "report.html").exists()


def test_a_label_that_the_model_lacks_is_told(evaluate, jsonl, ferries, rows):
    jsonl("unseen.jsonl", [{**held_out(rows)[0], "outlook": "optimistc"}, *held_out(rows)[1:]])
    ended = evaluate("unseen.jsonl")
    assert ended.failed_with("unseen.jsonl:1, column 'outlook': found 'optimistc'")
    assert not (ferries / "report.html").exists()


def test_another_codebook_is_told(evaluate, jsonl, ferries, rows):
    jsonl("unseen.jsonl", held_out(rows))
    path = ferries / "codebook.yaml"
    path.write_text(path.read_text().replace("version: 1.2.0", "version: 9.0.0"))
    ended = evaluate("unseen.jsonl", "--codebook", "codebook.yaml")
    assert ended.failed_with("version 9.0.0", "version 1.2.0")


def test_a_report_that_cannot_be_written_is_told(evaluate, jsonl, rows, ferries, refuse_writing):
    jsonl("unseen.jsonl", held_out(rows))
    refuse_writing(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    assert evaluate("unseen.jsonl").failed_with("report.html", "No space left on device")


# demo


def test_the_demo_trains_and_tags(cli, ferries, store):
    text = "“A deal is near,” said Mara Lind, a professor at Norvik University."
    (ferries / "deal.txt").write_text(text, encoding="utf-8")
    ended = cli("demo", "--config", "ferries.yaml", "--article", "deal.txt", "--json")
    assert ended.status == 0
    assert [row["speaker"]["name"] for row in ended.json["tagged"]] == ["Mara Lind"]
    assert json.dumps(ended.json["test"]["outlook"]["macro_f1"])
    shown = cli("demo", "--config", "ferries.yaml", "--article", "deal.txt")
    assert shown.status == 0
    assert "plumbing check, not field accuracy" in shown.out
    assert "Mara Lind, expert" in shown.out


def test_the_demo_elsewhere_says_where_to_go(cli, ferries):
    assert cli("demo").failed_with("configs/talks-linear.yaml", "--config")


# evaluate --behaviour


@pytest.fixture(scope="module")
def behaved(trained, cli, tmp_path_factory):
    """One run of the suite alone, and the folder that it left its failing cases in."""
    home = tmp_path_factory.mktemp("behaved")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(home)
        return home, cli("evaluate", trained.model, "--behaviour", "--json")


def test_the_suite_runs_without_data(behaved):
    _, ended = behaved
    assert ended.status == 0
    assert list(ended.json) == ["model_uri", "report", "behaviour"]
    checks = ended.json["behaviour"]["checks"]
    assert {check["source"] for check in checks} == {"sentences", "articles"}
    # The axis posture has labels of its own, and outlook none for "mixed".
    missing = {"B9", "B10", "B11", "B22"}
    assert {check["test"] for check in checks} == {f"B{n}" for n in range(1, 25)} - missing
    for check in checks:
        assert set(check["score"]) >= METRIC
        assert check["outcome"] in ("passes", "fails", "cannot be told", "reported")
    left_out = ended.json["behaviour"]["left_out"]
    assert {one["axis"] for one in left_out if one["test"] == "B22"} == {"outlook", "posture"}


def test_every_failing_case_is_in_a_file_with_both_texts(behaved):
    home, ended = behaved
    lines = (home / "behaviour.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    checks = ended.json["behaviour"]["checks"]
    assert len(rows) == sum(len(check["failures"]) for check in checks) > 0
    assert all(len(row["texts"]) == 2 for row in rows if row["test"] in ("B1", "B6", "B7"))
    assert f"{len(rows)} failing cases" in ended.err


def test_the_suite_alone_is_a_report_that_says_that_nothing_was_scored(behaved):
    home, ended = behaved
    assert ended.json["report"] == "report.html"
    content = json.loads((home / "report.json").read_text(encoding="utf-8"))
    assert content["axes"] == {}
    assert [one["key"] for one in content["sections"]] == ["behaviour"]
    assert content["summary"][0] == "No labelled passage was scored."
    assert "behavioural tests of the model's labels on" in content["notes"][0]
    assert content["cautions"][0].startswith("No labelled passage was scored")
    assert content["facts"]["n_train"] > 0
    assert "Training rows by outlook" in content["facts"]["others"]
    lines = (home / "behaviour.jsonl").read_text(encoding="utf-8").splitlines()
    assert sum(len(part["cases"]) for part in failed_parts(content)) == len(lines)
    for name in ("report.html", "report.md"):
        text = (home / name).read_text(encoding="utf-8")
        assert "No labelled passage was scored." in text.split("Where not to trust it")[0]


def test_rows_are_part_of_the_suite(evaluate, jsonl, ferries, rows):
    jsonl("unseen.jsonl", held_out(rows))
    ended = evaluate("unseen.jsonl", "--behaviour", "--behaviour-out", "cases/all.jsonl")
    assert ended.status == 0
    for words in ("macro_f1", "B22 probe", "rows", "passes", "cases/all.jsonl", "  expected "):
        assert words in ended.out, words
    assert (ferries / "cases" / "all.jsonl").is_file()
    content = json.loads((ferries / "report.json").read_text(encoding="utf-8"))
    assert content["sections"][-1]["key"] == "behaviour"
    assert "behavioural tests found a fault" in content["cautions"][-1]
    failed = failed_parts(content)
    cases = [case for part in failed for case in part["cases"]]
    lines = (ferries / "cases" / "all.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(cases) == len(lines) > 0
    page = (ferries / "report.html").read_text(encoding="utf-8")
    assert page.count("<details>") == len(failed)
    assert page.count('class="tried"') == sum(len(case["texts"]) for case in cases)


def failed_parts(content):
    tests = content["sections"][-1]["sections"]
    return [part for one in tests for part in one["parts"] if part["kind"] == "failed_cases"]


def test_a_report_that_would_replace_something_is_told_before_the_suite_runs(
    evaluate, jsonl, ferries, rows
):
    jsonl("unseen.jsonl", held_out(rows))
    (ferries / "talks.json").write_text("[]")
    ended = evaluate("unseen.jsonl", "--behaviour", "--report", "talks.html")
    assert ended.failed_with("talks.json: found a file that is no report")
    assert not (ferries / "behaviour.jsonl").exists()


def test_the_suite_alone_replaces_no_other_file_either(evaluate, ferries):
    (ferries / "talks.json").write_text("[]")
    ended = evaluate("--behaviour", "--report", "talks.html")
    assert ended.failed_with("talks.json: found a file that is no report")
    assert not (ferries / "behaviour.jsonl").exists()


def test_texts_that_the_model_was_trained_on_are_warned_of(evaluate, jsonl, rows):
    seen = [{**row, "id": f"seen-{row['id']}"} for row in rows[:3]]
    jsonl("unseen.jsonl", [*seen, *held_out(rows)])
    # some of the three were held out of the fit
    n_seen = evaluate("unseen.jsonl", "--json").json["n_seen_in_training"]
    assert 0 < n_seen <= 3
    ended = evaluate("unseen.jsonl")
    assert ended.status == 0
    assert ended.err == f"stancekit: warning: the model was trained on {n_seen} of these texts\n"


def test_without_data_and_without_the_suite_there_is_nothing_to_do(evaluate):
    ended = evaluate()
    assert ended.status == 2
    assert "DATA" in ended.err


def test_poles_of_no_axis_are_told(evaluate, ferries):
    (ferries / "poles.yaml").write_text("outlok: {concern: outlook}\n")
    ended = evaluate("--behaviour", "--poles", "poles.yaml")
    assert ended.failed_with("did you mean 'outlook'")


def test_articles_are_scored_from_text_to_stance(evaluate, jsonl, ferries):
    text = "“A deal is near,” said Ilsa Brandeker of the Norwick Institute."
    (ferries / "articles").mkdir()
    (ferries / "articles" / "a1.txt").write_text(f"Ferry talks resume\n\n{text}\n")
    row = {
        "id": "s1",
        "article_id": "a1",
        "paragraph": 0,
        "speaker": "Ilsa Brandeker",
        "text": text,
        "outlook": "optimistic",
        "posture": None,
    }
    jsonl("unseen.jsonl", [row])
    ended = evaluate("unseen.jsonl", "--articles", "articles")
    assert ended.status == 0
    assert "attribution, f1 of speakers in 1 articles: 1.000" in ended.out
    assert "outlook, f1 of speaker and label: " in ended.out
