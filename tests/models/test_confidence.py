from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.base import BaseEstimator, ClassifierMixin

from stancekit.errors import ModelError
from stancekit.models.confidence import (
    Confidence,
    label_sets,
    read_confidence,
    write_confidence,
)


def drawn(n, *, groups=None, seed=0, sharpness=0.6):
    """Rows whose probabilities are right, and gold labels drawn from them."""
    random = np.random.default_rng(seed)
    proba = random.dirichlet([sharpness] * 3, size=n)
    codes = np.array([random.choice(3, p=row) for row in proba])
    targets = np.eye(3)[codes]
    return proba, codes, Confidence.of(proba, targets, np.arange(n) if groups is None else groups)


def test_a_threshold_is_the_lowest_above_which_the_precision_is_shown():
    # Ninety-five of a hundred rows at 0.9 are right, none of a hundred at 0.6. Wilson's one-sided
    # bound of 0.95 at n = 100: (0.95 + 0.01353 - 1.645 * sqrt(0.000475 + 0.0000676)) / 1.02706.
    proba = np.repeat([[0.9, 0.1], [0.6, 0.4]], 100, axis=0)
    right = np.concatenate([np.arange(100) < 95, np.zeros(100, bool)])
    targets = np.stack([right, ~right], axis=1).astype(float)
    known = Confidence.of(proba, targets, np.arange(200))
    bound = (0.95 + 0.0135302 - 1.645 * np.sqrt(0.0475 / 100 + 0.00006765)) / 1.0270603
    assert known.threshold(bound - 0.0005) == 0.9
    with pytest.raises(ModelError, match=rf"at most {bound:.3f} is shown"):
        known.threshold(bound + 0.0005)
    assert known.threshold(0.4) == 0.6


def test_rows_of_one_probability_are_not_divided():
    proba = np.full((50, 2), 0.5)
    targets = np.eye(2)[[0] * 49 + [1]]
    assert Confidence.of(proba, targets, np.arange(50)).threshold(0.9) == 0.5


@pytest.mark.parametrize("precision", [0.7, 0.8, 0.9])
def test_the_precision_holds_on_new_rows(precision):
    kept = [precision_on_new_rows(precision, seed) for seed in range(20)]
    assert np.mean(kept) >= precision
    # The bound is that of one threshold; choosing among many costs a little.
    assert np.mean([share >= precision for share in kept]) >= 0.8


def precision_on_new_rows(precision, seed):
    threshold = drawn(1000, seed=seed, sharpness=0.3)[2].threshold(precision)
    proba, codes, _ = drawn(5000, seed=seed + 1000, sharpness=0.3)
    sure = proba.max(axis=1) >= threshold
    return np.mean(proba.argmax(axis=1)[sure] == codes[sure])


@pytest.mark.parametrize("coverage", [0.8, 0.9, 0.95])
def test_sets_cover_new_rows_as_often_as_asked(coverage):
    covered = []
    for seed in range(100):
        least = drawn(200, seed=seed)[2].least_probability(coverage)
        proba, codes, _ = drawn(500, seed=seed + 1000)
        covered.append(np.mean(label_sets(proba, least)[np.arange(500), codes]))
    assert np.mean(covered) == pytest.approx(coverage, abs=0.012)


def test_sets_cover_rows_of_new_groups():
    """Rows of a group share a fault: their probabilities are tilted towards the same label."""
    random = np.random.default_rng(3)
    covered = []
    for _ in range(60):
        proba, codes, groups = tilted(random, n_groups=40)
        known = Confidence.of(proba, np.eye(3)[codes], groups)
        proba, codes, _ = tilted(random, n_groups=40)
        sets = label_sets(proba, known.least_probability(0.9))
        covered.append(np.mean(sets[np.arange(len(codes)), codes]))
    assert 0.89 <= np.mean(covered) <= 0.94


def tilted(random, *, n_groups):
    groups = np.repeat(np.arange(n_groups), 10)
    true = random.dirichlet([0.8] * 3, size=len(groups))
    codes = np.array([random.choice(3, p=row) for row in true])
    said = true * np.exp(random.normal(size=(n_groups, 3)))[groups]
    return said / said.sum(axis=1, keepdims=True), codes, groups


class Given(ClassifierMixin, BaseEstimator):
    """A classifier whose features are its probabilities."""

    def fit(self, X, y):
        self.classes_ = np.unique(y)
        return self

    def predict_proba(self, X):
        return X

    def predict(self, X):
        return self.classes_[X.argmax(axis=1)]


@pytest.mark.parametrize("coverage", [0.8, 0.9, 0.95])
def test_sets_are_those_of_mapie(coverage):
    mapie = pytest.importorskip("mapie.classification")
    proba, codes, known = drawn(300)
    new, _, _ = drawn(400, seed=9)
    theirs = mapie.SplitConformalClassifier(
        Given().fit(proba, codes), confidence_level=coverage, conformity_score="lac"
    )
    theirs.conformalize(proba, codes)
    expected = theirs.predict_set(new)[1][:, :, 0]
    found = label_sets(new, known.least_probability(coverage))
    # Where theirs is empty, ours has the most probable label.
    named = expected.any(axis=1)
    assert np.array_equal(found[named], expected[named])
    assert (found[~named].sum(axis=1) == 1).all()


def test_so_few_groups_that_nothing_is_shown_give_all_labels():
    proba, _, known = drawn(12, groups=np.repeat([0, 1], 6))
    assert label_sets(proba, known.least_probability(0.9)).all()


def test_a_soft_label_counts_in_shares():
    proba = np.array([[0.7, 0.3]] * 20)
    known = Confidence.of(proba, np.array([[0.5, 0.5]] * 20), np.arange(20))
    assert known.right.tolist() == [0.5] * 20
    assert known.least_probability(0.5) == pytest.approx(0.3)
    assert known.least_probability(0.4) == pytest.approx(0.7)


def test_what_is_written_is_read_again(tmp_path):
    known = drawn(50)[2]
    write_confidence(tmp_path, {"outlook": known})
    read = read_confidence(tmp_path)["outlook"]
    for name in ("probable", "right", "strangeness", "weights", "n_groups"):
        assert np.array_equal(getattr(read, name), getattr(known, name))


def test_a_model_without_held_out_rows_has_none(tmp_path):
    assert read_confidence(tmp_path) == {}


@settings(deadline=None, max_examples=50)
@given(st.integers(1, 60), st.floats(0.05, 0.95), st.integers(0, 1000))
def test_a_higher_coverage_never_makes_a_set_smaller(n, coverage, seed):
    proba, _, known = drawn(n, seed=seed)
    smaller = label_sets(proba, known.least_probability(coverage))
    larger = label_sets(proba, known.least_probability(min(1.0, coverage + 0.05)))
    assert (larger | ~smaller).all()
