from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

from stancekit.codebook import Codebook
from stancekit.models import build_model, load_model, read_manifest, save_model

OPTIONS = {"folds": 2, "C": [0.5, 1.0]}


def digests(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def save(model, folder):
    folder.mkdir()
    save_model(model, folder, card="# Ferries\n", training={"n_rows": 40})
    return folder


@pytest.fixture(scope="module")
def with_targets(rows):
    return [
        {**row, "target": ["ferry talks", "owners"][place % 2]} for place, row in enumerate(rows)
    ]


@pytest.mark.parametrize(
    "options",
    [{}, {"characters": None, "bigrams": False}, {"pairs": 0}, {"mask_speaker": False}],
    ids=["all", "words-and-pairs", "no-pairs", "no-masks"],
)
@pytest.mark.parametrize("targets", [False, True], ids=["without-target", "with-target"])
def test_a_saved_model_predicts_exactly_what_was_fitted(
    tmp_path, rows, with_targets, frames, codebook, options, targets
):
    X = with_targets if targets else rows
    model = build_model("linear", {**OPTIONS, **options}, codebook=codebook, seed=1)
    model.fit(X, frames[1])
    loaded = load_model(save(model, tmp_path / "model"))
    new = [*X, {"text": "Unheard words on ferries", "target": "ferry talks"}]
    expected, found = model.predict_proba(new), loaded.predict_proba(new)
    assert list(found) == list(expected) == ["outlook", "posture"]
    for axis in expected:
        assert np.array_equal(found[axis], expected[axis])
    assert loaded.axes == {
        "outlook": ("optimistic", "pessimistic", "none"),
        "posture": ("firm", "yielding"),
    }


def test_a_label_never_seen_stays_impossible_when_loaded(tmp_path):
    book = Codebook.from_labels({"outlook": ["up", "mixed", "down"]}, name="three")
    model = build_model("linear", OPTIONS, codebook=book, seed=0)
    model.fit(["deal", "strike"] * 5, pd.DataFrame({"outlook": ["up", "down"] * 5}))
    proba = load_model(save(model, tmp_path / "model")).predict_proba(["deal", "mixed"])
    assert proba["outlook"][:, 1].tolist() == [0.0, 0.0]


def test_a_model_without_a_codebook_is_saved_with_its_labels(tmp_path):
    model = build_model("linear", OPTIONS, codebook=None, seed=0)
    model.fit(["deal", "strike"] * 5, pd.DataFrame({"outlook": ["up", "down"] * 5}))
    folder = save(model, tmp_path / "model")
    assert read_manifest(folder)["axes"] == {"outlook": ["down", "up"]}
    assert Codebook.load(folder / "codebook.yaml").axes["outlook"].label_names == ("down", "up")


def test_the_codebook_in_the_folder_is_the_one_that_was_learned(saved_folder, codebook):
    assert Codebook.load(saved_folder / "codebook.yaml").hash == codebook.hash


def test_saving_twice_gives_the_same_bytes(tmp_path, rows, frames, codebook):
    folders = []
    for name in ("first", "second"):
        model = build_model("linear", OPTIONS, codebook=codebook, seed=3).fit(rows, frames[1])
        folders.append(save(model, tmp_path / name))
    assert digests(folders[0]) == digests(folders[1])


SCRIPT = """
import json, sys
from pathlib import Path
import pandas as pd
from stancekit.codebook import Codebook
from stancekit.models import build_model, save_model

given = json.loads(Path(sys.argv[1]).read_text())
book = Codebook.from_mapping(given["codebook"])
model = build_model("linear", given["options"], codebook=book, seed=3)
model.fit(given["rows"], pd.DataFrame(given["labels"], dtype=object))
Path(sys.argv[2]).mkdir()
save_model(model, Path(sys.argv[2]), card="# Ferries\\n", training={"n_rows": 40})
"""


@pytest.mark.parametrize("hash_seed", ["1", "4242"])
def test_another_process_gives_the_same_bytes(tmp_path, with_targets, frames, codebook, hash_seed):
    model = build_model("linear", OPTIONS, codebook=codebook, seed=3).fit(with_targets, frames[1])
    here = save(model, tmp_path / "here")
    given = {
        "rows": with_targets,
        "labels": frames[1].to_dict("list"),
        "codebook": codebook.to_dict(),
        "options": OPTIONS,
    }
    (tmp_path / "given.json").write_text(json.dumps(given))
    subprocess.run(
        [sys.executable, "-c", SCRIPT, tmp_path / "given.json", tmp_path / "there"],
        env={**os.environ, "PYTHONHASHSEED": hash_seed, "OMP_NUM_THREADS": "2"},
        check=True,
    )
    assert digests(here) == digests(tmp_path / "there")
