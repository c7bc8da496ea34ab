from __future__ import annotations

import functools
import json

import numpy as np
import pandas as pd
import pytest

from stancekit.codebook import Codebook
from stancekit.errors import ModelError
from stancekit.models import load_model, read_manifest, save_model
from stancekit.models.calibration import softmax
from stancekit.models.confidence import read_confidence
from stancekit.models.zeroshot import kept, scorer
from stancekit.models.zeroshot.estimator import ZeroshotStanceClassifier

WORDS = ("succeed", "fail", "recover", "close", "open")
TEXTS = [f"the talks will {word}, Mara said" for word in WORDS] * 8
ROWS = pd.DataFrame(
    {"text": TEXTS, "speaker": ["Mara"] * 40, "target": ["a deal", "the port"] * 20}
)


@pytest.fixture
def build(nli_checkpoint, book):
    def build(codebook=book, **options):
        usual = {"checkpoint": str(nli_checkpoint), "device": "cpu"}
        return ZeroshotStanceClassifier(codebook, options={**usual, **options}, random_state=3)

    return build


def labels(outlook=None, stance=None, n=40):
    return pd.DataFrame({"outlook": outlook or [None] * n, "stance": stance or [None] * n})


def test_it_needs_no_label(build, tmp_path):
    model = build().fit(ROWS, labels())
    proba = model.predict_proba(ROWS)
    assert {axis: values.shape for axis, values in proba.items()} == {
        "outlook": (40, 3),
        "stance": (40, 2),
    }
    assert all(np.allclose(values.sum(axis=1), 1) for values in proba.values())
    said = model.describe()["outlook"]
    assert (said["temperature"], said["n_calibrated"], said["entailment"]) == (1.0, 0, 1)
    assert said["biases"] == {"up": 0.0, "down": 0.0, "none": 0.0}
    assert all(len(rows) == 0 for rows in model.held_out_.values())
    save_model(model, tmp_path, card="card", training={})
    assert read_confidence(tmp_path) == {}


def test_it_needs_no_row_at_all(build):
    model = build().fit(ROWS[:0], labels(n=0))
    assert model.predict(ROWS).shape == (40, 2)


def test_scores_are_log_odds_and_an_absent_label_without_hypothesis_is_0(build):
    model = build().fit(ROWS, labels())
    odds = model.scorer_.log_odds(model_columns(ROWS))
    scores = model.scorer_.scores(odds)["outlook"]
    assert np.array_equal(scores, np.column_stack([odds[:, :2], np.zeros(40)]))
    # What independent hypotheses say, given that exactly one follows, or none.
    follows = 1 / (1 + np.exp(-odds[:, :2]))
    up, down = follows.T
    joint = np.column_stack([up * (1 - down), down * (1 - up), (1 - up) * (1 - down)])
    expected = joint / joint.sum(axis=1, keepdims=True)
    assert np.allclose(model.predict_proba(ROWS)["outlook"], expected)


def model_columns(rows):
    from stancekit.models.passages import to_columns

    return to_columns(rows)


