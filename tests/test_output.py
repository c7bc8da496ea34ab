from __future__ import annotations

import contextlib
import errno
from pathlib import Path

import pytest

from stancekit.errors import OutputError
from stancekit.output import whole_folder, write_text


@pytest.fixture
def full_disk(monkeypatch):
    def full(self, *arguments, **options):
        raise OSError(errno.ENOSPC, "No space left on device")

    @contextlib.contextmanager
    def within():
        with monkeypatch.context() as patch:
            patch.setattr(Path, "open", full)
            yield

    return within


def test_a_file_is_written_whole(tmp_path):
    write_text(tmp_path / "run.json", "{}")
    assert [path.name for path in tmp_path.iterdir()] == ["run.json"]
    assert (tmp_path / "run.json").read_text() == "{}"


def test_a_full_disk_leaves_the_former_file(tmp_path, full_disk):
    (tmp_path / "run.json").write_text("former")
    with full_disk(), pytest.raises(OutputError, match=r"run\.json: cannot be written: No space"):
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
