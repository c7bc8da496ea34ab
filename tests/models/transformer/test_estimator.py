from __future__ import annotations

import functools

import numpy as np
import pandas as pd
import pytest

from stancekit.models import load_model, save_model
from stancekit.models.transformer.estimator import TransformerStanceClassifier

TEXTS = [f"the talks will {word}" for word in ("succeed", "fail", "recover", "close")] * 5
LABELS = ["up", "down", "up", "down"] * 5


@pytest.fixture
def build(tiny_checkpoint):
    def build(**options):
        usual = {"checkpoint": str(tiny_checkpoint), "device": "cpu", "epochs": 2}
        return TransformerStanceClassifier(
            options={**usual, "learning_rate": 0.02, **options}, random_state=3
        )

    return build


def frame(labels=LABELS, **more):
    return pd.DataFrame({"outlook": labels, **more})


def weights(model):
    return [
        value.numpy().copy()
        for network in model.scorer_.networks
        for value in network.state_dict().values()
    ]


def test_it_learns_what_a_word_means(build):
    model = build(epochs=12, patience=None).fit(TEXTS, frame())
    assert model.score(TEXTS, frame()) == 1.0


@pytest.mark.parametrize("n_models", [1, 2])
def test_a_saved_model_predicts_as_the_fitted_one(build, tmp_path, n_models):
    model = build(n_models=n_models).fit(TEXTS, frame())
    expected = model.predict_proba(TEXTS)["outlook"]
    save_model(model, tmp_path, card="card", training={})
    assert not [path for path in tmp_path.rglob("*") if path.suffix in (".bin", ".pt", ".pkl")]
    found = load_model(tmp_path).predict_proba(TEXTS)["outlook"]
    assert np.allclose(found, expected, atol=1e-6)
    assert np.allclose(found.sum(axis=1), 1.0)


def test_several_models_hold_out_every_row_once(build):
    model = build(n_models=5).fit(TEXTS, frame())
    assert len(model.held_out_["outlook"]) == len(TEXTS)
    assert len(build().fit(TEXTS, frame()).held_out_["outlook"]) == len(TEXTS) / 5


def test_one_pass_serves_all_axes_and_null_labels_are_masked(build):
    other = [None, "long", "short", None] * 5
    model = build().fit(TEXTS, frame(length=other))
    proba = model.predict_proba(TEXTS[:3])
    assert {axis: values.shape for axis, values in proba.items()} == {
        "outlook": (3, 2),
        "length": (3, 2),
    }


def test_soft_labels_are_learned_as_shares(build):
    shares = [{"up": 0.7, "down": 0.3}] * len(TEXTS)
    options = {"epochs": 30, "patience": None, "class_weight": None}
    model = build(**options).fit(["the talks"] * len(TEXTS), frame(shares))
    assert model.predict_proba(["the talks"])["outlook"][0, 1] == pytest.approx(0.7, abs=0.05)


def test_the_same_seed_gives_the_same_weights(build):
    first, second = (weights(build().fit(TEXTS, frame())) for _ in range(2))
    assert all(np.array_equal(*pair) for pair in zip(first, second, strict=True))


class Stopped(BaseException):
    """Stands for a process that is killed."""


@pytest.mark.parametrize("at", [1, 3, 6, 7, 9, 13])
def test_a_fit_that_is_cut_off_goes_on_and_ends_at_the_same_bytes(build, saved, tmp_path, at):
    options = {"n_models": 2, "batch_size": 8, "pretraining": {"epochs": 2, "batch_size": 8}}
    texts = [f"{text} {word}" for text in TEXTS[:4] for word in ("a", "of", "in", "near", "again")]
    labels = [label for label in LABELS[:4] for _ in range(5)]
    whole = saved(build(**options).fit(texts, frame(labels)), tmp_path / "whole")
    done = 0

    def stop(*_):
        nonlocal done
        done += 1
        if done == at:
            raise Stopped

    with pytest.raises(Stopped):
        build(**options).fit(texts, frame(labels), work=tmp_path / "work", progress=stop)
    again = build(**options).fit(texts, frame(labels), work=tmp_path / "work")
    assert saved(again, tmp_path / "again") == whole


def test_a_target_changes_what_is_read(build):
    rows = pd.DataFrame({"text": ["the talks"] * 20, "target": ["ferry", "port"] * 10})
    labels = ["up" if target == "ferry" else "down" for target in rows["target"]]
    model = build(epochs=12, patience=None).fit(rows, frame(labels))
    assert model.predict(rows)["outlook"].tolist() == labels


def test_pretraining_on_the_training_texts_changes_the_encoder(build):
    options = {"pretraining": {"epochs": 1, "learning_rate": 0.01}}
    plain, adapted = (
        weights(build().fit(TEXTS, frame())),
        weights(build(**options).fit(TEXTS, frame())),
    )
    assert not all(np.array_equal(*pair) for pair in zip(plain, adapted, strict=True))


def test_out_of_memory_halves_the_step_and_says_so(build, monkeypatch, caplog):
    from stancekit.models.transformer import network

    forward = network.StanceNetwork.forward

    @functools.wraps(forward)
    def scarce(self, input_ids, *args, **named):
        if self.training and len(input_ids) > 4:
            raise RuntimeError("CUDA out of memory")
        return forward(self, input_ids, *args, **named)

    monkeypatch.setattr(network.StanceNetwork, "forward", scarce)
    build(batch_size=16).fit(TEXTS, frame())
    assert "out of memory: going on with 4 passages at a time" in caplog.text


def test_axes_are_not_taken_for_one_another_once_saved(build, tmp_path):
    # transformers' configurations have their keys in alphabetical order, which these are not
    y = frame(LABELS).assign(
        mood=["warm", "cold", "cold", "warm"] * 5, certain=["no"] * 10 + ["yes"] * 10
    )
    y = y[["outlook", "certain", "mood"]].rename(columns={"outlook": "zeal"})
    model = build(n_models=2).fit(TEXTS, y)
    expected = model.predict_proba(TEXTS)
    save_model(model, tmp_path, card="card", training={})
    found = load_model(tmp_path)
    assert list(found.axes) == ["zeal", "certain", "mood"]
    for axis, proba in found.predict_proba(TEXTS).items():
        assert np.allclose(proba, expected[axis], atol=1e-6)
