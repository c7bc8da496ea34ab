from __future__ import annotations

import errno
from pathlib import Path

import pytest

from stancekit.errors import ModelError, OutputError
from stancekit.models import read_manifest, replace_card
from stancekit.models.folder import write_manifest


@pytest.fixture
def model(tmp_path):
    """Make a folder with weights, in a folder of their own, and a card, sealed."""
    folder = tmp_path / "model"
    (folder / "axes").mkdir(parents=True)
    (folder / "axes" / "weights.bin").write_bytes(b"\x00\x01")
    (folder / "README.md").write_text("no scores yet")
    write_manifest(folder, {"family": "linear", "training": {"seed": 7}, "choices": {"C": 0.1}})
    return folder


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_only_the_card_is_another_one(model):
    before = contents(model)
    manifest = read_manifest(model)
    replace_card(model, "scored")
    after = contents(model)
    assert after.pop("README.md") == b"scored"
    assert after["weights.bin"] == before["weights.bin"]
    read = read_manifest(model)
    assert {**read, "files": 0, "seal": 0} == {**manifest, "files": 0, "seal": 0}
    assert list(read) == list(manifest)
    assert [path.name for path in model.parent.iterdir()] == ["model"]


def test_the_former_card_gives_the_former_bytes(model):
    before = contents(model)
    replace_card(model, "scored")
    replace_card(model, "no scores yet")
    assert contents(model) == before


def test_a_damaged_model_is_not_sealed_again(model):
    (model / "axes" / "weights.bin").write_bytes(b"other")
    with pytest.raises(ModelError, match="was changed after it was saved"):
        replace_card(model, "scored")


def test_a_full_disk_leaves_the_model_as_it_was(model, monkeypatch):
    def full(self, *arguments, **options):
        raise OSError(errno.ENOSPC, "No space left on device")

    before = contents(model)
    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OutputError, match="No space left"):
        replace_card(model, "scored")
    assert contents(model) == before
