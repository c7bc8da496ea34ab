import numpy as np
import pytest
from sklearn.calibration import calibration_curve
from sklearn.metrics import brier_score_loss

from stancekit.evaluation import calibration


def error(probability, happened):
    bins = calibration.bin_rows(np.array(probability), np.array(happened, dtype=float))
    return float(calibration.calibration_error(bins.sum(axis=0)))


def test_bins_are_those_of_scikit_learn():
    generator = np.random.default_rng(3)
    probability = generator.random(1000)
    happened = (generator.random(1000) < probability**2).astype(float)
    sums = calibration.bin_rows(probability, happened).sum(axis=0)
    right, mean = calibration_curve(happened, probability, n_bins=10, strategy="quantile")
    np.testing.assert_allclose(sums[:, 2] / sums[:, 0], right, rtol=0, atol=1e-12)
    np.testing.assert_allclose(sums[:, 1] / sums[:, 0], mean, rtol=0, atol=1e-12)
    assert sums[:, 0].tolist() == [100.0] * 10


def test_the_error_is_the_gap_weighted_by_rows():
    # two bins of 10: sure 0.6 and right 8 of 10, gap 0.2; sure 0.9 and right 5 of 10, gap 0.4
    probability = [0.6] * 10 + [0.9] * 10
    happened = [1] * 8 + [0] * 2 + [1] * 5 + [0] * 5
    assert error(probability, happened) == pytest.approx(0.3)


def test_equal_probabilities_share_a_bin_whatever_the_order_of_rows():
    probability = [0.7] * 95 + [0.8] * 5
    happened = [1, 0] * 50
    turned = error(probability[::-1], happened[::-1])
    assert error(probability, happened) == pytest.approx(turned, abs=1e-15)
    assert len(set(calibration.equal_mass_bins(np.array([0.7] * 100)))) == 1


def test_fewer_rows_make_fewer_bins():
    assert set(calibration.equal_mass_bins(np.linspace(0, 1, 25))) == {0, 1}
    assert set(calibration.equal_mass_bins(np.linspace(0, 1, 4))) == {0}
    assert calibration.equal_mass_bins(np.zeros(0)).tolist() == []


def test_opposite_errors_in_different_bins_do_not_cancel():
    assert error([0.5] * 10 + [0.9] * 10, [1] * 10 + [0] * 4 + [1] * 6) == pytest.approx(0.4)


def test_brier_equals_that_of_scikit_learn():
    proba = np.array([[0.7, 0.2, 0.1], [0.0, 0.0, 1.0]])
    gold = np.array([0, 1])
    expected = brier_score_loss(gold, proba, labels=[0, 1, 2], scale_by_half=False)
    assert calibration.brier_rows(proba, gold).mean() == pytest.approx(expected, abs=1e-12)
    # row 1: 0.3² + 0.2² + 0.1² = 0.14; row 2: 1 + 1 = 2
    assert calibration.brier_rows(proba, gold) == pytest.approx([0.14, 2.0])
