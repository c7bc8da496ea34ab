from __future__ import annotations

import errno
from pathlib import Path

import pytest

from stancekit.errors import OutputError
from stancekit.training.output import new_run_folder, whole_folder, write_text


@pytest.fixture
def full_disk(monkeypatch):
    def full(self, *arguments, **options):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)


def test_runs_of_one_second_get_a_folder_each(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folders = {new_run_folder("talks", None) for _ in range(5)}
    assert len(folders) == 5
    assert {folder.parent for folder in folders} == {Path("runs/talks")}


def test_an_empty_output_is_taken(tmp_path):
    (tmp_path / "mine").mkdir()
    assert new_run_folder("talks", tmp_path / "mine") == tmp_path / "mine"


@pytest.mark.parametrize("kind", ["file", "full-folder"])
def test_an_output_in_use_is_refused(tmp_path, kind):
    path = tmp_path / "mine"
    if kind == "file":
        path.write_text("mine")
    else:
        path.mkdir()
        (path / "notes.txt").write_text("mine")
    with pytest.raises(OutputError, match="found something there"):
        new_run_folder("talks", path)


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        new_run_folder("talks", tmp_path / "file" / "mine")


def test_a_file_is_written_whole(tmp_path):
    write_text(tmp_path / "run.json", "{}")
    assert [path.name for path in tmp_path.iterdir()] == ["run.json"]
    assert (tmp_path / "run.json").read_text() == "{}"


def test_a_full_disk_leaves_the_former_file(tmp_path, full_disk):
    with (tmp_path / "run.json").open("w") as stream:
        stream.write("former")
    with pytest.raises(OutputError, match=r"run\.json: cannot be written: No space left"):
        write_text(tmp_path / "run.json", "new")
    assert [path.name for path in tmp_path.iterdir()] == ["run.json"]
    assert (tmp_path / "run.json").read_text() == "former"


def test_a_folder_replaces_the_former_one(tmp_path):
    for text in ("first", "second"):
        with whole_folder(tmp_path / "model") as folder:
            (folder / f"{text}.txt").write_text(text)
    assert [path.name for path in tmp_path.iterdir()] == ["model"]
    assert [path.name for path in (tmp_path / "model").iterdir()] == ["second.txt"]


def write_half(path, error):
    with whole_folder(path) as folder:
        (folder / "second.txt").write_text("second")
        raise error


@pytest.mark.parametrize("error", [OSError("full"), KeyboardInterrupt(), ValueError("no")])
def test_a_failure_leaves_the_former_folder(tmp_path, error):
    with whole_folder(tmp_path / "model") as folder:
        (folder / "first.txt").write_text("first")
    expected = OutputError if isinstance(error, OSError) else type(error)
    with pytest.raises(expected):
        write_half(tmp_path / "model", error)
    assert [path.name for path in tmp_path.iterdir()] == ["model"]
    assert [path.name for path in (tmp_path / "model").iterdir()] == ["first.txt"]


def test_a_place_without_permission_is_told_of(tmp_path, monkeypatch):
    def denied(self, *arguments, **options):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "mkdir", denied)
    for output in (None, tmp_path / "mine"):
        with pytest.raises(OutputError, match="cannot be written: Permission denied"):
            new_run_folder("talks", output)
