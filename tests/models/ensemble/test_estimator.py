from __future__ import annotations

import shutil
import subprocess
import sys

import numpy as np
import pandas as pd
import pytest

from stancekit.codebook import Codebook
from stancekit.errors import CodebookError, ModelError
from stancekit.models import build_model, find_seen, load_model, read_manifest, save_model
from stancekit.models.ensemble.estimator import EnsembleStanceClassifier
from stancekit.models.ensemble.scorer import EnsembleScorer

FAST = {"folds": 2, "C": [1.0]}


@pytest.fixture(scope="session")
def members(rows, frames, codebook, tmp_path_factory):
    """Two linear models: one of both axes, one of `outlook` alone."""
    X, y = frames
    home = tmp_path_factory.mktemp("members")
    folders = []
    for name, axes in {"both": ["outlook", "posture"], "one": ["outlook"]}.items():
        book = codebook.restricted_to(axes)
        options = {**FAST, "bigrams": name == "both"}
        model = build_model("linear", options, codebook=book, seed=1).fit(X, y[axes])
        folder = home / name
        folder.mkdir()
        save_model(model, folder, card="card", training={"name": name}, texts=X["text"])
        folders.append(str(folder))
    return folders


@pytest.fixture
def build(codebook, members):
    def build(models=None, book=codebook, **options):
        options = {"models": members if models is None else models, **options}
        return EnsembleStanceClassifier(book, options=options, random_state=3)

    return build


@pytest.fixture
def unseen(frames):
    X, y = frames
    return X.assign(text=[f"Elsewhere {text}" for text in X["text"]]), y


class Fixed:
    """A member that always says the same."""

    def __init__(self, **proba):
        self.proba = proba
        self.axes = dict.fromkeys(proba, ("a", "b"))

    def predict_proba(self, X):
        return {axis: np.tile(values, (len(X), 1)) for axis, values in self.proba.items()}


def test_the_mean_is_weighted_over_the_members_that_have_an_axis():
    scorer = EnsembleScorer(
        [Fixed(x=[0.9, 0.1], y=[1.0, 0.0]), Fixed(x=[0.5, 0.5])],
        weights=[1.0, 3.0],
        axes={"x": ("a", "b"), "y": ("a", "b")},
        temperatures={"x": 1.0, "y": 1.0},
    )
    found = scorer.predict_proba(["one", "two"])
    # (0.9 + 3 x 0.5) / 4
    assert np.allclose(found["x"], [[0.6, 0.4]] * 2)
    assert np.array_equal(found["y"], [[1.0, 0.0]] * 2)
    scorer.temperatures["x"] = 0.5  # squares: 36 to 16
    assert np.allclose(scorer.predict_proba(["one"])["x"], [[36 / 52, 16 / 52]])
    assert scorer.predict_proba([])["x"].shape == (0, 2)


class Short(Fixed):
    """A member that reads three words of a passage."""

    def truncated(self, X):
        return np.array([len(text.split()) > 3 for text in X.texts])


def test_a_passage_that_one_member_reads_in_part_is_told():
    asked = pd.DataFrame({"text": ["a deal", "a deal is not near"]})
    kept = {"weights": (1.0, 1.0), "axes": {"x": ("a", "b")}, "temperatures": {"x": 1.0}}
    whole, short = Fixed(x=[0.5, 0.5]), Short(x=[0.5, 0.5])
    assert EnsembleScorer([whole, short], **kept).truncated(asked).tolist() == [False, True]
    assert EnsembleScorer([whole, whole], **kept).truncated(asked) is None


def test_it_is_the_mean_of_its_members_and_learns_nothing_from_rows_they_saw(
    build, members, frames
):
    X, y = frames
    model = build().fit(X, y)
    each = [load_model(folder).predict_proba(X) for folder in members]
    found = model.predict_proba(X)
    assert np.allclose(found["outlook"], (each[0]["outlook"] + each[1]["outlook"]) / 2)
    assert np.allclose(found["posture"], each[0]["posture"])
    said = model.describe()["outlook"]
    n_labelled = y["outlook"].notna().sum()
    assert said["temperature"] == 1.0
    assert said["calibration"] == f"none: members were trained on all {n_labelled} labelled rows"
    assert [each["name"] for each in said["members"].values()] == ["both", "one"]
    assert len(model.held_out_["outlook"]) == 0


