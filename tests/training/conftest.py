from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import yaml
from pydantic import BaseModel, ConfigDict

import stancekit.prediction
from stancekit.codebook import Codebook
from stancekit.errors import ConfigError
from stancekit.evaluation import AxisEvaluation, Score
from stancekit.models.folder import write_manifest
from stancekit.models.passages import to_columns
from stancekit.prediction.store import connect
from stancekit.training import fitting, options, run, scored_run

LABELS = ("optimistic", "pessimistic", "none")


class FakeOptions(BaseModel):
    model_config = ConfigDict(extra="forbid")
    strength: float = 1.0


class FakeModel:
    """Says with probability 0.8 what the first word of a text meant in training."""

    def __init__(self, codebook, options, seed):
        self.codebook, self.options, self.seed = codebook, options, seed
        self.axes = {name: axis.label_names for name, axis in codebook.axes.items()}

    def fit(self, X, y, *, groups=None, progress=None, work=None):
        assert len(X) == len(y) == len(groups)
        if progress is not None:
            progress("fit", 1, 1)
        first = [text.split()[0] for text in X["text"]]
        self.words = {axis: dict(zip(first, y[axis], strict=True)) for axis in y}
        return self

    def predict_proba(self, X):
        return {axis: self._proba(X, axis) for axis in self.codebook.axes}

    def _proba(self, X, axis):
        labels = self.codebook.axes[axis].label_names
        texts = to_columns(X).texts
        proba = np.full((len(texts), len(labels)), 0.2 / (len(labels) - 1))
        for row, text in enumerate(texts):
            label = self.words[axis].get(text.split()[0]) or labels[-1]
            proba[row, labels.index(label)] = 0.8
        return proba

    def describe(self):
        return {"outlook": {"strength": self.options["strength"]}}


class FakePredictor:
    def __init__(self, model):
        self.model = model

    @classmethod
    def load(cls, folder):
        return cls(load_fake(Path(folder)))

    def predict_frame(self, X, threshold=None):
        columns = {}
        for axis, proba in self.model.predict_proba(X).items():
            labels = self.model.codebook.axes[axis].label_names
            abstained = proba.max(axis=1) < (threshold or 0)
            best = np.array(labels, dtype=object)[proba.argmax(axis=1)]
            columns[axis] = [None if no else word for no, word in zip(abstained, best, strict=True)]
            columns |= {f"{axis}.p_{word}": proba[:, i] for i, word in enumerate(labels)}
            columns[f"{axis}.abstained"] = abstained
        return pd.DataFrame(columns)


def save_fake(model, folder, *, card, training, **others):
    content = {
        "codebook": model.codebook.to_dict(),
        "options": model.options,
        "seed": model.seed,
        "words": model.words,
    }
    (folder / "weights.json").write_text(json.dumps(content))
    (folder / "README.md").write_text(card)
    manifest = {
        "family": "fake",
        "codebook": {"hash": model.codebook.hash},
        "choices": model.describe(),
        "training": training,
    }
    write_manifest(folder, manifest)


def load_fake(folder):
    content = json.loads((folder / "weights.json").read_text())
    codebook = Codebook.from_mapping(content["codebook"])
    model = FakeModel(codebook, content["options"], content["seed"])
    model.words = content["words"]
    return model


def fake_options(family):
    if family != "fake":
        raise ConfigError(f"found {family!r}; known: 'fake'")
    return FakeOptions


def install_fake_family(patch):
    """Put a model family that fits in no time in place of the real ones."""
    patch.setattr(options, "family_options", fake_options)
    patch.setattr(
        fitting,
        "build_model",
        lambda family, options, *, codebook, seed: FakeModel(codebook, dict(options), seed),
    )
    patch.setattr(fitting, "save_model", save_fake)
    patch.setattr(scored_run, "load_model", load_fake)
    patch.setattr(stancekit.prediction, "Predictor", FakePredictor)


@pytest.fixture
def fake_family(monkeypatch):
    install_fake_family(monkeypatch)


