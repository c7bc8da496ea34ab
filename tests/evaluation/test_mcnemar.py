import numpy as np
import pytest
from scipy.stats import binomtest

from stancekit.evaluation import mcnemar


def rights(both, only_a, only_b, neither):
    a = np.repeat([True, True, False, False], [both, only_a, only_b, neither])
    b = np.repeat([True, False, True, False], [both, only_a, only_b, neither])
    return a, b


@pytest.mark.parametrize(
    ("only_a", "only_b"), [(0, 0), (1, 0), (5, 5), (0, 9), (59, 6), (4, 13), (900, 1000)]
)
def test_it_is_the_exact_binomial_test_of_the_discordant_rows(only_a, only_b):
    found = mcnemar(*rights(7, only_a, only_b, 11))
    assert (found.only_a, found.only_b) == (only_a, only_b)
    expected = binomtest(only_a, only_a + only_b).pvalue if only_a + only_b else 1.0
    assert found.p_value == pytest.approx(expected, rel=1e-12)


def test_ten_wins_to_two_on_paper():
    # (66 + 12 + 1) * 2 of 4096 ways
    assert mcnemar(*rights(0, 10, 2, 0)).p_value == pytest.approx(158 / 4096, rel=1e-12)


def test_rows_on_which_both_are_right_or_wrong_do_not_matter():
    assert mcnemar(*rights(0, 8, 2, 0)) == mcnemar(*rights(500, 8, 2, 90))


def test_it_is_plain_data():
    assert mcnemar(*rights(0, 1, 1, 0)).to_dict() == {
        "only_a": 1,
        "only_b": 1,
        "p_value": 1.0,
        "p_holm": None,
    }
