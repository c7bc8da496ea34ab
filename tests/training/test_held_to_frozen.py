"""Runs, evaluations and comparisons held against what was frozen."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from mlflow import MlflowClient

from stancekit.errors import ConfigError, OutputError
from stancekit.training import compare, evaluate, freeze, train

CONFIRMATORY = {"resamples": 50, "purpose": "confirmatory"}


@pytest.fixture
def frozen(workplace, experiment):
    return freeze(experiment(), output="mine.yaml")


def deviations(result):
    return {one.field: (one.frozen, one.found) for one in result.frozen.deviations}


def test_a_run_as_it_was_frozen_confirms(store, frozen, experiment):
    result = train(experiment(evaluation=CONFIRMATORY), frozen="mine.yaml")
    assert result.frozen.sha256 == frozen.sha256
    assert deviations(result) == {}
    assert (result.folder / "frozen.yaml").read_text() == frozen.to_yaml()
    content = json.loads((result.folder / "run.json").read_text())
    assert content["frozen"]["sha256"] == frozen.sha256
    assert content["looks"] == {
        "test_sha256": frozen.division.test.sha256,
        "purpose": "confirmatory",
        "earlier": 0,
    }
    assert json.loads(json.dumps(result.to_dict()))["frozen"]["deviations"] == []
    client = MlflowClient(store)
    tags = client.get_run(result.run_id).data.tags
    assert tags["stancekit.frozen.sha256"] == frozen.sha256
    assert tags["stancekit.frozen.deviations"] == "none"
    assert "frozen.yaml" in {file.path for file in client.list_artifacts(result.run_id)}


CHANGES = [
    ("model", {"family": "fake", "strength": 2.0}, {"model.strength": ("1.0", "2.0")}),
    ("evaluation", {"resamples": 60}, {"resamples": ("50", "60")}),
    ("evaluation", {"resamples": 50, "slices": ["speaker"]}, {"evaluation.slices": None}),
    ("data", {"train": "talks.jsonl", "fit_on": "train"}, {"data.fit_on": None}),
    (
        "data",
        {"train": "talks.jsonl", "split": {"by": "group", "test_size": 0.5}},
        {"division.by": None, "division.fit": None, "division.test": None},
    ),
    ("seed", 8, {"division.fit": None, "division.test": None, "seed": ("7", "8")}),
]


@pytest.mark.parametrize(("section", "value", "expected"), CHANGES)
def test_an_exploration_lists_what_deviates(store, frozen, experiment, section, value, expected):
    result = train(experiment(**{section: value}), frozen=frozen)
    found = deviations(result)
    assert found.keys() == expected.keys()
    assert all(found[name] == values for name, values in expected.items() if values is not None)
    report = json.loads((result.folder / "report.json").read_text())
    assert any(line.startswith("Not as it was frozen") for line in report["cautions"])
    assert "What was frozen beforehand" in (result.folder / "report.md").read_text()
    assert "Not as it was frozen" in (result.folder / "reforms.md").read_text()


def test_a_confirmation_that_deviates_is_refused_before_anything_is_fitted(
    store, frozen, experiment
):
    changed = experiment(model={"family": "fake", "strength": 2.0}, evaluation=CONFIRMATORY)
    with pytest.raises(ConfigError) as caught:
        train(changed, frozen=frozen, output="refused")
    assert "model.strength: frozen 1.0, found 2.0" in str(caught.value)
    assert "run it as it was frozen, or as exploratory" in str(caught.value).lower()
    assert not Path("refused").exists()


def test_names_paths_and_store_are_for_each_run_to_say(store, frozen, experiment):
    shutil.copy("talks.jsonl", "moved.jsonl")
    shutil.copy("codebook.yaml", "book.yaml")
    moved = experiment(
        name="again",
        codebook="book.yaml",
        data={"train": "moved.jsonl"},
        tracking={"experiment": "others"},
        evaluation=CONFIRMATORY,
    )
    assert deviations(train(moved, frozen=frozen)) == {}


def test_changed_labels_of_training_rows_deviate(store, frozen, experiment):
    path = Path("talks.jsonl")
    path.write_text(path.read_text().replace('"pessimistic"', '"none"'))
    found = deviations(train(experiment(), frozen=frozen))
    assert found.keys() == {"division.fit.labels_sha256"}


def test_a_changed_codebook_deviates(store, frozen, experiment):
    path = Path("codebook.yaml")
    path.write_text(path.read_text().replace("1.0.0", "1.1.0"))
    found = deviations(train(experiment(), frozen=frozen))
    assert found.keys() == {"codebook"}
    assert "talks version 1.1.0" in found["codebook"][1]


def test_a_threshold_is_for_an_evaluation(store, experiment):
    frozen = freeze(experiment(), threshold=0.6)
    (line,) = train(experiment(), frozen=frozen).frozen.unchecked
    assert line.startswith("threshold 0.6: a training run abstains from no row")


def test_a_confirmation_of_nothing_is_cautioned(store, experiment):
    result = train(experiment(evaluation=CONFIRMATORY))
    report = json.loads((result.folder / "report.json").read_text())
    assert any("nothing was frozen for" in line for line in report["cautions"])
    assert train(experiment()).frozen is None


def test_a_run_is_finished_with_the_file_it_was_begun_with(store, frozen, experiment):
    first = train(experiment(), frozen=frozen, output="mine")
    assert train(experiment(), frozen=frozen, output="mine").run_id == first.run_id
    with pytest.raises(OutputError, match=r"begun with the frozen file .*, and none was given"):
        train(experiment(), output="mine")
    train(experiment(), output="bare")
    with pytest.raises(OutputError, match="begun without a frozen file, and one was given"):
        train(experiment(), frozen=frozen, output="bare")


@pytest.fixture
def here(ferries, empty_database, rows):
    """A workplace with a store, and a configuration whose test rows no saved model saw."""
    shutil.copy(empty_database, "mlflow.db")
    changed = [{**row, "text": f"{row['text']} So it goes."} for row in rows]
    Path("unseen.jsonl").write_text("".join(json.dumps(row) + "\n" for row in changed))
    return ferries


TESTED = ["data.test=unseen.jsonl", "data.split=null"]
ASKED = {"resamples": 20, "seed": 7}


def test_an_evaluation_of_the_frozen_model_confirms(here):
    frozen = freeze("ferries.yaml", overrides=TESTED, threshold=0.5, output="mine.yaml")
    model = train("ferries.yaml", overrides=TESTED).model_path
    options = {"frozen": "mine.yaml", "purpose": "confirmatory", "count_looks": True, **ASKED}
    result = evaluate(model, "unseen.jsonl", threshold=0.5, **options)
    assert (deviations(result), result.frozen.unchecked) == ({}, ())
    client = MlflowClient(f"sqlite:///{here / 'mlflow.db'}")
    experiment = client.get_experiment_by_name("stancekit evaluations")
    (run,) = client.search_runs([experiment.experiment_id])
    assert run.data.tags["stancekit.frozen.sha256"] == frozen.sha256
    assert [file.path for file in client.list_artifacts(run.info.run_id)] == ["frozen.yaml"]


def test_an_evaluation_of_another_model_deviates(here):
    frozen = freeze("ferries.yaml", overrides=TESTED)
    other = [*TESTED, "model.C=[2.0]", "seed=8", "data.train=fewer.jsonl"]
    lines = Path("ferries.jsonl").read_text().splitlines(keepends=True)
    Path("fewer.jsonl").write_text("".join(lines[2:]))
    model = train("ferries.yaml", overrides=other).model_path
    result = evaluate(model, "unseen.jsonl", frozen=frozen, **ASKED)
    assert deviations(result).keys() == {"model", "division.fit", "seed of the fit"}


def test_an_evaluation_otherwise_than_announced_deviates(here, saved_folder):
    frozen = freeze("ferries.yaml", overrides=TESTED, precision=0.5)
    lines = Path("unseen.jsonl").read_text().splitlines(keepends=True)
    Path("fewer.jsonl").write_text("".join(lines[4:]))
    options = {"frozen": frozen, "threshold": 0.7, "axes": {"outlook": "outlook"}}
    result = evaluate(saved_folder, "fewer.jsonl", resamples=10, slices=["speaker"], **options)
    assert deviations(result).keys() == {
        "axes.posture",
        "division.test",
        "abstention.threshold",
        "abstention.precision",
        "resamples",
        "seed",
        "evaluation.slices",
    }
    # a model that was saved without saying what it was fitted on and how
    assert "the rows that it was fitted on" in result.frozen.unchecked[0]


def test_a_confirmatory_evaluation_that_deviates_is_no_look(here, saved_folder):
    frozen = freeze("ferries.yaml", overrides=TESTED)
    options = {"frozen": frozen, "count_looks": True, "resamples": 20}
    with pytest.raises(ConfigError, match="seed: frozen 7, found 0"):
        evaluate(saved_folder, "unseen.jsonl", purpose="confirmatory", report="r.html", **options)
    assert not Path("r.html").exists()
    assert evaluate(saved_folder, "unseen.jsonl", **options).looks.earlier == 0


def test_a_comparison_is_held_to_the_measure(here, saved_folder, contrary_folder):
    frozen = freeze("ferries.yaml", overrides=TESTED, primary={"posture": "mcc"})
    models = [saved_folder, contrary_folder]
    options = {"frozen": frozen, "count_looks": True, **ASKED}
    result = compare(models, "unseen.jsonl", report="r.html", **options)
    assert deviations(result) == {"primary.posture": ("mcc", "macro_f1")}
    assert "Not as it was frozen" in Path("r.md").read_text()
    assert result.to_dict()["frozen"]["sha256"] == frozen.sha256
    axes = {"outlook": "outlook"}
    alone = compare(models, "unseen.jsonl", axes=axes, purpose="confirmatory", **options)
    assert deviations(alone) == {}
    assert "axis posture, which is judged by mcc" in alone.frozen.unchecked


def test_a_confirmatory_comparison_that_deviates_is_refused(here, saved_folder, contrary_folder):
    frozen = freeze("ferries.yaml", overrides=TESTED)
    with pytest.raises(ConfigError, match="resamples: frozen 20, found 30"):
        compare(
            [saved_folder, contrary_folder],
            "unseen.jsonl",
            frozen=frozen,
            purpose="confirmatory",
            resamples=30,
            seed=7,
        )


def test_rows_that_were_cross_validated_are_told_from_rows_held_out(store, experiment):
    folds = experiment(evaluation={"resamples": 50, "cross_validation": 4})
    found = deviations(train(experiment(), frozen=freeze(folds)))
    assert found["division.test"][0] == "no rows held out"
    assert found["evaluation.cross_validation"] == ("4", "null")