def passages(articles, *, start=0):
    """Four rows an article: two that hope, one that doubts, one that says neither."""
    starts = [("Hopes", 0), ("Hopes", 0), ("Doubts", 1), ("Dates", 2)]
    return [
        {
            "id": f"a{article}-{number}",
            "article_id": f"a{article}",
            "speaker": f"Speaker {article}",
            "text": f"{word} of number {article * 7919 + number * 104729} as told by {article}.",
            "outlook": LABELS[label],
        }
        for article in range(start, start + articles)
        for number, (word, label) in enumerate(starts)
    ]


def write_rows(path, rows):
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def own_mlflow_address():
    """Forget the address that a test gave to MLflow's global state."""
    yield
    if "mlflow" in sys.modules:
        sys.modules["mlflow"].set_tracking_uri(None)


def furnish(folder):
    """Write labelled data of 20 articles and its codebook."""
    write_rows(folder / "talks.jsonl", passages(20))
    codebook = {
        "name": "talks",
        "version": "1.0.0",
        "axes": {"outlook": {"absent": "none", "labels": {label: {} for label in LABELS}}},
    }
    (folder / "codebook.yaml").write_text(yaml.safe_dump(codebook, sort_keys=False))


@pytest.fixture
def workplace(tmp_path, monkeypatch, fake_family):
    """A directory with data and codebook, as the current one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MLFLOW_TRACKING_URI", raising=False)
    furnish(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory):
    """A SQLite store with its tables, which take seconds to create."""
    path = tmp_path_factory.mktemp("template") / "mlflow.db"
    connect(f"sqlite:///{path}")
    return path


@pytest.fixture
def store(workplace, empty_database):
    """The default store of the workplace."""
    shutil.copy(empty_database, workplace / "mlflow.db")
    return f"sqlite:///{workplace / 'mlflow.db'}"


def experiment_of(**sections):
    """Give a configuration of the fake family, with sections replaced."""
    return {
        "name": "talks-fake",
        "seed": 7,
        "codebook": "codebook.yaml",
        "data": {"train": "talks.jsonl"},
        "model": {"family": "fake"},
        "evaluation": {"resamples": 50},
        "tracking": {"experiment": "talks"},
        **sections,
    }


@pytest.fixture
def experiment():
    return experiment_of


@pytest.fixture
def write_passages(workplace):
    """A function: write the rows of some articles to a file of the workplace."""

    def _write(name, articles, *, start=0):
        write_rows(workplace / name, passages(articles, start=start))
        return name

    return _write


@pytest.fixture(scope="session")
def finished_run(tmp_path_factory):
    """The folder of a run that was finished and never tracked."""
    home = tmp_path_factory.mktemp("finished")
    furnish(home)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(home)
        patch.delenv("MLFLOW_TRACKING_URI", raising=False)
        install_fake_family(patch)
        patch.setattr(run, "track_saved", stop)
        with pytest.raises(SystemExit):
            run.train(experiment_of(), output="mine")
    return home / "mine"


def stop(*arguments):
    raise SystemExit(137)


@pytest.fixture
def finished(finished_run, workplace):
    """The folder ``mine`` in the current directory, of a run that was never tracked."""
    shutil.copytree(finished_run, workplace / "mine")
    return workplace / "mine"


def evaluation_of(axis="outlook", **metrics):
    """Give an evaluation of 40 rows that has these metrics, and no others."""
    usual = {"macro_f1": Score(0.6, 0.5, 0.7), "accuracy": Score(0.7)}
    return AxisEvaluation(
        axis=axis,
        labels=("up", "down"),
        absent=None,
        n=40,
        n_groups=12,
        n_missing=0,
        prevalence={"up": 0.5, "down": 0.5},
        metrics={**usual, **metrics},
        per_label={},
        confusion=((20, 0), (0, 20)),
        reliability=(),
        n_abstained=None,
        resamples=50,
        seed=0,
    )


@pytest.fixture
def evaluate():
    return evaluation_of
