from __future__ import annotations

import errno
import json
import os

import pytest


@pytest.fixture
def compare(cli, saved_folder, contrary_folder, ferries, jsonl, rows):
    """A function: compare the two models on rows that neither saw, with those options."""
    jsonl("unseen.jsonl", [{**row, "text": f"{row['text']} So it goes."} for row in rows])

    def run(*arguments, models=(saved_folder, contrary_folder), data="unseen.jsonl"):
        return cli("compare", *models, "--data", data, "--resamples", 50, *arguments)

    return run


def test_the_json_is_the_whole_result(compare, saved_folder, contrary_folder):
    ended = compare("--json")
    assert (ended.status, ended.err) == (0, "")
    assert list(ended.json) == [
        "data",
        "report",
        "n_rows",
        "n_seen_in_training",
        "warnings",
        "looks",
        "models",
        "metric",
        "level",
        "rule",
        "n_tests",
        "resamples",
        "swaps",
        "seed",
        "axes",
    ]
    best, worst = ended.json["axes"]["outlook"]["leaderboard"]
    assert (best["model"], best["letters"]) == (str(saved_folder), "a")
    assert (worst["model"], worst["letters"]) == (str(contrary_folder), "b")
    (pair,) = ended.json["axes"]["outlook"]["pairs"]
    assert pair["difference"]["low"] > 0
    assert pair["p_value"] <= pair["p_holm"] <= 0.05


def test_tables_show_the_leaderboard_the_difference_and_the_rule(compare):
    ended = compare("--metric", "accuracy", "--axis", "outlook")
    assert (ended.status, ended.err) == (0, "")
    for words in (
        "outlook: 40 passages in 10 groups",
        "accuracy",
        "letters",
        "difference",
        "McNemar",
        "are not told apart",
        "takes passages for independent",
    ):
        assert words in ended.out
    assert "posture" not in ended.out


def test_rare_labels_are_told(compare, jsonl, rows, contrary_folder):
    kept = [row for row in rows if row["outlook"] != "none"] + rows[-3:]
    jsonl("rare.jsonl", [{**row, "text": f"{row['text']} Yes."} for row in kept])
    ended = compare("--axis", "outlook", data="rare.jsonl")
    told = [line for line in ended.out.splitlines() if line.startswith("outlook, ")]
    assert f"outlook, {contrary_folder}: counts labels with under 10 gold rows: none (3)" in told


def test_few_groups_are_told(compare, jsonl, rows):
    changed = [{**row, "text": f"{row['text']} Yes.", "article_id": "a"} for row in rows]
    jsonl("one.jsonl", changed)
    ended = compare(data="one.jsonl")
    assert ended.status == 0
    assert "outlook: nothing was tested: too few groups (1)" in ended.out


def test_the_rows_that_differ_are_written(compare, ferries, saved_folder):
    ended = compare("--differing", "out/differing.jsonl", "--json")
    lines = (ferries / "out" / "differing.jsonl").read_text(encoding="utf-8").splitlines()
    axes = ended.json["axes"].values()
    assert len(lines) == sum(axis["n_differing"] for axis in axes) > 0
    row = json.loads(lines[0])
    assert set(row["models"][str(saved_folder)]) == {"label", "probability", "is_right"}
    assert "differing  d.jsonl" in compare("-o", "d.jsonl").out


def test_seen_rows_are_warned_of_on_the_error_stream(compare, jsonl, rows, saved_folder):
    jsonl("partly.jsonl", [*rows[:3], *({**row, "text": f"{row['text']} So."} for row in rows[3:])])
    ended = compare("--json", data="partly.jsonl")
    assert ended.status == 0
    assert f"warning: {saved_folder} was trained on 3 of 40 texts" in ended.err
    assert ended.json["n_seen_in_training"][str(saved_folder)] == 3


@pytest.mark.parametrize(
    ("options", "words"),
    [
        pytest.param({"data": "none.jsonl"}, ["none.jsonl: no such file"], id="no data"),
        pytest.param({"models": ("nowhere", "elsewhere")}, ["nowhere: found no"], id="no model"),
    ],
)
def test_what_a_user_can_mend_ends_with_1(compare, options, words):
    assert compare(**options).failed_with(*words)


def test_the_same_model_twice_is_told(compare, saved_folder):
    ended = compare(models=(saved_folder, saved_folder))
    assert ended.failed_with("found the same model twice", "Name each model once")


def test_an_axis_that_no_model_has_is_told(compare):
    assert compare("--axis", "outlok").failed_with("'outlok'", "did you mean 'outlook'")


def test_rows_that_cannot_be_written_are_told(compare, refuse_writing):
    refuse_writing(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)))
    assert compare("-o", "differing.jsonl").failed_with("differing.jsonl", "No space left")


def test_a_report_is_written_where_it_is_asked_for(compare, ferries):
    ended = compare("--report", "out/compared.html")
    assert "report  out/compared.html" in ended.out
    page = (ferries / "out" / "compared.html").read_text(encoding="utf-8")
    assert "Where not to trust it" in page
    assert (ferries / "out" / "compared.md").is_file()
    assert compare("--report", "again.html", "--json").json["report"] == "again.html"
    assert compare("--json").json["report"] is None


def test_a_slice_without_a_report_is_wrong_usage(compare):
    ended = compare("--slice", "outlet")
    assert ended.status == 2
    assert "--report" in ended.err
