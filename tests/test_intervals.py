import numpy as np
import pytest
from scipy.stats import norm, t

from stancekit.intervals import MOST_BIAS, effective_number, interval_of
from stancekit.resampling import resample_sums

# a quantile of these is its own probability
UNIFORM = np.linspace(0.0, 1.0, 100_001)


def bounds(drawn, value, groups=1e12, level=0.95):
    return interval_of(drawn, value, level=level, effective_groups=groups)


def test_with_many_groups_and_no_bias_the_bounds_are_percentiles():
    assert bounds(UNIFORM, 0.5) == pytest.approx((0.025, 0.975), abs=1e-5)
    assert bounds(UNIFORM, 0.5, level=0.8) == pytest.approx((0.1, 0.9), abs=1e-5)


@pytest.mark.parametrize("groups", [10, 15, 30, 100, 18.5])
def test_few_groups_move_the_percentiles_as_far_as_students_t(groups):
    # Hesterberg (2015): the tail is that of the normal curve at sqrt(n / (n - 1)) t
    tail = norm.cdf(-np.sqrt(groups / (groups - 1)) * t.ppf(0.975, groups - 1))
    assert bounds(UNIFORM, 0.5, groups) == pytest.approx((tail, 1 - tail), abs=1e-5)


def test_a_bias_is_corrected_as_efron_does():
    # 0.6 of the resamples lie below the value: z0 = 0.2533, percentiles at Phi(2 z0 ± 1.96)
    z0 = norm.ppf(0.6)
    expected = norm.cdf([2 * z0 - 1.959964, 2 * z0 + 1.959964])
    assert bounds(UNIFORM, 0.6) == pytest.approx(expected, abs=1e-4)


def test_ties_with_the_value_count_for_half():
    drawn = np.repeat([0.0, 1.0, 2.0], [20, 60, 20])
    assert bounds(drawn, 1.0) == (0.0, 2.0)
    assert bounds(np.repeat([1.0, 2.0], [90, 10]), 1.0) == (1.0, 2.0)


def test_no_more_than_a_moderate_bias_is_corrected():
    # every resample lies above the value: uncorrected, this would collapse the interval
    expected = norm.cdf([-2 * MOST_BIAS - 1.959964, -2 * MOST_BIAS + 1.959964])
    assert bounds(UNIFORM, -1.0) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        pytest.param([7, 7, 7, 7], 4.0, id="one size"),
        pytest.param([3, 1], 16 / 10, id="unequal"),
        pytest.param([1000, 1, 1], 1002**2 / 1_000_002, id="one holds all"),
        pytest.param([], 0.0, id="none"),
    ],
)
def test_unequal_groups_count_for_fewer(sizes, expected):
    assert effective_number(np.array(sizes)) == pytest.approx(expected)


def test_one_group_that_holds_nearly_all_rows_widens_the_interval_to_all_resamples():
    assert bounds(UNIFORM, 0.5, groups=1.0) == (0.0, 1.0)
    assert bounds(UNIFORM, 0.5, groups=1.01) == pytest.approx((0.0, 1.0), abs=1e-5)


def test_a_wider_spread_of_the_jackknife_moves_the_percentiles_as_far():
    # the jackknife's standard error: sqrt((n - 1) / n * sum of squares about the mean)
    left_out = np.array([0.4, 0.5, 0.6] * 10)
    error = np.sqrt(29 / 30 * ((left_out - 0.5) ** 2).sum())
    expected = norm.cdf(-t.ppf(0.975, 29) * error / UNIFORM.std())
    found = interval_of(UNIFORM, 0.5, level=0.95, effective_groups=30, left_out=left_out)
    assert error / UNIFORM.std() > np.sqrt(30 / 29)
    assert found[0] == pytest.approx(expected, abs=1e-5)


def test_a_narrower_spread_of_the_jackknife_changes_nothing():
    found = interval_of(UNIFORM, 0.5, level=0.95, effective_groups=30, left_out=np.full(30, 0.5))
    assert found == bounds(UNIFORM, 0.5, 30)


def test_a_score_that_rests_on_one_group_has_a_wide_interval():
    # both means are over ten groups; the second measure leaps when its one group is left out
    values, groups = np.tile([0.0, 1.0], 15), np.arange(30) // 3
    rows = {"value": values, "n": np.ones(30), "rare": (groups == 0).astype(float)}
    sums = resample_sums(rows, groups, resamples=500, seed=0)

    def steady(sums):
        return sums["value"] / sums["n"]

    def leaping(sums):
        return np.where(sums["rare"] > 0, 1.0, 0.8) * steady(sums)

    def width(score):
        return score.high - score.low

    assert width(sums.score(leaping)) > 1.2 * width(sums.score(steady))


def coverage(n_groups, rng, studies=400):
    """Share of studies of unequal groups whose interval of a mean holds the true mean, 0."""
    held = 0
    for study in range(studies):
        sizes = 1 + rng.negative_binomial(1.5, 0.2, size=n_groups)
        groups = np.repeat(np.arange(n_groups), sizes)
        values = rng.normal(size=n_groups)[groups] + rng.normal(size=len(groups))
        rows = {"value": values, "n": np.ones(len(groups))}
        sums = resample_sums(rows, groups, resamples=400, seed=study)
        score = sums.score(lambda drawn: drawn["value"] / drawn["n"])
        held += score.low <= 0.0 <= score.high
    return held / studies


def test_fifteen_unequal_groups_hold_what_the_interval_promises():
    # 400 studies tell 0.95 give or take 0.022; plain percentiles reach 0.90
    assert 0.925 < coverage(15, np.random.default_rng(3)) < 0.98
