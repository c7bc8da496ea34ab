from __future__ import annotations

import errno
import json
import os
import pickle

import pytest
import yaml

ROWS = [
    {"id": 1, "text": "A deal is near.", "note": {"a": [1, None]}, "speaker": None},
    {"text": "Talks will fail, Mara Lind said.", "speaker": "Mara Lind", "target": "talks"},
    {"text": ""},
    {"text": "a\0b"},
    {"text": "a \ud83d deal"},
    {"text": "doubt " * 170_000},
]
FULL = OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
DENIED = PermissionError(errno.EACCES, os.strerror(errno.EACCES))
STANCE = ["label", "probability", "probabilities", "abstained"]


@pytest.fixture
def predict(cli, saved_folder):
    return lambda *arguments, model=saved_folder, **options: cli(
        "predict", "--model", model, *arguments, **options
    )


def test_the_same_rows_come_out_in_order_each_with_its_stances(predict, jsonl):
    ended = predict(jsonl("rows.jsonl", ROWS))
    assert (ended.status, ended.err) == (0, "")
    assert len(ended.rows) == len(ROWS)
    for given, row in zip(ROWS, ended.rows, strict=True):
        assert list(row) == [*given, "stances"]
        assert {key: row[key] for key in given} == given
        assert list(row["stances"]) == ["outlook", "posture"]
        assert all(list(stance) == STANCE for stance in row["stances"].values())
        outlook = row["stances"]["outlook"]
        assert list(outlook["probabilities"]) == ["optimistic", "pessimistic", "none"]
        assert outlook["probability"] == max(outlook["probabilities"].values())
        assert outlook["abstained"] is not any(map(str.isalnum, given["text"]))


