import numpy as np
import pytest
from scipy.stats import chi2_contingency

from stancekit.evaluation.sign_flips import chi_square, holm, slice_p_value


def p_value(wrong, values, groups, **options):
    arrays = np.asarray(wrong, float), np.asarray(values), np.asarray(groups)
    return slice_p_value(*arrays, **{"flips": 999, "seed": 0, **options})


def test_the_statistic_is_pearsons_chi_square():
    generator = np.random.default_rng(0)
    wrong, values = generator.integers(2, size=90), generator.integers(4, size=90)
    table = [[((wrong == w) & (values == v)).sum() for v in range(4)] for w in range(2)]
    expected = chi2_contingency(table, correction=False).statistic
    assert chi_square(wrong.astype(float), values) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("fills_groups", [True, False], ids=["whole groups", "parts of groups"])
def test_an_error_rate_of_its_own_is_found(fills_groups):
    groups = np.arange(400) // 10
    values = groups % 2 if fills_groups else np.arange(400) % 2
    wrong = np.random.default_rng(1).random(400) < np.where(values == 1, 0.5, 0.1)
    assert p_value(wrong, values, groups)[0] == 1 / 1000


def test_articles_that_are_wrong_as_a_whole_are_no_finding():
    # 12 articles of 30 rows, each all right or all wrong; of one outlet 4 of 6 are wrong, of the
    # other 2 of 6: rows would say chi-square 40, articles say next to nothing
    groups = np.arange(360) // 30
    values = groups // 6
    wrong = np.isin(groups, [0, 1, 2, 3, 6, 7])
    assert chi_square(wrong.astype(float), values) == pytest.approx(40)
    assert p_value(wrong, values, groups)[0] > 0.3


def test_its_size_holds_where_rows_of_a_group_go_together():
    generator = np.random.default_rng(3)
    groups = np.arange(300) // 10
    rejected = {"whole": 0, "parts": 0}
    for run in range(300):
        rate = generator.beta(1, 2, size=30)[groups]  # each article has its own error rate
        wrong = generator.random(300) < rate
        for name, values in (("whole", groups % 3), ("parts", generator.integers(3, size=300))):
            rejected[name] += p_value(wrong, values, groups, flips=199, seed=run)[0] <= 0.05
    # 15 of 300 are expected; 99.9 % of binomial draws are within 4 to 29
    assert 4 <= rejected["whole"] <= 29
    assert 4 <= rejected["parts"] <= 29


@pytest.mark.parametrize(
    ("wrong", "values", "groups", "why"),
    [
        ([0, 1] * 10, [0] * 20, range(20), "fewer than two values"),
        ([0, 1] * 10, [0, 1] * 10, [0, 1, 2, 3] * 5, "too few groups (4)"),
        ([0] * 20, [0, 1] * 10, range(20), "all rows are right"),
        ([], [], [], "fewer than two values"),
    ],
    ids=["one value", "few groups", "no error", "no row"],
)
def test_why_there_is_no_p_value_is_told(wrong, values, groups, why):
    values, groups = np.array(values, dtype=int), np.array(list(groups), dtype=int)
    found, note = p_value(wrong, values, groups)
    assert found is None
    assert why in note


def test_the_seed_decides():
    generator = np.random.default_rng(5)
    data = generator.integers(2, size=200), generator.integers(3, size=200), np.arange(200) // 4
    assert p_value(*data, seed=1) == p_value(*data, seed=1)
    assert p_value(*data, seed=1) != p_value(*data, seed=2)


def test_holm_steps_down_and_never_falls():
    assert holm([0.01, 0.04, 0.03, None, 0.005]) == pytest.approx([0.03, 0.06, 0.06, None, 0.02])
    assert holm([0.9, 0.8]) == [1.0, 1.0]
    assert holm([None]) == [None]
