from __future__ import annotations

import os
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stancekit.cli.app import app

VERBS = [
    "attribute",
    "check",
    "compare",
    "demo",
    "doctor",
    "evaluate",
    "freeze",
    "predict",
    "read",
    "tag",
    "train",
]
PROGRAM = [sys.executable, "-c", "from stancekit.cli import main; main()"]


def test_the_version_is_printed(cli):
    ended = cli("--version")
    assert (ended.status, ended.out) == (0, f"stancekit {version('stancekit')}\n")


@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_lists_every_verb(option):
    result = CliRunner().invoke(app, [option])
    assert result.exit_code == 0
    assert all(f" {verb} " in result.stdout for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_each_verb_explains_itself(verb):
    result = CliRunner().invoke(app, [verb, "--help"], terminal_width=200)
    assert result.exit_code == 0
    assert "--help" in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["--verbose"],
        ["predct"],
        ["read"],
        ["read", "a.txt", "--bogus"],
        ["predict", "rows.jsonl"],
        ["predict", "rows.jsonl", "-m", "m", "--threshold", "1.5"],
        ["predict", "rows.jsonl", "-m", "m", "--threshold", "nan"],
        ["evaluate", "m", "d", "--resamples", "-1"],
        ["compare", "m", "--data", "d"],
        ["compare", "m", "n"],
        ["compare", "m", "n", "--data", "d", "--metric", "f1"],
        ["compare", "m", "n", "--data", "d", "--differing", "-"],
        ["check", "rows.jsonl", "--axis", "=label"],
        ["check", "rows.jsonl", "--column", "text="],
    ],
    ids=" ".join,
)
def test_wrong_usage_ends_with_2_and_says_how(cli, arguments):
    ended = cli(*arguments)
    assert (ended.status, ended.out) == (2, "")
    assert "Usage: stancekit" in ended.err
    assert "Traceback" not in ended.err


def run(*arguments, **options):
    return subprocess.run(
        [*PROGRAM, *map(str, arguments)], check=False, stderr=subprocess.PIPE, **options
    )


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text("“Talks stalled,” said Mara Lind.", encoding="utf-8")
    return path


def test_results_are_utf_8_whatever_the_locale(article):
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    ended = run("read", article, stdout=subprocess.PIPE, env=environment)
    assert ended.returncode == 0
    assert "“Talks stalled,”" in ended.stdout.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_under_standard_output_is_one_message(article):
    with Path("/dev/full").open("wb") as full:
        ended = run("read", article, stdout=full)
    assert ended.returncode == 1
    assert ended.stderr.decode().splitlines() == [
        "stancekit: the disk is full: free some space, or write elsewhere"
    ]


def test_a_reader_that_stops_is_no_error_message(tmp_path):
    path = tmp_path / "many.jsonl"
    path.write_text('{"text": "' + "Talks stalled. " * 200 + '"}\n' * 1, encoding="utf-8")
    path.write_text(path.read_text() * 400)
    with subprocess.Popen(
        [*PROGRAM, "read", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
