from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from stancekit import freeze
from stancekit.errors import ConfigError, ModelError, OutputError
from stancekit.training import Frozen, train
from stancekit.training.config import to_config
from stancekit.training.data import load_data
from stancekit.training.looks import digest_of


def frozen_of(experiment, **options):
    return freeze(experiment(), output="mine.yaml", **options)


def test_a_frozen_experiment_tells_what_will_be_run(workplace, experiment):
    frozen = frozen_of(experiment, notes=["Hope is found."])
    data = load_data(to_config(experiment()))
    assert frozen.codebook.hash == data.codebook.hash
    assert frozen.axes == {"outlook": ("optimistic", "pessimistic", "none")}
    assert (frozen.seed, frozen.resamples) == (7, 50)
    assert frozen.primary == {"outlook": "macro_f1"}
    assert frozen.division.test.sha256 == digest_of(data.test)
    # 20 articles of 4 rows, a fifth of them held out
    assert (frozen.division.fit.n_rows, frozen.division.fit.n_groups) == (64, 16)
    assert (frozen.division.test.n_rows, frozen.division.test.n_groups) == (16, 4)
    assert frozen.division.by == "by article_id, 20% held out"
    assert frozen.notes == ("Hope is found.",)


def test_nothing_is_fitted_and_no_store_is_made(workplace, experiment):
    frozen = frozen_of(experiment)
    assert sorted(path.name for path in workplace.iterdir()) == [
        "codebook.yaml",
        "mine.yaml",
        "talks.jsonl",
    ]
    assert frozen.earlier_looks is None


def test_looks_before_it_are_told(store, experiment):
    train(experiment())
    assert frozen_of(experiment).earlier_looks == 1


def test_the_file_is_read_back_as_it_was_written(workplace, experiment):
    frozen = frozen_of(experiment, threshold=0.6, notes=["a: b", "2026-01-01", "naïve\n  – yes"])
    assert Frozen.load("mine.yaml") == frozen
    assert json.loads(json.dumps(frozen.to_dict())) == yaml.safe_load(Path("mine.yaml").read_text())


def test_comments_and_layout_are_no_edit(workplace, experiment):
    frozen = frozen_of(experiment)
    Path("mine.yaml").write_text(json.dumps(frozen.to_dict()) + "\n# mine\n")
    assert Frozen.load("mine.yaml") == frozen


def test_the_address_of_a_store_is_not_for_others_to_read(workplace, experiment):
    frozen = freeze(experiment(tracking={"uri": "sqlite:///secret.db"}))
    assert "secret" not in frozen.to_yaml()
    assert "tracking" not in frozen.configuration.content
    # what is left is a configuration still
    assert to_config(frozen.configuration.content).seed == 7


def test_cross_validation_scores_the_rows_to_fit(workplace, experiment):
    folds = {"resamples": 50, "cross_validation": 4}
    division = freeze(experiment(evaluation=folds)).division
    assert division.test is None
    assert (division.scored.n_rows, division.by) == (80, "4-fold cross-validation by article_id")


def test_the_measure_of_an_axis_is_asked_for(workplace, experiment):
    assert freeze(experiment(), primary={"outlook": "mcc"}).primary == {"outlook": "mcc"}


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"primary": {"outlok": "mcc"}}, ConfigError, "did you mean 'outlook'"),
        ({"primary": {"outlook": "macro-f1"}}, ConfigError, "did you mean 'macro_f1'"),
        ({"threshold": 0.5, "precision": 0.5}, ModelError, "expected one of them"),
        ({"threshold": 2.0}, ModelError, "between 0 and 1"),
        ({"overrides": ["data.split=null"]}, ConfigError, "no row will be scored"),
        ({"output": "talks.jsonl"}, ConfigError, "what was frozen once is not replaced"),
        ({"output": "talks.jsonl/x.yaml"}, OutputError, "cannot be written"),
    ],
)
def test_what_cannot_be_frozen_is_told(workplace, experiment, options, error, words):
    with pytest.raises(error, match=words):
        freeze(experiment(), **options)


def test_rows_without_labels_can_be_frozen(workplace, experiment, write_passages):
    write_passages("new.jsonl", 5, start=30)
    rows = [json.loads(line) for line in Path("new.jsonl").read_text().splitlines()]
    bare = "".join(json.dumps({**row, "outlook": None}) + "\n" for row in rows)
    Path("bare.jsonl").write_text(bare)
    before = freeze(experiment(data={"train": "talks.jsonl", "test": "bare.jsonl"}))
    after = freeze(experiment(data={"train": "talks.jsonl", "test": "new.jsonl"}))
    assert before.division == after.division
