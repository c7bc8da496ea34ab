from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from stancekit.codebook import Codebook
from stancekit.errors import ModelError
from stancekit.models import build_model, load_model, save_model
from stancekit.models.per_target.estimator import PerTargetStanceClassifier

FAST = {"folds": 2, "C": [4.0], "pairs": 0}
BOOK = Codebook.from_labels({"stance": ("against", "favor")}, name="levies")
READ = ["text", "target"]


@pytest.fixture(scope="module")
def rows():
    """Two targets towards which the same words mean the opposite, and a rare third one."""
    chance = np.random.default_rng(0)
    found = []
    for number in range(120):
        target, good = ("toll", "ring road")[number % 2], bool(chance.integers(2))
        word = "costs" if good == (target == "toll") else "gains"
        text = f"Drivers weigh the {word} of it, plan {chance.integers(10_000)} says"
        found.append((text, target, "favor" if good else "against"))
    found += [(f"Nobody asked for it, plan {n}", "ferry", "against") for n in range(8)]
    return pd.DataFrame(found, columns=[*READ, "stance"])


def build(book=BOOK, **options):
    member = {"family": "linear", **FAST}
    options = {"member": member, "fewest": 20, **options}
    return PerTargetStanceClassifier(book, options=options, random_state=2)


def linear(rows):
    groups = [row // 3 for row in rows.index]
    model = build_model("linear", FAST, codebook=BOOK, seed=2)
    return model.fit(rows[READ], rows[["stance"]], groups=groups)


@pytest.fixture(scope="module")
def model(rows):
    groups = [row // 3 for row in rows.index]
    return build().fit(rows[READ], rows[["stance"]], groups=groups)


def test_each_target_is_answered_by_the_model_that_learned_it_alone(model, rows):
    asked = pd.DataFrame({"text": ["They weigh the costs"] * 2, "target": ["toll", "ring road"]})
    assert model.predict(asked)["stance"].tolist() == ["favor", "against"]
    own = rows[rows["target"] == "toll"]
    expected = linear(own).predict_proba(own)["stance"]
    # Among rows of other targets, in their order.
    found = model.predict_proba(rows)["stance"][(rows["target"] == "toll").to_numpy()]
    assert np.array_equal(found, expected)


def test_other_targets_are_answered_by_a_model_of_all(model, rows):
    asked = pd.DataFrame(
        {"text": ["They weigh the costs, nobody asked"] * 3, "target": ["ferry", "a new one", None]}
    )
    assert np.array_equal(
        model.predict_proba(asked)["stance"], linear(rows).predict_proba(asked)["stance"]
    )
    assert model.predict_proba([])["stance"].shape == (0, 2)
    assert list(model.describe()["stance"]["members"]) == ["ring road", "toll", "all targets"]


def test_what_is_held_out_of_each_model_calibrates(model, rows):
    held_out = model.held_out_["stance"]
    assert np.array_equal(held_out.rows, np.arange(len(rows)))
    frequent = (rows["target"] != "ferry").to_numpy()
    right = held_out.proba().argmax(axis=1) == held_out.targets.argmax(axis=1)
    # A model of all targets could only guess here.
    assert right[frequent].mean() > 0.9


def test_a_saved_one_answers_the_same(model, rows, tmp_path):
    save_model(model, tmp_path, card="card", training={"name": "levies"}, texts=rows["text"])
    found = load_model(tmp_path).predict_proba(rows)["stance"]
    assert np.array_equal(found, model.predict_proba(rows)["stance"])


def test_a_fit_that_was_cut_off_goes_on_behind_the_last_finished_model(rows, tmp_path, model):
    groups = [row // 3 for row in rows.index]

    def cut_off(step, _done, _total):
        if step.startswith("toll (2 of 3)"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build().fit(rows[READ], rows[["stance"]], groups=groups, progress=cut_off, work=tmp_path)
    steps: list[str] = []
    resumed = build().fit(
        rows[READ],
        rows[["stance"]],
        groups=groups,
        work=tmp_path,
        progress=lambda step, *_: steps.append(step),
    )
    assert not any(step.startswith("ring road") for step in steps)
    assert resumed.describe() == model.describe()


def test_it_can_be_a_member_of_an_ensemble(rows, model):
    per_target = {"family": "per_target", "member": {"family": "linear", **FAST}, "fewest": 20}
    options = {"members": [per_target, {"family": "linear", **FAST}], "calibrate": False}
    mean = build_model("ensemble", options, codebook=BOOK, seed=2)
    groups = [row // 3 for row in rows.index]
    mean.fit(rows[READ], rows[["stance"]], groups=groups)
    each = model.predict_proba(rows)["stance"], linear(rows).predict_proba(rows)["stance"]
    assert np.allclose(mean.predict_proba(rows)["stance"], (each[0] + each[1]) / 2)


def test_a_long_passage_that_is_read_in_part_is_told(rows, tiny_checkpoint):
    member = {"family": "encoder", "folds": 2, "C": [1.0], "max_length": 8, "linear": False}
    made = build(member=member, checkpoint=str(tiny_checkpoint))
    made.fit(rows[READ], rows[["stance"]])
    asked = pd.DataFrame({"text": ["a deal", "a deal " * 9], "target": ["toll", "ferry"]})
    assert made.scorer_.truncated(asked).tolist() == [False, True]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"member": {"family": "ensemble"}}, "member: found the family 'ensemble'"),
        ({"member": {"family": "per_target"}}, "member: found the family 'per_target'"),
        ({"member": {"family": "linear", "C": [-1.0]}}, "member, linear: C.0: found -1.0"),
        ({"fewest": 61}, "target: found none with 61 labelled passages"),
    ],
)
def test_what_cannot_be_fitted_is_told(rows, options, said):
    with pytest.raises(ModelError, match=said):
        build(**options).fit(rows[READ], rows[["stance"]])


def test_a_target_with_one_label_has_no_model_of_its_own(rows):
    one = rows.assign(stance=rows["stance"].where(rows["target"] != "toll", "favor"))
    made = build().fit(one[READ], one[["stance"]])
    assert list(made.describe()["stance"]["members"]) == ["ring road", "all targets"]