def test_a_file_holds_what_standard_output_would(predict, jsonl, tmp_path):
    rows = jsonl("rows.jsonl", ROWS)
    written = predict(rows, "-o", tmp_path / "new" / "out.jsonl")
    assert (written.status, written.out, written.err) == (0, "", "")
    lines = (tmp_path / "new" / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == predict(rows).rows


def test_a_finished_file_replaces_the_former_one(predict, jsonl, tmp_path):
    out = tmp_path / "out.jsonl"
    out.write_text("former")
    assert predict(jsonl("rows.jsonl", ROWS[:1]), "-o", out).status == 0
    [row] = out.read_text().splitlines()
    assert json.loads(row)["id"] == 1


def test_rows_come_from_csv_and_from_standard_input(predict, jsonl, tmp_path):
    (tmp_path / "rows.csv").write_text("id,text\n7,A deal is near.\n", encoding="utf-8")
    [from_csv] = predict(tmp_path / "rows.csv").rows
    [from_stdin] = predict("-", stdin=b'{"id": "7", "text": "A deal is near."}\n').rows
    assert from_csv == from_stdin


def test_what_is_not_sure_enough_is_abstained(predict, jsonl):
    ended = predict(jsonl("rows.jsonl", ROWS[:2]), "--threshold", "1.0")
    for row in ended.rows:
        assert row["stances"]["outlook"]["label"] is None
        assert row["stances"]["outlook"]["abstained"] is True


def test_explain_adds_the_largest_spans_of_the_untouched_text(predict, jsonl):
    rows = jsonl("rows.jsonl", ROWS)
    ended = predict(rows, "--explain", "--spans", 3)
    assert (ended.status, ended.err) == (0, "")
    plain = predict(rows).rows
    for given, without, row in zip(ROWS, plain, ended.rows, strict=True):
        for axis, stance in row["stances"].items():
            spans = stance.pop("explanation")
            assert stance == without["stances"][axis]
            assert len(spans) <= 3
            weights = [round(abs(span["weight"]), 9) for span in spans]
            assert weights == sorted(weights, reverse=True)
            for span in spans:
                assert list(span) == ["start", "end", "text", "weight"]
                assert given["text"][span["start"] : span["end"]] == span["text"]
    assert ended.rows[2]["stances"]["outlook"]["explanation"] == []


def test_ten_spans_are_given_unless_other_is_asked(predict, jsonl):
    text = "The owners and crews believe that a deal is near and the route can recover again"
    rows = jsonl("rows.jsonl", [{"text": text}])
    [row] = predict(rows, "--explain").rows
    assert len(row["stances"]["outlook"]["explanation"]) == 10
    [row] = predict(rows, "--explain", "--spans", 50).rows
    assert len(row["stances"]["outlook"]["explanation"]) == len(text.split())


def test_tag_gives_one_row_a_statement(cli, saved_folder, tmp_path):
    text = "“A deal is near,” said Mara Lind, a professor.\n\nAna Quillory warned that it may fail."
    (tmp_path / "deal.txt").write_text(text, encoding="utf-8")
    ended = cli("tag", "--model", saved_folder, tmp_path / "deal.txt")
    assert (ended.status, ended.err) == (0, "")
    attributed = cli("attribute", tmp_path / "deal.txt").rows
    assert [row["speaker"]["name"] for row in ended.rows] == ["Mara Lind", "Ana Quillory"]
    for row in ended.rows:
        assert set(row) == {*attributed[0], "title", "outlet", "date", "stances"}
        assert all(list(stance) == STANCE for stance in row["stances"].values())
    out = tmp_path / "tagged.jsonl"
    assert cli("tag", "--model", saved_folder, tmp_path / "deal.txt", "-o", out).out == ""
    assert [json.loads(line) for line in out.read_text().splitlines()] == ended.rows


def test_tag_gives_confirmed_aliases_their_agreed_form(cli, saved_folder, tmp_path):
    (tmp_path / "deal.txt").write_text("Jo Sung-min said that a deal is near.", encoding="utf-8")
    table = tmp_path / "aliases.csv"
    table.write_text("name,same_as,status\nJo Sung-min,Cho Seong-min,confirmed\n", encoding="utf-8")
    plain = cli("tag", "--model", saved_folder, tmp_path / "deal.txt").rows[0]
    agreed = cli("tag", "--model", saved_folder, tmp_path / "deal.txt", "--aliases", table).rows[0]
    assert agreed["speaker"] == {**plain["speaker"], "name": "Cho Seong-min"}
    assert {**agreed, "speaker": None} == {**plain, "speaker": None}


BAD_ROWS = {
    "empty": (b"", ["found no rows"]),
    "blank": (b"\n \n", ["found no rows"]),
    "latin-1": (b'{"text": "Zo\xeb"}\n', ["rows.jsonl:1", "0xeb", "UTF-8"]),
    "no-json": (b'{"text": "a"}\n{"text"\n', ["rows.jsonl:2", "JSON"]),
    "a-list": (b"[1]\n", ["rows.jsonl:1", "expected an object"]),
    "no-text": (b'{"text": "a"}\n{"txt": "b"}\n', ["rows.jsonl:2", "did you mean 'txt'"]),
    "a-number": (b'{"text": 5}\n', ["rows.jsonl:1, column 'text'", "found 5"]),
}


@pytest.mark.parametrize(("content", "words"), BAD_ROWS.values(), ids=BAD_ROWS)
def test_bad_rows_end_with_one_message_and_leave_the_former_file(
    predict, tmp_path, names, content, words
):
    (tmp_path / "rows.jsonl").write_bytes(content)
    (tmp_path / "out.jsonl").write_text("former")
    assert predict(tmp_path / "rows.jsonl", "-o", tmp_path / "out.jsonl").failed_with(*words)
    assert (tmp_path / "out.jsonl").read_text() == "former"
    assert names() == ["out.jsonl", "rows.jsonl"]


def test_missing_rows_are_named(predict):
    assert predict("nowhere.jsonl").failed_with("nowhere.jsonl: no such file")


@pytest.mark.parametrize(
    ("error", "words"),
    [(FULL, "No space left on device"), (DENIED, "Permission denied")],
    ids=["full-disk", "no-permission"],
)
def test_a_file_that_cannot_be_written_is_named(
    predict, jsonl, tmp_path, names, refuse_writing, error, words
):
    rows = jsonl("rows.jsonl", ROWS[:1])
    refuse_writing(error)
    assert predict(rows, "-o", tmp_path / "out.jsonl").failed_with("out.jsonl", words)
    assert names() == ["rows.jsonl"]


def test_a_disk_that_fills_while_writing_leaves_nothing(
    predict, jsonl, tmp_path, names, monkeypatch
):
    rows = jsonl("rows.jsonl", ROWS[:3])
    lines = iter(["first"])

    def fill(row):
        try:
            return next(lines)
        except StopIteration:
            raise FULL from None

    monkeypatch.setattr("stancekit.cli.predictions.json_line", fill)
    assert predict(rows, "-o", tmp_path / "out.jsonl").failed_with("out.jsonl", "No space left")
    assert names() == ["rows.jsonl"]


@pytest.mark.parametrize("verb", ["predict", "tag"])
@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (lambda folder: (folder / "linear.npz").write_bytes(b"x"), ["linear.npz was changed"]),
        (lambda folder: (folder / "linear.json").unlink(), ["linear.json is missing"]),
        (lambda folder: (folder / "m.pkl").write_bytes(pickle.dumps(1)), ["m.pkl", "Nothing was"]),
        (lambda folder: (folder / "stancekit.json").write_text("{}"), ["stancekit.json"]),
    ],
    ids=["changed-byte", "missing-file", "a-pickle", "no-manifest"],
)
def test_a_model_that_is_not_as_saved_is_refused(
    cli, jsonl, model_folder, tmp_path, verb, harm, words
):
    harm(model_folder)
    out = tmp_path / "out.jsonl"
    ended = cli(verb, "--model", model_folder, jsonl("rows.jsonl", ROWS[:1]), "-o", out)
    assert ended.failed_with(*words)
    assert not out.exists()


@pytest.mark.parametrize("model", ["nowhere", "models:/ferries@champion", "runs:/abc/model"])
def test_a_model_that_is_not_there_is_named(predict, jsonl, ferries, model):
    assert predict(jsonl("rows.jsonl", ROWS[:1]), model=model).failed_with(model)
    assert not (ferries / "mlflow.db").exists()


def test_a_codebook_that_differs_names_both_versions(predict, jsonl, tmp_path, codebook):
    other = tmp_path / "other.yaml"
    other.write_text(yaml.safe_dump({**codebook.to_dict(), "version": "9.0"}, sort_keys=False))
    rows = jsonl("rows.jsonl", ROWS[:1])
    ended = predict(rows, "--codebook", other)
    assert ended.failed_with("version 9.0", "version 1.2.0")
    other.write_text(codebook.to_yaml())
    assert predict(rows, "--codebook", other).status == 0
