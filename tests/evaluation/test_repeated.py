from __future__ import annotations

import json

import numpy as np
import pytest
from scipy import stats

from stancekit.evaluation.repeated import repeated_score


def test_the_interval_is_that_of_a_sum_done_by_hand():
    # mean 0.7, s² 0.01; (1/3 + 1/4) 0.01 = 0.0058333, its root 0.0763763; t of 2 degrees 4.3026527
    found = repeated_score([0.6, 0.7, 0.8], test_to_fit=0.25, n_groups=40)
    assert found.mean.value == pytest.approx(0.7, abs=1e-12)
    assert found.sd == pytest.approx(0.1, abs=1e-12)
    assert found.mean.low == pytest.approx(0.7 - 4.3026527 * 0.0763763, abs=1e-6)
    assert found.mean.high == pytest.approx(0.7 + 4.3026527 * 0.0763763, abs=1e-6)


@pytest.mark.parametrize("n", [2, 5, 10, 30])
@pytest.mark.parametrize("test_to_fit", [0.0, 0.25, 1.0])
def test_the_interval_is_the_formula_of_nadeau_and_bengio(n, test_to_fit):
    values = np.random.default_rng(n).normal(0.7, 0.05, n)
    found = repeated_score(values.tolist(), test_to_fit=test_to_fit, n_groups=40)
    variance = (1 / n + test_to_fit) * values.var(ddof=1)
    low, high = stats.t.interval(0.95, n - 1, loc=values.mean(), scale=np.sqrt(variance))
    assert (found.mean.low, found.mean.high) == pytest.approx((low, high), abs=1e-12)


def test_without_shared_rows_it_is_the_usual_interval_of_a_mean():
    values = [0.61, 0.64, 0.7, 0.72]
    found = repeated_score(values, test_to_fit=0.0, n_groups=40)
    usual = stats.ttest_1samp(values, 0.0).confidence_interval(0.95)
    assert (found.mean.low, found.mean.high) == pytest.approx(tuple(usual), abs=1e-12)


def test_the_interval_ends_where_the_measure_does():
    found = repeated_score([0.8, 1.0], test_to_fit=0.25, n_groups=40, span=(0.0, 1.0))
    assert (found.mean.low, found.mean.high) == (0.0, 1.0)


@pytest.mark.parametrize(
    ("values", "n_groups", "mean", "note"),
    [
        ([0.6, 0.7], 9, 0.65, "too few groups (9)"),
        ([0.6, None], 40, 0.6, "a single division has a score"),
        ([0.6, 0.6, 0.6], 40, 0.6, "all divisions score the same"),
        ([None, None], 40, None, "no division has a score"),
    ],
    ids=["few groups", "one score", "no spread", "no score"],
)
def test_where_no_honest_interval_can_be_given_the_note_says_why(values, n_groups, mean, note):
    found = repeated_score(values, test_to_fit=0.25, n_groups=n_groups)
    assert found.mean.value == (None if mean is None else pytest.approx(mean))
    assert (found.mean.low, found.mean.high, found.mean.note) == (None, None, note)


def test_a_note_of_ones_own_stands_beside():
    known = {"test_to_fit": 0.25, "note": "no mixed row"}
    assert repeated_score([0.6, 0.7], n_groups=40, **known).mean.note == "no mixed row"
    few = repeated_score([0.6, 0.7], n_groups=9, **known)
    assert few.mean.note == "too few groups (9); no mixed row"
    none = repeated_score([None, None], n_groups=40, **known)
    assert none.mean.note == "no division has a score; no mixed row"


def test_divisions_without_a_score_do_not_count():
    found = repeated_score([0.6, None, 0.7, 0.8], test_to_fit=0.25, n_groups=40)
    whole = repeated_score([0.6, 0.7, 0.8], test_to_fit=0.25, n_groups=40)
    assert (found.mean, found.sd) == (whole.mean, whole.sd)
    content = found.to_dict()
    assert content["values"] == [0.6, None, 0.7, 0.8]
    assert json.loads(json.dumps(content, allow_nan=False)) == content
