from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from stancekit.training.provenance import git_state, package_versions, serving_requirements

GIT = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]


@pytest.fixture
def repository(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.txt").write_text("one")
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "one"]):
        subprocess.run([*GIT, *command], check=True, capture_output=True)
    return tmp_path


def test_versions_are_the_installed_ones():
    versions = package_versions()
    assert versions["numpy"] == np.__version__
    assert versions["python"] == sys.version.split()[0]


def test_requirements_name_what_was_imported_only(monkeypatch):
    monkeypatch.delitem(sys.modules, "torch", raising=False)
    assert not any(line.startswith("torch==") for line in serving_requirements())
    assert f"numpy=={np.__version__}" in serving_requirements()


def test_a_clean_repository_gives_its_commit(repository):
    state = git_state()
    assert len(state["commit"]) == 40
    assert state["dirty"] == "false"


def test_a_changed_file_makes_it_dirty(repository):
    (repository / "notes.txt").write_text("two")
    assert git_state()["dirty"] == "true"


def test_an_untracked_file_does_not(repository):
    (repository / "runs").mkdir()
    (repository / "runs" / "model").write_text("two")
    assert git_state()["dirty"] == "false"


def test_no_repository_is_fine(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert git_state() == {}


def test_no_git_is_fine(repository, monkeypatch):
    monkeypatch.setenv("PATH", "")
    assert git_state() == {}
