from __future__ import annotations

import pytest

from stancekit.errors import ConfigError
from stancekit.training import plan_experiment


def test_a_plan_counts_rows_groups_and_labels(workplace, experiment):
    plan = plan_experiment(experiment())
    assert (plan.sides["fit"].n_rows, plan.sides["fit"].n_groups) == (64, 16)
    assert plan.sides["test"].labels == {"outlook": {"optimistic": 8, "pessimistic": 4, "none": 4}}
    assert plan.n_fits == 1
    assert plan.lines() == [
        "talks-fake: fake (strength 1.0)",
        "  fit: 64 rows in 16 groups",
        "    outlook: optimistic 32, pessimistic 16, none 16",
        "  test: 16 rows in 4 groups",
        "    outlook: optimistic 8, pessimistic 4, none 4",
        "  split: by article_id, 20% held out",
        "  audit: no id, text, near-duplicate or group crosses train, test",
        "  to fit: 1 model",
    ]


def test_missing_labels_and_warnings_are_told(workplace, experiment):
    path = workplace / "talks.jsonl"
    path.write_text(path.read_text().replace('"none"', "null"))
    plan = plan_experiment(experiment(), ["data.split=null"])
    lines = plan.lines()
    assert "    outlook: optimistic 40, pessimistic 20, none 0, no label 20" in lines
    assert "  warning: no row was held out: nothing was evaluated" in lines


def test_folds_are_fits(workplace, experiment):
    plan = plan_experiment(experiment(evaluation={"cross_validation": 5}))
    assert plan.n_fits == 6
    assert plan.lines()[-1] == "  to fit: 6 models, one of them to keep"


def test_the_linear_family_is_expected_to_take_a_time(workplace, experiment, monkeypatch):
    monkeypatch.undo()
    monkeypatch.chdir(workplace)
    options = {"family": "linear", "folds": 4, "C": [1.0, 2.0]}
    plan = plan_experiment(experiment(model=options))
    # 64 rows of one axis, fitted 4 x 2 + 1 times, at 0.7 s for 1,000 rows
    assert plan.seconds == pytest.approx(0.7 * 0.064 * 9)
    assert plan.lines()[-1] == "  to fit: 1 model, in about 1 second"


def test_the_fewshot_family_tells_its_pairs_before_it_starts(workplace, experiment, monkeypatch):
    monkeypatch.undo()
    monkeypatch.chdir(workplace)
    options = {"family": "fewshot", "passes": 4, "batch_size": 16, "folds": 3}
    plan = plan_experiment(experiment(model=options))
    # 4 x 64 / 16 steps of 16 x 15 / 2 pairs, for each of 3 folds and the model that is kept
    (work,) = plan.work
    assert work == "4 tunings of 16 steps, each of 16 passages; at most 1,920 pairs a tuning"
    assert plan.lines()[-1] == f"  each: {work}"
    assert plan.seconds is not None
    other = plan_experiment(experiment(model={**options, "checkpoint": "some/encoder"}))
    assert other.seconds is None


def test_networks_and_members_tell_what_they_take(workplace, experiment, monkeypatch):
    monkeypatch.undo()
    monkeypatch.chdir(workplace)
    tuned = {"family": "transformer", "n_models": 2, "epochs": 3, "batch_size": 8}
    alone = plan_experiment(experiment(model=tuned))
    # 4 of 5 folds of 64 or 80 rows, 8 rows a step
    n_rows = alone.sides["fit"].n_rows
    n_steps = -(-n_rows * 4 // 5 // 8)
    assert alone.work == (f"2 networks, each of at most 3 epochs of {n_steps} steps",)
    linear = {"family": "linear", "folds": 4, "C": [1.0]}
    both = plan_experiment(experiment(model={"family": "ensemble", "members": [linear, tuned]}))
    assert both.work == ("linear", f"transformer: {alone.work[0]}")
    first = plan_experiment(experiment(model=linear))
    assert both.seconds == pytest.approx(first.seconds + alone.seconds)
    unknown = {"family": "ensemble", "checkpoint": "some/encoder", "members": [linear, tuned]}
    assert plan_experiment(experiment(model=unknown)).seconds is None
    each = plan_experiment(experiment(model={"family": "per_target", "member": linear}))
    assert each.seconds == pytest.approx(2 * first.seconds)
    assert each.work[0].startswith("linear: a model for each target with 50 or more passages")


def test_planning_fits_and_writes_nothing(workplace, experiment):
    before = sorted(workplace.iterdir())
    plan_experiment(experiment())
    assert sorted(workplace.iterdir()) == before


def test_a_bad_configuration_is_refused(workplace, experiment):
    with pytest.raises(ConfigError, match="modle: unknown key"):
        plan_experiment(experiment(modle={}))


def test_the_fits_of_further_scores_are_counted(workplace, experiment):
    asked = {"generalisation": ["expert", "time"], "learning_curve": [0.25, 0.5, 1.0]}
    plan = plan_experiment(experiment(evaluation=asked))
    # one to keep, five for each scheme and for random but for the first stretch of time, two shares
    assert plan.n_fits == 1 + 5 + 4 + 5 + 2
    plan = plan_experiment(experiment(evaluation={"repeated_splits": 7}))
    assert plan.n_fits == 1 + 7
