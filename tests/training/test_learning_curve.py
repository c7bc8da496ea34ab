from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from stancekit.training import ExperimentConfig
from stancekit.training.data import load_data
from stancekit.training.learning_curve import measure_learning_curve, part_of
from stancekit.training.scoring import score


@pytest.fixture
def data_of(workplace, experiment):
    return lambda **sections: load_data(ExperimentConfig.from_mapping(experiment(**sections)))


def better_with_rows(fit, test):
    """Right on as many of the test rows as it was fitted on."""
    labels = ("optimistic", "pessimistic", "none")
    gold = [labels.index(label) for label in test.y["outlook"]]
    said = [code if row < len(fit) else (code + 1) % 3 for row, code in enumerate(gold)]
    return {"outlook": np.eye(3)[said]}


def test_each_part_is_scored_on_the_same_rows_and_set_against_the_one_before(data_of):
    data = data_of(data={"train": "talks.jsonl", "split": {"test_size": 0.6}})
    assert (len(data.fit), len(data.test)) == (32, 48)
    whole = score(data, better_with_rows, resamples=0, seed=1)
    points = measure_learning_curve(
        data, whole, better_with_rows, (0.25, 0.5, 1.0), resamples=50, seed=1
    )
    assert [(point.share, point.n_fit, point.n_groups) for point in points] == [
        (0.25, 8, 2),
        (0.5, 16, 4),
        (1.0, 32, 8),
    ]
    accuracies = [point.evaluations["outlook"].metrics["accuracy"].value for point in points]
    assert accuracies == pytest.approx([8 / 48, 16 / 48, 32 / 48])
    assert points[0].gain == {}
    assert points[2].gain["outlook"].value > 0
    assert points[2].evaluations == whole.evaluations
    assert points[2].to_dict()["axes"]["outlook"]["n"] == 48


def test_a_larger_part_holds_a_smaller_one(data_of):
    rows = data_of().fit
    parts = [set(part_of(rows, share, seed=4).ids) for share in (0.01, 0.3, 0.8, 1.0)]
    assert all(small < large for small, large in pairwise(parts))
    assert parts[-1] == set(rows.ids)
    assert set(part_of(rows, 0.3, seed=5).ids) != parts[1]


def test_without_fixed_test_rows_there_is_no_curve(data_of):
    data = data_of(evaluation={"cross_validation": 4, "resamples": 0})
    whole = score(data, better_with_rows, resamples=0, seed=1)
    assert measure_learning_curve(data, whole, better_with_rows, (0.5,), resamples=0, seed=1) == ()
