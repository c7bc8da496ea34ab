"""Runs of families that need no training rows: with test rows alone, and with unlabelled ones."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import yaml

from stancekit.errors import ConfigError, ModelError
from stancekit.models import load_model, read_manifest
from stancekit.prediction import Predictor
from stancekit.training import plan_experiment, train
from stancekit.training import run as run_module
from stancekit.training.evaluating import evaluate
from stancekit.training.record import TrackedRun

OPTIONS = {"folds": 2, "C": [1.0]}


@pytest.fixture(autouse=True)
def untracked(monkeypatch):
    tracked = TrackedRun(tracking_uri="", experiment_id="1", run_id="r1", model_uri="models:/m-1")
    monkeypatch.setattr(run_module, "track_saved", lambda folder, uri: tracked)


@pytest.fixture
def ensemble(ferries, saved_folder):
    """A configuration of an ensemble that is scored on a file of its own."""
    config = yaml.safe_load((ferries / "ferries.yaml").read_text())
    data = {**config["data"], "train": None, "test": "ferries.jsonl"}
    return {
        **config,
        "data": data,
        "model": {"family": "ensemble", "models": [str(saved_folder)]},
    }


def test_test_rows_alone_are_enough(ensemble, saved_folder, rows, caplog):
    plan = plan_experiment(ensemble)
    assert (plan.sides["fit"].n_rows, plan.sides["test"].n_rows) == (0, len(rows))
    result = train(ensemble, output="mine")
    assert result.test["outlook"].n > 0
    training = read_manifest(result.model_path)["training"]
    assert (training["n_rows"], list(training["data"])) == (0, ["test"])
    expected = load_model(saved_folder).predict_proba(rows)["outlook"]
    found = Predictor.load(result.model_path).predict_proba(rows)["outlook"]
    assert np.array_equal(found, expected)
    report = Path(result.report).read_text()
    assert "no labelled row that the model was fitted on" in report
    card = (result.model_path / "README.md").read_text()
    assert "ferries.jsonl (to test on), 0 rows" in card
    assert "as the card of each member says" in card
    # The member was trained on these rows, and nothing hides it.
    warning = (
        f"{len(rows)} of {len(rows)} texts are texts that a member of the ensemble was trained"
    )
    assert warning in caplog.text
    assert warning in report


def test_without_rows_to_fit_there_are_none_to_divide(ensemble):
    asked = {**ensemble, "evaluation": {"resamples": 0, "repeated_splits": 3}}
    assert plan_experiment(asked).n_fits == 1
    result = train(asked, output="mine")
    assert "no labelled row" in result.repeated_splits.note
    report = Path(result.report).read_text()
    assert "Not made: an axis has no labelled row" in report
    assert "rest on one division" not in report


def test_saved_members_may_have_seen_what_a_division_leaves_out(ensemble):
    data = {**ensemble["data"], "train": "ferries.jsonl", "test": None}
    asked = {**ensemble, "data": data, "evaluation": {"resamples": 0, "repeated_splits": 3}}
    assert plan_experiment(asked).n_fits == 1
    note = train(asked, output="mine").repeated_splits.note
    assert note.startswith("the saved members of the ensemble are not fitted anew")


def test_such_a_model_is_evaluated_without_a_majority(ensemble, rows, write_jsonl_rows):
    path = write_jsonl_rows("new.jsonl", [{**r, "text": f"New: {r['text']}"} for r in rows])
    result = evaluate(train(ensemble, output="mine").model_path, path, resamples=10)
    assert result.n_seen_in_training == 0
    assert result.test["outlook"].n > 0


@pytest.fixture
def write_jsonl_rows(ferries):
    def write(name, rows):
        path = ferries / name
        path.write_text("".join(f"{json.dumps(row)}\n" for row in rows))
        return path

    return write


def test_unlabelled_rows_are_enough(ensemble, rows, write_jsonl_rows):
    bare = [{**row, "outlook": None, "posture": None} for row in rows[:10]]
    write_jsonl_rows("bare.jsonl", bare)
    write_jsonl_rows("new.jsonl", [{**row, "text": f"New: {row['text']}"} for row in rows])
    data = {**ensemble["data"], "train": "bare.jsonl", "test": "new.jsonl"}
    result = train({**ensemble, "data": data}, output="mine")
    manifest = read_manifest(result.model_path)
    assert manifest["training"]["n_rows"] == 10
    assert manifest["choices"]["outlook"]["calibration"] == "none: no row is labelled"


def test_families_that_learn_say_that_they_need_labels(ensemble):
    with pytest.raises(ModelError, match="the training rows hold no label"):
        train({**ensemble, "model": {"family": "linear", **OPTIONS}}, output="mine")


def test_some_rows_are_needed(ensemble):
    data = {**ensemble["data"], "test": None}
    with pytest.raises(ConfigError, match="data: train: missing, and so is test"):
        train({**ensemble, "data": data}, output="mine")


def test_an_address_of_a_member_is_fetched(ensemble, saved_folder, monkeypatch):
    from stancekit.prediction import ResolvedModel
    from stancekit.training import members

    asked = []

    def resolve(uri, tracking_uri):
        asked.append((uri, tracking_uri))
        return ResolvedModel(path=saved_folder, uri=uri)

    monkeypatch.setattr(members, "resolve_model", resolve)
    model = {"family": "ensemble", "models": ["models:/ferries@champion"]}
    train({**ensemble, "model": model, "tracking": {"uri": "sqlite:///x.db"}}, output="mine")
    assert asked == [("models:/ferries@champion", "sqlite:///x.db")]


def test_a_zero_shot_run_needs_test_rows_alone(ferries, rows, tiny_nli, write_jsonl_rows):
    book = {
        "name": "ferries",
        "axes": {
            "outlook": {
                "absent": "none",
                "labels": {
                    "optimistic": {"hypothesis": "the speaker sees progress"},
                    "pessimistic": {"hypothesis": "the speaker fears worse"},
                    "none": {},
                },
            }
        },
    }
    Path("nli.yaml").write_text(yaml.safe_dump(book, sort_keys=False))
    config = {
        "name": "nli",
        "codebook": "nli.yaml",
        "data": {"test": "ferries.jsonl", "axes": ["outlook"]},
        "model": {"family": "zeroshot", "checkpoint": str(tiny_nli), "device": "cpu"},
        "evaluation": {"resamples": 10},
    }
    result = train(config, output="mine")
    assert result.test["outlook"].n > 0
    assert read_manifest(result.model_path)["choices"]["outlook"]["n_calibrated"] == 0
    calibrated = {**config, "data": {**config["data"], "train": "ferries.jsonl"}}
    result = train(calibrated, output="other")
    assert read_manifest(result.model_path)["choices"]["outlook"]["n_calibrated"] > 0


@pytest.fixture
def tiny_nli(tmp_path):
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "talks", "speaker", "a"]
    folder = tmp_path / "nli"
    vocabulary = {word: number for number, word in enumerate(words)}
    transformers.BertTokenizer(vocab=vocabulary, model_max_length=64).save_pretrained(folder)
    torch.manual_seed(0)
    config = transformers.BertConfig(
        vocab_size=len(words),
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        max_position_embeddings=64,
        id2label={0: "entailment", 1: "neutral", 2: "contradiction"},
        label2id={"entailment": 0, "neutral": 1, "contradiction": 2},
    )
    transformers.BertForSequenceClassification(config).save_pretrained(folder)
    return folder
