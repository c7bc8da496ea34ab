"""Probabilities of rows that a model was not fitted on, from folds that keep groups whole."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedGroupKFold

from stancekit.evaluation.rows import FloatArray, IntArray

FitPredict = Callable[[IntArray, IntArray], FloatArray]
"""Fit on the first rows, give the probabilities of the second, shape (n, labels)."""

Folds = Sequence[tuple[IntArray, IntArray]]
"""Rows to fit on and rows held out, fold by fold."""

MAX_FIT = 5_000
"""Rows that a fold's model is fitted on at most: what it is for needs no more."""

_MAX_FEATURES = 30_000
_MANY_GROUPS = 2_000


def labelled_folds(
    codes: IntArray, groups: Sequence[Any], *, seed: int, n_splits: int = 5
) -> Folds:
    """Divide the labelled rows into folds that keep groups whole.

    They are stratified by label where there are few enough groups for that to matter.

    Parameters
    ----------
    codes
        The label of each row, as its number; -1 where it has none.
    groups
        What must not be on both sides of a fold.

    Returns
    -------
    No fold where the labelled rows are of fewer than two groups. At most `MAX_FIT` rows are to be
    fitted on, drawn at random where there are more.
    """
    rows = np.flatnonzero(codes >= 0)
    names = np.asarray(list(groups), dtype=str)[rows]
    own = np.unique(names, return_inverse=True)[1]
    n_groups = int(own.max(initial=-1)) + 1
    n_splits = min(n_splits, n_groups)
    if n_splits < 2:
        return []
    generator = np.random.default_rng(seed)
    is_stratified = n_groups <= _MANY_GROUPS and np.bincount(codes[rows]).max() >= n_splits
    divide = _stratified if is_stratified else _shuffled
    folds = []
    for fit, held_out in divide(codes[rows], own, n_splits, seed):
        drawn = fit if len(fit) <= MAX_FIT else generator.choice(fit, MAX_FIT, replace=False)
        folds.append((rows[np.sort(drawn)], rows[held_out]))
    return folds


def out_of_fold(
    codes: IntArray, folds: Folds, n_labels: int, fit_predict: FitPredict
) -> FloatArray:
    """Give each row's probabilities by a model that was not fitted on its fold.

    Returns
    -------
    Shape (n, labels); NaN for rows of no fold, and for a fold whose rows to fit on have one label
    only.
    """
    proba: FloatArray = np.full((len(codes), n_labels), np.nan)
    for fit, held_out in folds:
        if len(np.unique(codes[fit])) > 1:
            proba[held_out] = fit_predict(fit, held_out)
    return proba


def _stratified(codes: IntArray, groups: IntArray, n_splits: int, seed: int) -> Any:
    splitter = StratifiedGroupKFold(n_splits, shuffle=True, random_state=seed)
    with warnings.catch_warnings():
        # Of a label with fewer rows than folds, which some folds then lack.
        warnings.filterwarnings("ignore", message="The least populated class", category=UserWarning)
        return list(splitter.split(codes, codes, groups))


def _shuffled(_: IntArray, groups: IntArray, n_splits: int, seed: int) -> Any:
    side = np.random.default_rng(seed).permutation(int(groups.max()) + 1)[groups] % n_splits
    return [(np.flatnonzero(side != n), np.flatnonzero(side == n)) for n in range(n_splits)]


class TextProbe:
    """Logistic regression over the words and word pairs of texts, for looking at data.

    One plain model for every axis: the features are those of all texts, which says nothing of
    their labels, and are counted once.
    """

    def __init__(self, texts: Sequence[str]) -> None:
        vectorizer = TfidfVectorizer(
            ngram_range=(1, 2), min_df=2, max_features=_MAX_FEATURES, sublinear_tf=True
        )
        try:
            self._features = vectorizer.fit_transform(texts)
        except ValueError:  # no word occurs twice
            self._features = None

    def predictor(self, codes: IntArray, n_labels: int) -> FitPredict:
        """Give what fits and predicts one axis."""

        def fit_predict(fit: IntArray, held_out: IntArray) -> FloatArray:
            proba: FloatArray = np.zeros((len(held_out), n_labels))
            if self._features is None:
                proba[:] = np.bincount(codes[fit], minlength=n_labels) / len(fit)
                return proba
            model = LogisticRegression(C=5.0, max_iter=200)
            model.fit(self._features[fit], codes[fit])
            proba[:, model.classes_] = model.predict_proba(self._features[held_out])
            return proba

        return fit_predict
