from __future__ import annotations

import json
import pickle

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stancekit.errors import ModelError
from stancekit.models import load_model, read_manifest
from stancekit.models.folder import SEAL, write_manifest

FILES = [
    "README.md",
    "codebook.yaml",
    "confidence.json",
    "linear.json",
    "linear.npz",
    "training_texts.txt",
]


def rewrite(folder, **changes):
    """Seal a manifest with other content, as one who forges a model would."""
    manifest = json.loads((folder / "stancekit.json").read_text(encoding="utf-8"))
    for key in ("format", "files", SEAL):
        manifest.pop(key)
    write_manifest(folder, {**manifest, **changes})


def change(path, place):
    content = bytearray(path.read_bytes())
    content[place % len(content)] ^= 1
    path.write_bytes(content)


def test_the_manifest_says_what_the_model_is(saved_folder, codebook):
    manifest = read_manifest(saved_folder)
    assert manifest["format"] == 1
    assert manifest["family"] == "linear"
    assert manifest["codebook"] == {"name": "ferries", "version": "1.2.0", "hash": codebook.hash}
    assert sorted(manifest["files"]) == FILES
    assert all(len(digest) == 64 for digest in manifest["files"].values())
    assert {"stancekit", "numpy", "scikit-learn"} <= set(manifest["versions"])


def test_no_file_is_a_pickle(saved_folder):
    names = [path.name for path in saved_folder.rglob("*")]
    assert sorted(names) == sorted([*FILES, "stancekit.json"])
    with np.load(saved_folder / "linear.npz", allow_pickle=False) as archive:
        assert all(archive[name].dtype.kind in "fi" for name in archive.files)


@pytest.mark.parametrize("name", FILES)
def test_a_changed_byte_is_named(model_folder, name):
    change(model_folder / name, 17)
    with pytest.raises(ModelError, match=rf"{name} was changed after it was saved.*Nothing was"):
        load_model(model_folder)


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(place=st.integers(0, 100_000))
def test_a_changed_byte_of_the_manifest_is_noticed(model_folder, place):
    path = model_folder / "stancekit.json"
    before = path.read_bytes()
    change(path, place)
    try:
        changed = json.loads(path.read_bytes())
    except ValueError:
        changed = None
    try:
        # white space between the entries says nothing
        if changed != json.loads(before):
            with pytest.raises(ModelError, match=r"stancekit\.json|found model format"):
                load_model(model_folder)
    finally:
        path.write_bytes(before)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(model_folder, name):
    (model_folder / name).unlink()
    with pytest.raises(ModelError, match=f"{name} is missing; get the model again"):
        load_model(model_folder)


@pytest.mark.parametrize("name", ["model.pkl", "hidden/model.joblib", ".hidden"])
def test_a_file_that_was_not_saved_is_refused(model_folder, name):
    path = model_folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(pickle.dumps({"any": "thing"}))
    with pytest.raises(ModelError, match=rf"holds \['{name}'\], which were not saved"):
        load_model(model_folder)


class Trap:
    """Writes a file when it is unpickled."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return (open, (str(self.path), "w"))


def test_a_pickle_inside_forged_weights_is_never_read(model_folder, tmp_path):
    trap = tmp_path / "sprung"
    np.savez(model_folder / "linear.npz", intercepts=np.array([Trap(trap)], dtype=object))
    rewrite(model_folder)
    with pytest.raises(ModelError, match="the weights cannot be read"):
        load_model(model_folder)
    assert not trap.exists()


@pytest.mark.parametrize("content", [b"", b"no archive", b"{}"], ids=["empty", "text", "json"])
@pytest.mark.parametrize("name", ["linear.npz", "linear.json"])
def test_forged_weights_are_refused(model_folder, name, content):
    (model_folder / name).write_bytes(content)
    rewrite(model_folder)
    with pytest.raises(ModelError, match="the weights cannot be read"):
        load_model(model_folder)


def test_another_format_names_the_versions_to_use(model_folder):
    manifest = json.loads((model_folder / "stancekit.json").read_text())
    manifest["format"] = 99
    (model_folder / "stancekit.json").write_text(json.dumps(manifest))
    with pytest.raises(ModelError, match=r"found model format 99, .*'stancekit': '0"):
        load_model(model_folder)


def test_an_unknown_family_suggests_the_known_one(model_folder):
    rewrite(model_folder, family="linaer")
    with pytest.raises(ModelError, match=r"family 'linaer'; did you mean 'linear'\?"):
        load_model(model_folder)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{", "the model cannot be read"),
        (b"\xff", "the model cannot be read"),
        (b"[]", "found no list of files"),
        (b"{}", "found no list of files"),
        (b'{"files": {}}', "found model format None"),
        (b'{"format": 2, "files": {}, "versions": []}', "found model format 2"),
        (b'{"format": 1, "files": {"a": null}}', "was changed after it was saved"),
    ],
    ids=["cut", "no-utf-8", "a-list", "empty", "no-format", "odd-versions", "no-seal"],
)
def test_what_is_no_manifest_is_refused(tmp_path, content, message):
    (tmp_path / "stancekit.json").write_bytes(content)
    with pytest.raises(ModelError, match=message):
        load_model(tmp_path)


def test_what_is_no_model_folder_is_refused(tmp_path):
    (tmp_path / "file").write_text("")
    for path, message in [
        (tmp_path, r"holds no stancekit\.json"),
        (tmp_path / "none", "none is not a folder"),
    ]:
        with pytest.raises(ModelError, match=message):
            load_model(path)
    with pytest.raises(ModelError, match="file"):
        load_model(tmp_path / "file")
