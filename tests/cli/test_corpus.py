from __future__ import annotations

import pytest
import typer

from stancekit.cli.corpus import parse_mapping


@pytest.fixture
def check(cli, ferries):
    return lambda *arguments: cli("check", *arguments, "--codebook", "codebook.yaml")


def test_a_sound_corpus_ends_with_0(check):
    ended = check("ferries.jsonl")
    assert (ended.status, ended.err) == (0, "")
    assert "40 passages in 10 groups by article_id" in ended.out
    assert "The data can be used." in ended.out


def test_json_counts_labels_in_codebook_order(check):
    content = check("ferries.jsonl", "--json").json
    assert content["n_rows"] == 40
    assert content["n_groups"] == 10
    assert content["label_counts"] == {
        "outlook": {"optimistic": 14, "pessimistic": 14, "none": 12},
        "posture": {"firm": 15, "yielding": 15},
    }
    assert content["n_missing"] == {"outlook": 0, "posture": 10}
    assert content["problems"] == []


@pytest.mark.parametrize("form", [[], ["--json"]], ids=["text", "json"])
def test_a_corpus_that_cannot_be_used_ends_with_1(check, jsonl, rows, form):
    jsonl("one.jsonl", [{**row, "posture": "firm"} for row in rows])
    ended = check("one.jsonl", *form)
    assert ended.status == 1
    assert "posture" in ended.out
    assert "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", ["bad.jsonl", "empty file"]),
        (b'{"text": "Zo\xeb", "outlook": "none", "posture": null}\n', ["bad.jsonl", "UTF-8"]),
        (
            b'{"text": "a", "outlook": "nne"}\n{"text": "b", "posture": "frm"}\n',
            ["bad.jsonl:1, column 'outlook': found 'nne'", "bad.jsonl:2, column 'posture'"],
        ),
    ],
    ids=["empty", "latin-1", "two-bad-rows"],
)
def test_what_cannot_be_read_is_told_row_by_row(check, tmp_path, content, words):
    (tmp_path / "bad.jsonl").write_bytes(content)
    assert check("bad.jsonl").failed_with(*words)


def test_columns_are_mapped(cli, jsonl, ferries, rows):
    jsonl("other.jsonl", [{"sentence": row["text"], "label": row["outlook"]} for row in rows])
    ended = cli("check", "other.jsonl", "--column", "text=sentence", "--axis", "outlook=label")
    assert ended.status == 0
    assert "outlook" in ended.out


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [([], None), (["a=b", "c"], {"a": "b", "c": "c"}), (["a=b=c"], {"a": "b=c"})],
    ids=["none", "two", "equals-in-a-name"],
)
def test_mappings(pairs, expected):
    assert parse_mapping(pairs, "--axis") == expected


@pytest.mark.parametrize("pair", ["=", "=a", "a="])
def test_half_a_mapping_is_wrong_usage(pair):
    with pytest.raises(typer.BadParameter):
        parse_mapping([pair], "--axis")


def test_the_page_is_written_beside_the_result(check, tmp_path):
    ended = check("ferries.jsonl", "--html", "check.html")
    assert ended.status == 0
    assert "page: check.html" in ended.out
    assert "Passages of each label" in (tmp_path / "check.html").read_text(encoding="utf-8")


def test_annotations_are_reported(cli, ferries, jsonl, rows, tmp_path):
    folder = tmp_path / "annotated"
    folder.mkdir()
    for name, source in (("passages.jsonl", "ferries.jsonl"), ("codebook.yaml", "codebook.yaml")):
        (folder / name).write_bytes((tmp_path / source).read_bytes())
    given = "id,annotator,axis,label\n" + "".join(
        f"{row['id']},{name},outlook,{row['outlook']}\n" for row in rows for name in ("ann", "bo")
    )
    (folder / "annotations.csv").write_text(given, encoding="utf-8")
    content = cli("check", "annotated", "--json").json
    assert content["agreement"]["outlook"]["alpha"]["value"] == 1.0
    assert content["agreement"]["outlook"]["pairwise"][0]["annotators"] == ["ann", "bo"]
    assert content["adjudication"]["outlook"]["n_open"] == 0
    assert "alpha" in cli("check", "annotated").out
