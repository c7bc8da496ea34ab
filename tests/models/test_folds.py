from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.models.folds import make_folds


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 6)), min_size=2, max_size=40),
    st.integers(2, 6),
    st.booleans(),
)
def test_folds_divide_all_rows_and_keep_groups_whole(drawn, n_folds, grouped):
    codes = np.array([code for code, _ in drawn])
    groups = [group for _, group in drawn] if grouped else None
    folds = make_folds(codes, groups, n_folds, seed=0)
    if not folds:
        return
    held_out = np.concatenate([validation for _, validation in folds])
    assert sorted(held_out.tolist()) == list(range(len(codes)))
    for train, validation in folds:
        assert set(train) | set(validation) == set(range(len(codes)))
        if groups is not None:
            assert not {groups[row] for row in train} & {groups[row] for row in validation}


def test_the_seed_draws_other_folds():
    codes = np.array([0, 1] * 20)
    same = [make_folds(codes, None, 4, seed=1)[0][1].tolist() for _ in range(2)]
    assert same[0] == same[1]
    assert make_folds(codes, None, 4, seed=2)[0][1].tolist() != same[0]


@pytest.mark.parametrize(
    ("codes", "groups", "n_folds"),
    [
        ([0, 1] * 10, None, 5),
        ([0, 0, 0, 1, 1, 1, 1], None, 4),
        ([0, 0, 1, 1], list("abcd"), 2),
        ([0, 1] * 10, ["a", "b"] * 10, 2),
        ([0, 1] * 10, ["a"] * 20, 0),
        ([0, 1], list("ab"), 0),
    ],
    ids=["enough", "few-of-a-label", "few-of-each-label", "two-groups", "one-group", "one-of-each"],
)
def test_there_are_fewer_folds_where_rows_are_few(codes, groups, n_folds):
    assert len(make_folds(np.array(codes), groups, 5, seed=0)) == n_folds
