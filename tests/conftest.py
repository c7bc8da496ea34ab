"""One tiny corpus, and one linear model trained on it, for every room's tests."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pandas as pd
import pytest
import yaml

CODEBOOK = {
    "name": "ferries",
    "version": "1.2.0",
    "unit": "what one speaker says in one paragraph",
    "axes": {
        "outlook": {
            "question": "What does the speaker expect of the ferry talks?",
            "absent": "none",
            "labels": {
                "optimistic": {"position": 1},
                "pessimistic": {"position": -1},
                "none": {"definition": "No expectation."},
            },
        },
        "posture": {"labels": {"firm": {"position": -1}, "yielding": {"position": 1}}},
    },
}

SPEAKERS = [
    ("Ilsa Brandeker", "Norvik Port Office"),
    ("Tomas van der Rell", "Institute for Coastal Trade"),
    ("Ana Quillory", "Seamen's League"),
    ("Oto Vrana", None),
    (None, None),
]

HOPES = [
    "The ferry talks will succeed before the summer, {} said.",
    "{} expects a quick deal, and hopes that both ports will reopen.",
    "An agreement is close, {} believes, and the route can recover.",
    "{} is confident that the crews will return within weeks.",
    "Progress was better than hoped, {} said, and a deal is near.",
    "The mood has improved, {} noted; a breakthrough is likely.",
    "{} sees a good chance that the owners will sign.",
]
DOUBTS = [
    "The ferry talks will fail again, {} warned.",
    "{} fears a long strike, and doubts that either port will reopen.",
    "No agreement is in sight, {} said; the route may close for good.",
    "{} is sure that the crews will walk out once more.",
    "Things are worse than feared, {} said, and a collapse is near.",
    "The mood has soured, {} noted; a breakdown is likely.",
    "{} sees little chance that the owners will sign.",
]
FACTS = [
    "The ferry has run between the two islands since 1954, {} recalled.",
    "{} listed the ships, their crews and their ages.",
    "Two meetings were held in the harbour hall, {} said.",
    "{} read out the figures of the last census.",
    "The report has ninety pages, {} said, and four tables.",
    "{} described how the locks are opened each morning.",
]
FIRM = [
    "The owners must not give way.",
    "No concession should be made.",
    "Hold the line, whatever.",
]
YIELDING = [
    "The owners should meet the crews halfway.",
    "Some concession would be wise.",
    "Bend a little, and sign.",
]


def make_rows():
    """Give 40 rows in 10 articles: every row has an outlook, three in four have a posture."""
    rows = []
    told = [*zip(HOPES * 2, ["optimistic"] * 14, strict=True)]
    told += [*zip(DOUBTS * 2, ["pessimistic"] * 14, strict=True)]
    told += [*zip(FACTS * 2, ["none"] * 12, strict=True)]
    for number, (sentence, outlook) in enumerate(told):
        name, affiliation = SPEAKERS[number % 5]
        posture = [None, "firm", "yielding", ("firm", "yielding")[number // 4 % 2]][number % 4]
        added = {None: [""], "firm": FIRM, "yielding": YIELDING}[posture]
        text = sentence.format(name or "a deckhand")
        rows.append(
            {
                "id": f"r{number:02}",
                "article_id": f"a{number * 7 % 10}",
                "text": f"{text} {added[number % len(added)]}".strip(),
                "speaker": name,
                "affiliation": affiliation,
                "outlook": outlook,
                "posture": posture,
            }
        )
    return rows


def write_jsonl(path, rows):
    lines = [json.dumps(row) for row in rows]
    Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Path(path)


@pytest.fixture(scope="session")
def rows():
    return make_rows()


@pytest.fixture(scope="session")
def codebook():
    from stancekit.codebook import Codebook

    return Codebook.from_mapping(CODEBOOK)


@pytest.fixture(scope="session")
def frames(rows):
    """The inputs and the labels of the corpus, as two frames."""
    frame = pd.DataFrame(rows).astype(object)
    frame = frame.where(frame.notna(), None)
    return frame[["text", "speaker", "affiliation"]], frame[["outlook", "posture"]]


FAST = {"folds": 2, "C": [1.0]}


@pytest.fixture(scope="session")
def fitted(frames, rows, codebook):
    """A linear model of the corpus."""
    from stancekit.models import build_model

    X, y = frames
    groups = [row["article_id"] for row in rows]
    return build_model("linear", FAST, codebook=codebook, seed=7).fit(X, y, groups=groups)


@pytest.fixture(scope="session")
def saved_folder(fitted, rows, tmp_path_factory):
    """The folder of that model; copy it before changing anything."""
    from stancekit.models import save_model

    folder = tmp_path_factory.mktemp("saved") / "model"
    folder.mkdir()
    counts = {
        "outlook": {"optimistic": 14, "pessimistic": 14, "none": 12},
        "posture": {"firm": 15, "yielding": 15},
    }
    training = {"name": "ferries", "n_rows": len(rows), "n_groups": 10, "labels": counts}
    save_model(
        fitted, folder, card="# Ferries\n", training=training, texts=[row["text"] for row in rows]
    )
    return folder


@pytest.fixture(scope="session")
def save_rival(frames, rows, codebook, tmp_path_factory):
    """A function: save another linear model, fitted on the outlooks that `relabel` gives."""
    from stancekit.models import build_model, save_model

    def save(relabel=None, codebook=codebook, texts=("A text of its own.",)):
        X, y = frames
        y = y[list(codebook.axes)]
        if relabel is not None:
            y = y.assign(outlook=[relabel(label) for label in y["outlook"]])
        groups = [row["article_id"] for row in rows]
        model = build_model("linear", FAST, codebook=codebook, seed=7).fit(X, y, groups=groups)
        folder = tmp_path_factory.mktemp("rival") / "model"
        folder.mkdir()
        save_model(model, folder, card="# Rival\n", training={"name": "rival"}, texts=texts)
        return folder

    return save


@pytest.fixture(scope="session")
def contrary_folder(save_rival):
    """The folder of a model that takes hopes for doubts, and doubts for hopes."""
    swap = {"optimistic": "pessimistic", "pessimistic": "optimistic", "none": "none"}
    return save_rival(swap.get)


@pytest.fixture
def model_folder(saved_folder, tmp_path):
    """A copy of the saved model, to be changed at will."""
    return Path(shutil.copytree(saved_folder, tmp_path / "model"))


@pytest.fixture
def ferries(tmp_path, monkeypatch, rows):
    """The current directory, with labelled rows, a codebook and a configuration."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MLFLOW_TRACKING_URI", raising=False)
    _furnish(tmp_path, rows)
    return tmp_path


@pytest.fixture(scope="session")
def furnish():
    """A function: write labelled rows, a codebook and a configuration into a folder."""
    return _furnish


def _furnish(folder, rows):
    write_jsonl(folder / "ferries.jsonl", rows)
    text = yaml.safe_dump(CODEBOOK, sort_keys=False)
    (folder / "codebook.yaml").write_text(text, encoding="utf-8")
    config = {
        "name": "ferries",
        "seed": 7,
        "codebook": "codebook.yaml",
        "data": {
            "train": "ferries.jsonl",
            "columns": {"text": "text", "group": "article_id"},
            "axes": {"outlook": "outlook", "posture": "posture"},
            "split": {"by": "group", "test_size": 0.3},
        },
        "model": {"family": "linear", **FAST},
        "evaluation": {"resamples": 20},
        "tracking": {"experiment": "ferries"},
    }
    text = yaml.safe_dump(config, sort_keys=False)
    (folder / "ferries.yaml").write_text(text, encoding="utf-8")
