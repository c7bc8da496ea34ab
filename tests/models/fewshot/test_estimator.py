from __future__ import annotations

import functools
import itertools
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

from stancekit.errors import ModelError
from stancekit.models import load_model, save_model

pytest.importorskip("sentence_transformers")

from stancekit.models.fewshot import loss, planning, tuning
from stancekit.models.fewshot.estimator import FewshotStanceClassifier

TEXTS = [f"the talks will {word}" for word in ("succeed", "fail", "recover", "close")] * 3
LABELS = ["up", "down", "up", "down"] * 3


@pytest.fixture
def build(tiny_checkpoint):
    def build(**options):
        usual = {"checkpoint": str(tiny_checkpoint), "device": "cpu", "learning_rate": 0.02}
        return FewshotStanceClassifier(
            options={**usual, "batch_size": 8, "passes": 2, "folds": 2, **options}, random_state=3
        )

    return build


def frame(labels=LABELS, **more):
    return pd.DataFrame({"outlook": labels, **more})


def weights(model):
    return [value.numpy().copy() for value in model.encoder_.state_dict().values()]


def test_tuning_lays_labels_apart(build):
    before, after = (
        build(passes=passes, n_held_out=0).fit(TEXTS, frame()).scorer_.embedder
        for passes in (0.01, 20)
    )

    def gap(embedder):
        found = embedder.embed(embedder.encode([_reading(text) for text in TEXTS[:4]]))
        cosines = found @ found.T
        return cosines[0, 2] + cosines[1, 3] - cosines[0, 1] - cosines[2, 3]

    assert gap(after) > gap(before) + 0.5


def test_a_saved_model_predicts_as_the_fitted_one(build, tmp_path):
    model = build().fit(TEXTS, frame())
    expected = model.predict_proba(TEXTS)["outlook"]
    save_model(model, tmp_path, card="card", training={})
    assert not [path for path in tmp_path.rglob("*") if path.suffix in (".bin", ".pt", ".pkl")]
    found = load_model(tmp_path).predict_proba(TEXTS)["outlook"]
    assert np.allclose(found, expected, atol=1e-6)
    assert np.allclose(found.sum(axis=1), 1.0)


