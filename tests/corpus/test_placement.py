import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit.corpus.placement import place_groups


def place(groups, labels, shares=(0.75, 0.25), seed=0):
    return place_groups(np.asarray(groups), labels, shares, seed=seed)


def test_each_side_gets_its_share_of_each_label_of_each_axis():
    axis = ["for"] * 40 + ["against"] * 20 + [None] * 20
    other = ["high", "low"] * 40

    side = place(range(80), [axis, other])

    for labels in (axis, other):
        for label in {word for word in labels if word}:
            held = np.array([word == label for word in labels])
            assert (side[held] == 1).mean() == pytest.approx(0.25)


def test_a_rare_label_in_two_groups_stands_on_both_sides():
    axis = ["rare", *["common"] * 38, "rare"]

    for seed in range(20):
        side = place(range(40), [axis], shares=(0.9, 0.1), seed=seed)
        assert {side[0], side[39]} == {0, 1}


def test_a_large_group_goes_where_it_fits():
    groups = [0] * 70 + [1] * 10 + [2] * 10 + [3] * 10

    side = place(groups, [], shares=(0.7, 0.3))

    assert np.bincount(side).tolist() == [70, 30]


def test_a_group_too_large_for_a_side_is_not_put_there():
    groups = [0] * 50 + [1] * 40 + [2] * 5 + [3] * 5

    for seed in range(5):
        side = place(groups, [], shares=(0.8, 0.2), seed=seed)
        assert np.bincount(side).tolist() == [90, 10]


def test_no_side_stays_empty_while_there_are_groups_enough():
    for n_groups in range(3, 8):
        assert set(place(range(n_groups), [], shares=(0.98, 0.01, 0.01))) == {0, 1, 2}


def test_one_seed_gives_one_placement_and_another_seed_another():
    labels = [["a", "b"] * 50]

    first, again, other = (place(range(100), labels, seed=seed) for seed in (1, 1, 2))

    assert first.tolist() == again.tolist()
    assert first.tolist() != other.tolist()


@given(
    st.lists(st.tuples(st.integers(0, 8), st.sampled_from(["a", "b", None])), min_size=1),
    st.integers(0, 5),
)
def test_groups_are_never_parted(rows, seed):
    _, groups = np.unique([group for group, _ in rows], return_inverse=True)

    side = place(groups, [[label for _, label in rows]], seed=seed)

    for group in set(groups.tolist()):
        assert len(set(side[groups == group].tolist())) == 1
