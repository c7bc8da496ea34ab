from __future__ import annotations

import errno
from pathlib import Path

import pytest

from stancekit.errors import OutputError
from stancekit.training.run_folder import new_run_folder


def test_runs_of_one_second_get_a_folder_each(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folders = {new_run_folder("talks", None) for _ in range(5)}
    assert len(folders) == 5
    assert {folder.parent for folder in folders} == {Path("runs/talks")}


def test_an_empty_output_is_taken(tmp_path):
    (tmp_path / "mine").mkdir()
    assert new_run_folder("talks", tmp_path / "mine") == tmp_path / "mine"


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot be written"):
        new_run_folder("talks", tmp_path / "file" / "mine")


def test_a_place_without_permission_is_told_of(tmp_path, monkeypatch):
    def denied(self, *arguments, **options):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Path, "mkdir", denied)
    for output in (None, tmp_path / "mine"):
        with pytest.raises(OutputError, match="cannot be written: Permission denied"):
            new_run_folder("talks", output)