def test_predicting_imports_no_sentence_transformers(build, tmp_path):
    save_model(build().fit(TEXTS, frame()), tmp_path, card="card", training={})
    code = (
        "import sys; from stancekit.models import load_model; "
        "load_model(sys.argv[1]).predict_proba(['the talks']); "
        "print('sentence_transformers' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"


def test_all_axes_are_learned_in_one_pass_and_null_labels_masked(build):
    other = [None, "long", "short", None] * 3
    model = build().fit(TEXTS, frame(length=other))
    proba = model.predict_proba(TEXTS[:3])
    assert {axis: values.shape for axis, values in proba.items()} == {
        "outlook": (3, 2),
        "length": (3, 2),
    }
    assert len(model.held_out_["length"]) == 6


def test_few_labels_are_all_held_out_and_groups_stay_whole(build):
    groups = [row // 2 for row in range(len(TEXTS))]
    model = build().fit(TEXTS, frame(), groups=groups)
    assert len(model.held_out_["outlook"]) == len(TEXTS)
    one = build(n_held_out=1).fit(TEXTS, frame(), groups=groups).held_out_["outlook"]
    assert 0 < len(one) < len(TEXTS)
    assert all(n == 2 for n in np.unique(one.groups, return_counts=True)[1])


def test_held_out_rows_were_in_no_tuning(build, monkeypatch):
    from stancekit.models.fewshot import estimator

    seen = []

    def tune(passages, steps, asked):
        seen.append(set(steps.ravel().tolist()))
        return tuning.tune(passages, steps, asked)

    monkeypatch.setattr(estimator, "tune", tune)
    build(passes=20).fit(TEXTS, frame())
    first, second, everything = seen
    assert not first & second
    assert everything == first | second == set(range(len(TEXTS)))


def test_a_fold_is_read_as_often_as_all_passages(build, monkeypatch):
    monkeypatch.setattr(planning, "FEWEST_TO_TUNE_LONG", len(TEXTS))
    steps = {}
    build(passes=None).fit(
        TEXTS, frame(), progress=lambda step, _, total: steps.setdefault(step, total)
    )
    tunings = [total for step, total in steps.items() if step.startswith("tune")]
    assert tunings == [24 * 6 // 8, 24 * 6 // 8, 24 * 12 // 8]


def test_the_same_seed_gives_the_same_weights(build):
    first, second = (weights(build().fit(TEXTS, frame())) for _ in range(2))
    assert all(np.array_equal(*pair) for pair in zip(first, second, strict=True))


class Stopped(BaseException):
    """Stands for a process that is killed."""


@pytest.mark.parametrize("at", [1, 2, 3, 4, 6, 7, 8])
def test_a_fit_that_is_cut_off_goes_on_and_ends_at_the_same_weights(
    build, saved, tmp_path, monkeypatch, at
):
    whole = build().fit(TEXTS, frame())
    monkeypatch.setattr(tuning, "SECONDS_BETWEEN", 0.0)
    calls = itertools.count(1)

    def stop(*_):
        if next(calls) == at:
            raise Stopped

    with pytest.raises(Stopped):
        build().fit(TEXTS, frame(), work=tmp_path, progress=stop)
    begun = []
    again = build().fit(TEXTS, frame(), work=tmp_path, progress=lambda *told: begun.append(told))
    assert all(np.array_equal(*pair) for pair in zip(weights(whole), weights(again), strict=True))
    assert np.array_equal(whole.held_out_["outlook"].logits, again.held_out_["outlook"].logits)
    assert sum("tune" in name for name, *_ in begun) < 2 * 2 + 3 or at == 1
    assert saved(again, tmp_path / "again") == saved(whole, tmp_path / "whole")


def test_a_target_changes_what_is_read(build):
    rows = pd.DataFrame({"text": ["the talks"] * 12, "target": ["ferry", "port"] * 6})
    labels = ["up" if target == "ferry" else "down" for target in rows["target"]]
    model = build(passes=20, n_held_out=0, C=[100.0]).fit(rows, frame(labels))
    assert model.predict(rows)["outlook"].tolist() == labels


def test_names_change_nothing_where_speakers_are_masked(build):
    model = build().fit(TEXTS, frame())
    rows = [
        {"text": f"{name} warned that the talks will fail", "speaker": name}
        for name in ("Ilsa Brandeker", "Oto Vrana")
    ]
    first, second = model.predict_proba(rows)["outlook"]
    assert np.allclose(first, second, atol=1e-6)


def test_long_passages_are_read_in_windows_and_their_share_is_told(build):
    long = "the ferry and the port " * 40
    model = build().fit([*TEXTS, long, long], frame([*LABELS, "up", "down"]))
    assert model.describe()["outlook"]["truncated_share"] == pytest.approx(2 / 14)


def test_a_label_with_one_passage_is_refused_before_anything_is_read(build):
    labels = ["up", "down"] * 5 + ["mixed", None]
    with pytest.raises(ModelError, match=r"'outlook': found one passage alone labelled 'mixed'"):
        build(checkpoint="/nowhere/at/all").fit(TEXTS, frame(labels))


def test_an_axis_without_a_label_is_refused(build):
    with pytest.raises(ModelError, match=r"'length': the training rows hold no label"):
        build().fit(TEXTS, frame(length=[None] * len(TEXTS)))


def test_out_of_memory_halves_the_step_and_says_so(build, monkeypatch, caplog):
    forward = loss.PairLoss.forward

    @functools.wraps(forward)
    def scarce(self, features, labels):
        if len(labels) > 4:
            raise RuntimeError("CUDA out of memory")
        return forward(self, features, labels)

    monkeypatch.setattr(loss.PairLoss, "forward", scarce)
    build(n_held_out=0).fit(TEXTS, frame())
    assert "out of memory: going on with 4 passages at a time" in caplog.text


def test_memory_that_never_suffices_says_what_to_do(build, monkeypatch):
    def none(*_):
        raise RuntimeError("CUDA out of memory")

    monkeypatch.setattr(loss.PairLoss, "forward", none)
    with pytest.raises(ModelError, match="lower max_length"):
        build(n_held_out=0).fit(TEXTS, frame())


def _reading(text):
    from stancekit.models.wording import Reading

    return Reading(text, None, None)
