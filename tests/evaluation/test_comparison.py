import numpy as np
import pytest

from stancekit.evaluation import EvaluationError, paired_difference

LABELS = ["up", "down"]
UP, DOWN = [0.9, 0.1], [0.1, 0.9]
GOLD = ["up", "down"] * 20


def difference(proba_a, proba_b, **options):
    options = {"labels": LABELS, "metric": "accuracy", **options}
    return paired_difference(GOLD, proba_a, proba_b, **options)


def test_the_difference_is_a_minus_b():
    right, always_up = [UP, DOWN] * 20, [UP] * 40
    assert difference(right, always_up).value == 0.5
    assert difference(always_up, right).value == -0.5
    # always up: F1 of up 2/3, of down 0
    assert difference(right, always_up, metric="macro_f1").value == pytest.approx(1 - 1 / 3)


def test_a_model_compared_with_itself_does_not_differ():
    score = difference([UP] * 40, [UP] * 40)
    assert (score.value, score.low, score.high) == (0.0, 0.0, 0.0)


def test_what_is_hard_for_both_cancels_out():
    # both fail on the same half of the articles; b also errs once in each article
    articles = np.arange(40) // 2
    a = [UP, DOWN] * 10 + [DOWN, UP] * 10
    b = [UP, UP] * 10 + [DOWN, UP] * 10
    score = difference(a, b, groups=articles)
    assert score.value == pytest.approx(0.25)
    assert 0 < score.low < score.high < 0.5


def test_a_higher_level_widens_the_interval():
    always_up, right = [UP] * 40, [UP, DOWN] * 20
    usual = difference(right, always_up)
    strict = difference(right, always_up, level=0.999)
    assert strict.low < usual.low
    assert strict.high > usual.high


def test_one_seed_gives_one_interval():
    right, always_up = [UP, DOWN] * 20, [UP] * 40
    assert difference(right, always_up, seed=3) == difference(right, always_up, seed=3)


def test_too_few_groups_leave_the_difference_open():
    score = difference([UP, DOWN] * 20, [UP] * 40, groups=[0, 1] * 20)
    assert (score.value, score.low, score.note) == (0.5, None, "too few groups (2)")


def test_an_unknown_metric_is_refused():
    with pytest.raises(EvaluationError, match="metric='f1', expected one of"):
        difference([UP] * 40, [UP] * 40, metric="f1")
