import pytest

from stancekit.evaluation import Score
from stancekit.reporting import numbers


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        pytest.param(Score(0.5, 0.4, 0.6), True, id="interval"),
        pytest.param(Score(0.5), False, id="none given"),
        pytest.param(Score(1.0, 1.0, 1.0), False, id="no width"),
    ],
)
def test_an_interval_has_to_say_something(score, expected):
    assert numbers.has_interval(score) is expected


def test_what_is_not_known_is_a_dash():
    assert numbers.number(None) == numbers.interval(Score(0.5)) == numbers.thousands(None) == "–"
