from __future__ import annotations

import numpy as np
import pytest

from stancekit.models.calibration import softmax
from stancekit.models.shrinkage import Calibration, calibrate, cross_calibrated


def hard(codes, n=2):
    return np.eye(n)[codes]


def test_no_row_changes_nothing():
    assert calibrate(np.empty((0, 3)), np.empty((0, 3))) == Calibration.none(3)
    scores = np.array([[1.0, -2.0, 0.5]])
    assert np.array_equal(Calibration.none(3).logits(scores), scores)


def test_a_bias_is_where_likelihood_and_prior_balance():
    # Scores of 0 leave the biases alone, b and -b: n (1 - sigmoid(2b)) = b for n rows of one label.
    n = 3
    found = calibrate(np.zeros((n, 2)), hard([0] * n))
    b = found.biases[0]
    assert found.biases[1] == pytest.approx(-b, abs=1e-4)
    assert n * (1 - 1 / (1 + np.exp(-2 * b))) == pytest.approx(b, abs=1e-3)
    assert found.temperature == pytest.approx(1.0, abs=1e-4)


def test_few_rows_move_less_than_many():
    few, many = (calibrate(np.zeros((n, 2)), hard([0, 0, 0, 1] * (n // 4))) for n in (4, 4000))
    # Three in four are of the first label: log odds of log 3 in the end.
    assert many.biases[0] - many.biases[1] == pytest.approx(np.log(3), abs=0.01)
    assert 0 < few.biases[0] - few.biases[1] < np.log(3)


def test_many_rows_give_back_temperature_and_biases():
    rng = np.random.default_rng(0)
    scores = rng.normal(size=(20_000, 3)) * 4
    biases = np.array([0.8, -0.3, -0.5])
    proba = softmax(scores / 2.5 + biases)
    found = calibrate(scores, proba)  # soft labels: exactly what is to be found
    assert found.temperature == pytest.approx(2.5, abs=0.01)
    assert np.allclose(found.biases, biases, atol=0.01)
    alone = calibrate(scores, softmax(scores / 2.5), with_biases=False)
    assert alone.temperature == pytest.approx(2.5, abs=0.01)
    assert alone.biases == (0.0, 0.0, 0.0)


def test_a_label_without_a_row_keeps_a_probability():
    found = calibrate(np.zeros((50, 3)), hard([0, 1] * 25, 3))
    assert 0 < softmax(found.logits(np.zeros((1, 3))))[0, 2] < 0.1


def test_each_row_is_calibrated_without_its_group():
    # Ten groups of ten; all of a group's rows have one label.
    groups = np.repeat(np.arange(10), 10)
    targets = hard(groups % 2)
    found = cross_calibrated(np.zeros((100, 2)), targets, groups.tolist(), seed=0)
    assert np.isfinite(found).all()
    assert all(len(np.unique(found[groups == group, 0])) == 1 for group in range(10))


@pytest.mark.parametrize("n", [0, 1])
def test_too_few_rows_to_divide_are_held_out_of_nothing(n):
    assert np.isnan(cross_calibrated(np.zeros((n, 2)), hard([0] * n), None, seed=0)).all()
