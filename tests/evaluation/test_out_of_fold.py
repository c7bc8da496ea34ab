import numpy as np
import pytest

from stancekit.evaluation.out_of_fold import MAX_FIT, TextProbe, labelled_folds, out_of_fold


@pytest.mark.parametrize("n_groups", [6, 3000], ids=["stratified", "many-groups"])
def test_folds_hold_every_labelled_row_out_once_and_keep_groups_whole(n_groups):
    generator = np.random.default_rng(3)
    groups = generator.integers(n_groups, size=2 * n_groups).tolist()
    codes = generator.integers(-1, 3, size=2 * n_groups)
    folds = labelled_folds(codes, groups, seed=1)
    held_out = np.concatenate([rows for _, rows in folds])
    assert sorted(held_out.tolist()) == np.flatnonzero(codes >= 0).tolist()
    for fit, rows in folds:
        assert not {groups[row] for row in fit} & {groups[row] for row in rows}


def test_so_many_rows_are_fitted_at_most():
    codes = np.arange(4 * MAX_FIT) % 2
    folds = labelled_folds(codes, list(range(len(codes))), seed=1)
    assert {len(fit) for fit, _ in folds} == {MAX_FIT}


@pytest.mark.parametrize(
    ("codes", "groups"),
    [([0, 1, 1], ["a", "a", "a"]), ([-1, -1], ["a", "b"]), ([], [])],
    ids=["one-group", "no-labels", "no-rows"],
)
def test_without_two_groups_there_is_no_fold(codes, groups):
    assert labelled_folds(np.array(codes, dtype=np.int64), groups, seed=0) == []


def test_a_fold_that_cannot_be_learned_from_stays_unknown():
    # Of two folds, the one to fit on for the second has one label only.
    codes = np.array([0, 0, 1, 1])
    folds = [(np.array([0, 1]), np.array([2, 3])), (np.array([1, 2]), np.array([0]))]
    proba = out_of_fold(codes, folds, 2, lambda _, rows: np.tile([0.25, 0.75], (len(rows), 1)))
    assert np.isnan(proba[[1, 2, 3]]).all()
    assert proba[0].tolist() == [0.25, 0.75]


def test_the_text_probe_learns_what_words_say():
    texts = ["the talks will fail soon", "the talks will go well"] * 20
    codes = np.array([0, 1] * 20)
    folds = labelled_folds(codes, list(range(40)), seed=0)
    proba = out_of_fold(codes, folds, 3, TextProbe(texts).predictor(codes, 3))
    assert (proba.argmax(axis=1) == codes).all()
    assert proba[:, 2].max() == 0


def test_the_text_probe_without_a_common_word_knows_the_shares_only():
    codes = np.array([0, 1, 1])
    predict = TextProbe(["one", "two", "three"]).predictor(codes, 2)
    assert predict(np.array([0, 1, 2]), np.array([0])).tolist() == [[1 / 3, 2 / 3]]
