from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit.evaluation.letters import letters


@pytest.mark.parametrize(
    ("n", "apart", "expected"),
    [
        pytest.param(3, [], ["a", "a", "a"], id="all alike"),
        pytest.param(3, [(0, 1), (0, 2), (1, 2)], ["a", "b", "c"], id="all told apart"),
        pytest.param(3, [(0, 2)], ["a", "ab", "b"], id="the middle is like both"),
        pytest.param(4, [(0, 2), (0, 3), (1, 3)], ["a", "ab", "bc", "c"], id="a chain"),
        pytest.param(3, [(0, 1)], ["a", "b", "ab"], id="a wide interval below"),
        pytest.param(1, [], ["a"], id="one alone"),
    ],
)
def test_models_share_a_letter_exactly_where_they_are_not_told_apart(n, apart, expected):
    assert letters(n, apart) == expected


@given(st.data())
def test_two_share_a_letter_if_and_only_if_they_are_not_told_apart(data):
    n = data.draw(st.integers(2, 7))
    pairs = list(combinations(range(n), 2))
    apart = data.draw(st.sets(st.sampled_from(pairs)))
    shown = letters(n, apart)
    for one, other in pairs:
        assert bool(set(shown[one]) & set(shown[other])) == ((one, other) not in apart)
    assert "a" in shown[0]
