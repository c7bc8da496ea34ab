from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone

from stancekit.errors import ModelError
from stancekit.models import load_model, save_model
from stancekit.models.encoder.estimator import EncoderStanceClassifier

QUICK = {"C": [1.0], "folds": 2, "cache": None, "device": "cpu"}
TEXTS = [f"the talks will {word}" for word in ("succeed", "fail", "recover", "close")] * 6
LABELS = ["up", "down", "up", "down"] * 6


@pytest.fixture
def build(tiny_checkpoint):
    def build(**options):
        return EncoderStanceClassifier(
            options={**QUICK, "checkpoint": str(tiny_checkpoint), **options}
        )

    return build


def frame(labels=LABELS, **more):
    return pd.DataFrame({"outlook": labels, **more})


@pytest.mark.parametrize("linear", [True, False], ids=["with n-grams", "alone"])
def test_a_saved_model_predicts_as_the_fitted_one(build, tmp_path, linear):
    model = build(linear=linear).fit(TEXTS, frame())
    expected = model.predict_proba(TEXTS[:5])["outlook"]
    save_model(model, tmp_path, card="card", training={})
    found = load_model(tmp_path).predict_proba(TEXTS[:5])["outlook"]
    assert np.allclose(found, expected, atol=1e-6)
    assert np.allclose(found.sum(axis=1), 1.0)


def test_it_learns_what_its_embeddings_tell(build):
    model = build(linear=False, C=[100.0]).fit(TEXTS, frame())
    assert model.score(TEXTS, frame()) == 1.0


def test_all_axes_are_fitted_in_one_pass_and_null_labels_masked(build):
    other = [None, "long", "short", None] * 6
    model = build().fit(TEXTS, frame(length=other))
    proba = model.predict_proba(["the talks will fail"])
    assert {axis: values.shape for axis, values in proba.items()} == {
        "outlook": (1, 2),
        "length": (1, 2),
    }
    assert len(model.held_out_["length"]) == 12


def test_the_same_seed_gives_the_same_model_and_clones_share_it(build):
    model = build().fit(TEXTS, frame())
    again = clone(model).fit(TEXTS, frame())
    assert np.array_equal(
        model.predict_proba(TEXTS)["outlook"], again.predict_proba(TEXTS)["outlook"]
    )


def test_names_change_nothing_where_speakers_are_masked(build):
    model = build().fit(TEXTS, frame())
    rows = [
        {"text": f"{name} warned that the talks will fail", "speaker": name}
        for name in ("Ilsa Brandeker", "Oto Vrana")
    ]
    first, second = model.predict_proba(rows)["outlook"]
    assert np.allclose(first, second, atol=1e-6)


def test_frequent_targets_have_weights_of_their_own(build):
    rows = pd.DataFrame({"text": TEXTS * 5, "target": ["ferry", "port"] * 60})
    labels = ["up" if target == "ferry" else "down" for target in rows["target"]]
    model = build(linear=False, C=[100.0]).fit(rows, frame(labels))
    same = pd.DataFrame({"text": ["the deal is near"] * 2, "target": ["ferry", "port"]})
    assert model.predict(same)["outlook"].tolist() == ["up", "down"]


def test_long_passages_are_read_in_windows_and_their_share_is_told(build):
    long = "the ferry and the port " * 40
    model = build().fit([*TEXTS, long, long], frame([*LABELS, "up", "down"]))
    assert model.describe()["outlook"]["truncated_share"] == pytest.approx(2 / 26)


def test_a_long_passage_may_be_an_error(build):
    model = build(on_long="error")
    with pytest.raises(ModelError, match=r"passage 24: it has \d+ tokens, expected at most 64"):
        model.fit([*TEXTS, "the port " * 60], frame([*LABELS, "up"]))


def test_a_missing_checkpoint_says_what_to_do(build):
    with pytest.raises(ModelError, match="there is no such folder"):
        build(checkpoint="/nowhere/at/all").fit(TEXTS, frame())


def test_embeddings_are_kept_and_used_again(build, tmp_path, monkeypatch):
    from stancekit.models.encoder.embedding import Embedder

    first = build(cache=str(tmp_path)).fit(TEXTS, frame())
    assert list(tmp_path.glob("*.sqlite"))
    monkeypatch.setattr(Embedder, "embed", lambda *_: pytest.fail("embedded again"))
    again = build(cache=str(tmp_path)).fit(TEXTS, frame())
    held = [model.held_out_["outlook"].logits for model in (first, again)]
    assert np.allclose(*held, atol=1e-6)
