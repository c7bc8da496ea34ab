"""Labelling in other tools, from the command line."""

from __future__ import annotations

import csv
import io
import json
from typing import get_args

import pytest
import typer

from stancekit.cli.annotations import Tool, parse_annotators
from stancekit.corpus import load_corpus

LABELS = "id,annotator,axis,label\nr00,Ann,outlook,optimistic\nr00,Bo,outlook,none\n"


@pytest.fixture
def study(ferries, rows):
    """A folder with passages, a codebook and two annotations."""
    folder = ferries / "study"
    folder.mkdir()
    lines = "".join(json.dumps(row) + "\n" for row in rows[:3])
    (folder / "passages.jsonl").write_text(lines, encoding="utf-8")
    (folder / "codebook.yaml").write_bytes((ferries / "codebook.yaml").read_bytes())
    (folder / "annotations.csv").write_text(LABELS, encoding="utf-8")
    return folder


def sheet(text):
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_the_tools_are_those_of_the_corpus_room():
    from stancekit.corpus.exchange import TOOLS

    assert get_args(Tool) == TOOLS


def test_work_is_blind_unless_labels_are_asked_for(cli, study):
    blind = sheet(cli("annotations", "export", study, "--to", "csv").out)
    assert [row["id"] for row in blind] == ["r00", "r01", "r02"]
    assert not any(row["outlook"] or row["annotator"] for row in blind)
    assert "gold_outlook" not in blind[0]
    shown = sheet(cli("annotations", "export", study, "--to", "csv", "--with-labels").out)
    assert [(row["id"], row["annotator"], row["outlook"]) for row in shown] == [
        ("r00", "Ann", "optimistic"),
        ("r00", "Bo", "none"),
        ("r01", "", ""),
        ("r02", "", ""),
    ]
    assert [row["gold_outlook"] for row in shown] == ["optimistic"] * 4


def test_an_annotator_sees_their_own_labels_only(cli, study):
    rows = sheet(cli("annotations", "export", study, "--to", "csv", "--annotator", "Bo").out)
    assert [(row["annotator"], row["outlook"]) for row in rows] == [
        ("Bo", "none"),
        ("Bo", ""),
        ("Bo", ""),
    ]


def test_a_plain_file_of_passages_will_do(cli, ferries, jsonl):
    jsonl("pool.jsonl", [{"text": "One", "speaker": "Oto Vrana"}])
    ended = cli("annotations", "export", "pool.jsonl", "--to", "argilla", "--leave-out", "speaker")
    assert [(each["fields"], each["metadata"]) for each in ended.json] == [({"text": "One"}, {})]


def test_a_file_is_written_and_counted(cli, study, ferries):
    ended = cli("annotations", "export", study, "--to", "label-studio", "-o", "tasks.json")
    assert ended.out == "tasks.json: 3 passages for label-studio, blind\n"
    assert len(json.loads((ferries / "tasks.json").read_text(encoding="utf-8"))) == 3
    ended = cli("annotations", "export", study, "--to", "csv", "-o", "tasks.csv", "--json")
    assert ended.json == {"out": "tasks.csv", "to": "csv", "passages": 3, "blind": True}
    assert (ferries / "tasks.csv").read_bytes().startswith(b"\xef\xbb\xbfid,text")


@pytest.mark.parametrize(
    "options",
    [("--to", "csv-long"), ("--to", "csv", "--json"), ("--to", "excel"), ()],
    ids=["no-labels", "json-without-a-file", "unknown-tool", "no-tool"],
)
def test_wrong_usage(cli, study, options):
    assert cli("annotations", "export", study, *options).status == 2


def test_a_codebook_is_needed(cli, ferries, jsonl):
    (ferries / "codebook.yaml").unlink()
    jsonl("pool.jsonl", [{"text": "One"}])
    assert cli("annotations", "export", "pool.jsonl", "--to", "csv").failed_with("--codebook")


def test_config_needs_no_passages(cli, study, ferries):
    ended = cli("annotations", "config", "--codebook", "codebook.yaml", "--to", "argilla")
    assert [each["name"] for each in ended.json["questions"]] == ["outlook", "posture"]
    ended = cli("annotations", "config", study, "--to", "label-studio", "--optional")
    assert 'value="$speaker"' in ended.out
    assert 'required="false"' in ended.out
    hidden = cli("annotations", "config", study, "--to", "label-studio", "--leave-out", "speaker")
    assert "$speaker" not in hidden.out
    assert cli("annotations", "config", "--to", "argilla").status == 2