def test_rows_that_no_member_saw_set_the_temperature(build, unseen):
    X, y = unseen
    model = build(weights=[1.0, 2.0]).fit(X, y, groups=[row // 4 for row in range(len(X))])
    said = model.describe()["outlook"]
    n_labelled = y["outlook"].notna().sum()
    assert said["calibration"] == f"on {n_labelled} labelled rows that no member saw"
    # These texts say what those of training said: the mean is right and too little sure.
    assert said["temperature"] < 1.0
    assert len(model.held_out_["outlook"]) == n_labelled
    off = build(calibrate=False).fit(X, y).describe()["outlook"]
    assert (off["temperature"], off["calibration"]) == (1.0, "none: not asked for")


def test_no_label_is_needed(build, frames):
    X, y = frames
    model = build().fit(X, pd.DataFrame({axis: [None] * len(X) for axis in y}))
    assert model.describe()["posture"]["calibration"] == "none: no row is labelled"


def test_a_saved_one_needs_nothing_else(build, members, unseen, tmp_path):
    X, y = unseen
    own = [shutil.copytree(folder, tmp_path / f"own-{n}") for n, folder in enumerate(members)]
    model = build([str(folder) for folder in own]).fit(X, y)
    expected = model.predict_proba(X)
    folder = tmp_path / "saved"
    folder.mkdir()
    save_model(model, folder, card="card", training={}, texts=["one text"])
    for each in own:
        shutil.rmtree(each)
    found = load_model(folder).predict_proba(X)
    assert all(np.array_equal(found[axis], expected[axis]) for axis in expected)
    assert read_manifest(folder / "member-1")["training"]["name"] == "one"
    # What a member was trained on, the ensemble was.
    texts = [X["text"][0].removeprefix("Elsewhere "), "one text", "another"]
    assert find_seen(folder, texts) == [True, True, False]


@pytest.mark.parametrize("name", ["member-0/linear.json", "member-1/stancekit.json"])
def test_a_member_that_was_changed_is_not_loaded(build, frames, tmp_path, name):
    model = build().fit(*frames)
    save_model(model, tmp_path, card="card", training={})
    path = tmp_path / name
    path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
    with pytest.raises(ModelError, match=f"{name} was changed after it was saved"):
        load_model(tmp_path)


def test_a_member_that_changed_since_it_was_averaged_is_not_saved(build, members, frames, tmp_path):
    own = shutil.copytree(members[0], tmp_path / "own")
    model = build([str(own)]).fit(*frames)
    shutil.rmtree(own)
    shutil.copytree(members[1], own)
    (tmp_path / "saved").mkdir()
    with pytest.raises(ModelError, match="found another model there"):
        save_model(model, tmp_path / "saved", card="card", training={})


def test_an_ensemble_may_hold_an_ensemble(build, members, frames, tmp_path):
    model = build().fit(*frames)
    save_model(model, tmp_path, card="card", training={})
    outer = build([str(tmp_path), members[0]]).fit(*frames)
    inner = model.predict_proba(frames[0]), load_model(members[0]).predict_proba(frames[0])
    mean = (inner[0]["outlook"] + inner[1]["outlook"]) / 2
    assert np.allclose(outer.predict_proba(frames[0])["outlook"], mean)


def test_another_codebook_is_refused_with_both_versions(build, codebook, frames):
    other = codebook.model_copy(update={"version": "9.9"})
    with pytest.raises(CodebookError) as caught:
        build(book=other).fit(*frames)
    assert f"version {codebook.version}" in str(caught.value)
    assert "version 9.9" in str(caught.value)


def test_axes_have_to_have_a_member_and_members_an_axis(build, members, codebook, frames):
    X, y = frames
    with pytest.raises(ModelError, match="axis 'posture': none of the models has it"):
        build(members[1:]).fit(X, y)
    with pytest.raises(ModelError, match="the model has the axes"):
        build(book=codebook.restricted_to(["posture"])).fit(X, y[["posture"]])


@pytest.mark.parametrize(
    ("models", "message"),
    [
        ([], "models: found none"),
        (["models:/talks@champion"], "only `stancekit train` fetches addresses"),
        (["nowhere"], "nowhere is not a folder"),
    ],
)
def test_models_that_cannot_be_used_are_named(build, frames, models, message):
    with pytest.raises(ModelError, match=message):
        build(models).fit(*frames)


def test_the_same_model_twice_is_refused(build, members, frames, tmp_path):
    copy = shutil.copytree(members[0], tmp_path / "copy")
    with pytest.raises(ModelError, match="is the same model as"):
        build([members[0], str(copy)]).fit(*frames)


def test_weights_go_with_models(build, frames):
    with pytest.raises(ModelError, match="found 1 weights for 2 models"):
        build(weights=[1.0]).fit(*frames)


def test_a_codebook_is_needed(build, frames):
    with pytest.raises(ModelError, match="ensemble family cannot do without"):
        build(book=None).fit(*frames)


def test_linear_members_are_used_with_numpy_alone(build, frames, tmp_path):
    save_model(build().fit(*frames), tmp_path, card="card", training={})
    code = (
        "import sys; from stancekit.prediction import Predictor; "
        "Predictor.load(sys.argv[1]).predict(['A deal']); "
        "print(sorted({'scipy', 'sklearn', 'pandas', 'pydantic', 'torch'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_the_codebook_of_the_saved_one_is_that_of_all_axes(build, frames, codebook, tmp_path):
    save_model(build().fit(*frames), tmp_path, card="card", training={})
    assert Codebook.load(tmp_path / "codebook.yaml").hash == codebook.hash


@pytest.fixture
def fitted_members(codebook):
    def build(*members, **options):
        asked = members or ({"family": "linear", **FAST}, {"family": "linear", "bigrams": False})
        return EnsembleStanceClassifier(
            codebook, options={"members": asked, **options}, random_state=3
        )

    return build


def test_members_are_fitted_and_calibrated_on_what_each_was_kept_from(
    fitted_members, frames, tmp_path
):
    X, y = frames
    model = fitted_members(weights=(1.0, 3.0)).fit(X, y)
    first, second = (member.scorer.predict_proba(X)["outlook"] for member in model.members_)
    mean = (first + 3.0 * second) / 4.0
    temperature = model.choices_["outlook"]["temperature"]
    powers = mean ** (1.0 / temperature)
    expected = powers / powers.sum(axis=1, keepdims=True)
    assert np.allclose(model.predict_proba(X)["outlook"], expected)
    n_labelled = int(y["outlook"].notna().sum())
    assert model.choices_["outlook"]["calibration"] == (
        f"on {n_labelled} rows that each member was kept from"
    )
    assert len(model.held_out_["outlook"]) == n_labelled
    # What it is calibrated by are the members' own held-out answers, not those of rows they saw.
    alone = build_model("linear", FAST, codebook=model.codebook, seed=3).fit(X, y)
    rows, _ = model.fitted_.mean_held_out("outlook", (1.0, 3.0))
    _, proba = model.fitted_.kept_from[0]["outlook"]
    assert np.array_equal(rows, alone.held_out_["outlook"].rows)
    assert np.allclose(proba, alone.held_out_["outlook"].proba())
    folder = tmp_path / "saved"
    folder.mkdir()
    save_model(model, folder, card="card", training={}, texts=X["text"])
    again = load_model(folder).predict_proba(X)
    assert np.allclose(again["outlook"], expected)
    assert all(find_seen(folder, X["text"]))


def test_a_fit_that_was_cut_off_goes_on_behind_its_finished_members(
    fitted_members, frames, tmp_path
):
    X, y = frames
    members = ({"family": "linear", **FAST}, {"family": "linear", "bigrams": False})
    steps = []

    def stop_at_the_second(step, done, total):
        steps.append(step)
        if step.startswith("linear (2 of 2)"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fitted_members(*members).fit(X, y, work=tmp_path, progress=stop_at_the_second)
    assert (tmp_path / "member-0").is_dir()
    assert not (tmp_path / "member-1").exists()
    steps.clear()
    resumed = fitted_members(*members).fit(
        X, y, work=tmp_path, progress=lambda step, *_: steps.append(step)
    )
    assert not any(step.startswith("linear (1 of 2)") for step in steps)
    whole = fitted_members(*members).fit(X, y)
    assert np.array_equal(resumed.predict_proba(X)["posture"], whole.predict_proba(X)["posture"])


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"members": [{"family": "ensemble"}]}, "member 1: found the family 'ensemble'"),
        ({"members": [{"family": "linear", "C": [-1.0]}]}, "member 1, linear: C.0: found -1.0"),
        ({"members": [{"family": "linear"}], "models": ["a"]}, "found models and members"),
        ({"members": [{"family": "linear"}], "weights": [1, 2]}, "found 2 weights for 1 models"),
    ],
)
def test_members_that_cannot_be_fitted_are_told_before_anything_is(codebook, frames, options, said):
    X, y = frames
    with pytest.raises(ModelError, match=said):
        EnsembleStanceClassifier(codebook, options=options).fit(X, y)