def test_labels_calibrate_and_held_out_rows_are_calibrated_by_others(build):
    outlook = ["up", "up", "up", "up", "none"] * 8
    plain = build().fit(ROWS, labels())
    model = build().fit(ROWS, labels(outlook), groups=[row // 5 for row in range(40)])
    assert model.describe()["outlook"]["n_calibrated"] == 40
    assert model.describe()["stance"]["n_calibrated"] == 0
    assert (len(model.held_out_["outlook"]), len(model.held_out_["stance"])) == (40, 0)

    def loss(fitted):
        proba = fitted.predict_proba(ROWS)["outlook"]
        code = {"up": 0, "down": 1, "none": 2}
        return -np.mean(np.log(proba[np.arange(40), [code[label] for label in outlook]]))

    assert loss(model) < loss(plain)
    same = plain.predict_proba(ROWS)["stance"], model.predict_proba(ROWS)["stance"]
    assert np.allclose(*same)
    held_out = softmax(model.held_out_["outlook"].logits)
    fitted = model.predict_proba(ROWS)["outlook"]
    assert not np.allclose(held_out, fitted)
    assert np.abs(held_out - fitted).max() < 0.2
    off = build(calibrate=False).fit(ROWS, labels(outlook))
    assert np.allclose(off.predict_proba(ROWS)["outlook"], plain.predict_proba(ROWS)["outlook"])


def test_one_label_alone_calibrates_and_an_unknown_one_is_an_error(build):
    assert build().fit(ROWS, labels(["up"] * 40)).describe()["outlook"]["biases"]["up"] > 0
    with pytest.raises(ModelError, match="holds the labels"):
        build().fit(ROWS, labels(["sideways"] * 40))


def test_a_saved_model_predicts_as_the_fitted_one(build, tmp_path):
    model = build().fit(ROWS, labels(["up", "down"] * 20))
    expected = model.predict_proba(ROWS)
    save_model(model, tmp_path, card="card", training={}, texts=TEXTS)
    assert not [p for p in tmp_path.rglob("*") if p.suffix in (".bin", ".pt", ".pkl")]
    assert read_manifest(tmp_path)["family"] == "zeroshot"
    found = load_model(tmp_path).predict_proba(ROWS)
    assert all(np.allclose(found[axis], expected[axis], atol=1e-6) for axis in expected)


def test_weights_that_are_a_pickle_are_saved_as_safetensors(build, make_checkpoint, tmp_path):
    names = {0: "entailment", 1: "neutral", 2: "contradiction"}
    model = build(checkpoint=str(make_checkpoint(names, safe=False))).fit(ROWS, labels())
    expected = model.predict_proba(ROWS)["outlook"]
    save_model(model, tmp_path, card="card", training={})
    assert [p.name for p in tmp_path.rglob("*.safetensors")] == ["model.safetensors"]
    assert not list(tmp_path.rglob("*.bin"))
    assert np.allclose(load_model(tmp_path).predict_proba(ROWS)["outlook"], expected, atol=1e-6)


def test_the_speaker_is_hidden_and_the_target_is_read(build):
    model = build().fit(ROWS, labels())
    other = ROWS.assign(
        text=[text.replace("Mara", "Liv") for text in TEXTS], speaker="Liv", target="the port"
    )
    one, two = model.predict_proba(ROWS), model.predict_proba(other)
    assert np.allclose(one["outlook"], two["outlook"])
    differs = ~np.isclose(one["stance"], two["stance"]).all(axis=1)
    assert differs.tolist() == [True, False] * 20
    seen = build(mask_speaker=False).fit(ROWS, labels())
    pair = seen.predict_proba(ROWS)["outlook"], seen.predict_proba(other)["outlook"]
    assert not np.allclose(*pair)


def test_a_passage_without_target_is_refused_by_number_unless_words_stand_in(build):
    rows = ROWS.assign(target=["a deal"] * 39 + [None])
    with pytest.raises(ModelError, match="passage 39: it has no target"):
        build().fit(rows, labels())
    build(no_target="the subject").fit(rows, labels())


def test_passages_that_lose_text_are_counted(build):
    rows = ROWS.assign(text=["the talks " * 60, *TEXTS[1:]])
    model = build().fit(rows, labels())
    assert model.describe()["outlook"]["truncated_share"] == 1 / 40
    assert model.scorer_.truncated(rows).tolist() == [True] + [False] * 39


def test_without_a_codebook_or_hypotheses_it_says_so(build):
    with pytest.raises(ModelError, match="zeroshot family cannot do without"):
        build(codebook=None).fit(ROWS, labels(["up", "down"] * 20)[["outlook"]])
    bare = Codebook.from_labels({"outlook": ["up", "down"], "stance": ["for", "against"]}, name="b")
    with pytest.raises(ModelError, match="axis 'outlook', label 'up': found no hypothesis"):
        build(codebook=bare).fit(ROWS, labels())


def test_out_of_memory_halves_the_batch(build, monkeypatch, caplog):
    from transformers import BertForSequenceClassification

    model = build().fit(ROWS, labels())
    expected = model.predict_proba(ROWS)["outlook"]
    forward = BertForSequenceClassification.forward

    @functools.wraps(forward)
    def scarce(self, input_ids, **named):
        if len(input_ids) > 8:
            raise RuntimeError("CUDA out of memory")
        return forward(self, input_ids, **named)

    monkeypatch.setattr(BertForSequenceClassification, "forward", scarce)
    assert np.allclose(model.predict_proba(ROWS)["outlook"], expected, atol=1e-6)
    assert "out of memory" in caplog.text


class Stopped(BaseException):
    """Stands for a process that is killed."""


def test_a_fit_that_is_cut_off_goes_on_from_what_it_scored(build, tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "CHUNK", 8)
    monkeypatch.setattr(scorer, "CHUNK", 8)
    y = labels(["up", "down"] * 20)
    told = []
    whole = build().fit(ROWS, y, progress=lambda *step: told.append(step))
    assert told[-1] == ("entail", 160, 160)

    def stop(_, done, __):
        if done > 100:
            raise Stopped

    with pytest.raises(Stopped):
        build().fit(ROWS, y, work=tmp_path, progress=stop)
    assert len(list(tmp_path.iterdir())) == 3
    told.clear()
    again = build().fit(ROWS, y, work=tmp_path, progress=lambda *step: told.append(step))
    assert told[0][1] > 96
    assert json.dumps(again.describe()) == json.dumps(whole.describe())