@pytest.mark.parametrize("tool", ["csv", "csv-long", "label-studio", "argilla"])
def test_labels_go_out_and_come_back(cli, study, ferries, tool):
    cli("annotations", "export", study, "--to", tool, "--with-labels", "-o", "out.txt")
    (study / "annotations.csv").unlink()
    ended = cli("annotations", "import", "out.txt", "--from", tool, "--into", study, "--json")
    assert ended.json == {
        "annotations": str(study / "annotations.csv"),
        "added": 2,
        "already_there": 0,
        "passages": 1,
        "annotators": {"Ann": 1, "Bo": 1},
    }
    assert (study / "annotations.csv").read_text(encoding="utf-8") == LABELS
    again = cli("annotations", "import", "out.txt", "--from", tool, "--into", study)
    assert "added 0 labels on 0 passages; 2 were there already" in again.out


def test_labels_are_merged_under_the_studys_names(cli, study, ferries):
    (ferries / "back.csv").write_text(
        "id,outlook,posture,annotator\nr01,none,firm,\nr02,optimistic,,7\n", encoding="utf-8"
    )
    ended = cli(
        *("annotations", "import", "back.csv", "--from", "csv", "--into", study),
        *("--annotator", "Cy", "--annotator", "7=Ann"),
    )
    assert "added 3 labels on 2 passages (Cy 2, Ann 1); 0 were there already" in ended.out
    assert (study / "annotations.csv").read_text(encoding="utf-8") == LABELS + (
        "r01,Cy,outlook,none\nr01,Cy,posture,firm\nr02,Ann,outlook,optimistic\n"
    )
    assert len(load_corpus(study).annotations) == 5


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("r00,Ann,outlook,none\nr01,Ann,outlook,none\n", ["1 label would change", "'optimistic'"]),
        ("z9,Ann,outlook,none\nr01,Ann,outlok,none\n", ["2 problems", "back.csv:2", "'outlook'"]),
    ],
    ids=["conflict", "bad-rows"],
)
def test_all_is_merged_or_nothing(cli, study, ferries, content, words):
    text = f"id,annotator,axis,label\n{content}"
    (ferries / "back.csv").write_text(text, encoding="utf-8")
    ended = cli("annotations", "import", "back.csv", "--from", "csv", "--into", study)
    assert ended.failed_with(*words)
    assert (study / "annotations.csv").read_text(encoding="utf-8") == LABELS


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"id,annotator,axis,label\nr01,Zo\xeb,outlook,none\n", ["back.csv:2", "UTF-8"]),
        (b"[]", ["Label Studio"]),
        (None, ["back.csv", "cannot be read"]),
    ],
    ids=["latin-1", "other-tool", "missing"],
)
def test_a_file_that_cannot_be_read(cli, study, ferries, content, words):
    if content is not None:
        (ferries / "back.csv").write_bytes(content)
    if content == b"[]":
        (ferries / "back.csv").write_text('[{"data": {"id": "r00"}}]', encoding="utf-8")
    ended = cli("annotations", "import", "back.csv", "--from", "csv", "--into", study)
    assert ended.failed_with(*words)


def test_labels_go_into_a_folder(cli, study, ferries):
    ended = cli(
        "annotations", "import", "x.csv", "--from", "csv", "--into", study / "passages.jsonl"
    )
    assert ended.failed_with("found no folder")


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], (None, {})),
        (["Ann"], ("Ann", {})),
        (["3=Ann", "Bo", "x@y.example=Cy=C"], ("Bo", {"3": "Ann", "x@y.example": "Cy=C"})),
    ],
    ids=["none", "one", "three"],
)
def test_annotators(options, expected):
    assert parse_annotators(options) == expected


@pytest.mark.parametrize("options", [["Ann", "Bo"], ["=Ann"], ["3="]])
def test_unclear_annotators_are_wrong_usage(options):
    with pytest.raises(typer.BadParameter):
        parse_annotators(options)
