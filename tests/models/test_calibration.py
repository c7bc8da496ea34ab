from __future__ import annotations

import numpy as np
import pytest

from stancekit.models.calibration import fit_temperature, softmax


def log_loss(logits, codes, temperature):
    return -np.log(softmax(logits, temperature)[np.arange(len(codes)), codes]).mean()


def test_softmax_of_equal_logits_is_uniform():
    assert softmax(np.zeros((2, 4))).tolist() == [[0.25] * 4] * 2


def test_softmax_takes_any_height_and_minus_infinity():
    # exp(ln 3) to exp(0) is 3 to 1, wherever both stand
    logits = np.array([[1000 + np.log(3), 1000, -np.inf]])
    np.testing.assert_allclose(softmax(logits), [[0.75, 0.25, 0.0]], atol=1e-12)


def test_a_temperature_flattens():
    # at temperature 2, ln 9 counts as ln 3
    np.testing.assert_allclose(softmax(np.array([[np.log(9), 0.0]]), 2.0), [[0.75, 0.25]])


def test_the_planted_temperature_is_found():
    """Three in four rows are right, so that the best probability of the first label is 3/4."""
    logits = np.tile([6.0, 0.0], (400, 1))
    codes = np.array([0, 0, 0, 1] * 100)
    # 6 / T = ln 3
    assert fit_temperature(logits, codes) == pytest.approx(6 / np.log(3), rel=1e-3)


def test_overconfident_logits_lose_less_once_calibrated():
    draw = np.random.default_rng(3)
    codes = draw.integers(0, 3, 600)
    honest = 1.5 * np.eye(3)[codes] + draw.normal(size=(600, 3))
    temperature = fit_temperature(5 * honest, codes)
    assert temperature > 2
    assert log_loss(5 * honest, codes, temperature) < log_loss(5 * honest, codes, 1.0) - 0.2


def test_a_gold_label_that_no_fold_knew_is_left_out():
    logits = np.tile([6.0, 0.0, -np.inf], (5, 1))
    codes = np.array([0, 0, 0, 1, 2])
    assert fit_temperature(logits, codes) == pytest.approx(6 / np.log(3), rel=1e-3)


def test_without_a_usable_row_the_temperature_is_one():
    assert fit_temperature(np.array([[0.0, -np.inf]]), np.array([1])) == 1.0
    assert fit_temperature(np.empty((0, 2)), np.empty(0, dtype=np.int64)) == 1.0
