"""Folded tables say what scikit-learn's matrices say."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
import scipy.sparse as sp
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from stancekit.models.linear.counts import count_passages
from stancekit.models.linear.estimator import LinearStanceClassifier
from stancekit.models.linear.options import LinearOptions
from stancekit.models.linear.proportional import merge_proportional
from stancekit.models.linear.tokens import tokenize
from stancekit.models.linear.weighting import fit_space, to_features
from stancekit.models.masking import masked_texts
from stancekit.models.passages import to_columns

BARE = {"characters": None, "bigrams": False, "pairs": 0, "near": 0}
LABELS = {"optimistic": 0, "pessimistic": 1, "none": 2}


def fit(X, y, options):
    model = LinearStanceClassifier(options={"C": [1.0], "folds": 2, **options})
    return model.fit(X, y[["outlook"]])


def centred(logits):
    """Take out what softmax does not see: a number added to all labels of a row."""
    return logits - logits.mean(axis=1, keepdims=True)


@pytest.mark.parametrize(
    "options",
    [
        BARE,
        {**BARE, "bigrams": True},
        {**BARE, "pairs": 5},
        {**BARE, "characters": (2, 5)},
        {},
        {"min_df": 2},
        {"near": 3, "target": True},
    ],
    ids=["words", "bigrams", "pairs", "characters", "all", "frequent-only", "targets"],
)
def test_scores_are_the_features_times_the_coefficients(frames, options):
    X, y = frames
    options = dict(options)
    if options.pop("target", False):
        X = X.assign(target=["ferry talks", "the crews", "owners"] * 13 + [None])
    columns, checked = to_columns(X), LinearOptions(**options)
    has_targets = "target" in X
    counts = count_passages(columns, masked_texts(columns), checked, targets=has_targets)
    space = fit_space(counts, np.arange(len(X)), checked.min_df)
    features = to_features(counts, space)
    reference = LogisticRegression(C=1.0, class_weight="balanced", max_iter=1000)
    merged = merge_proportional(features)
    reference.fit(merged.features, sorted_codes(y))
    model = fit(X, y, options)
    expected = features @ merged.expand(reference.coef_).T + reference.intercept_
    found = model.scorer_.logits(X)["outlook"]
    np.testing.assert_allclose(centred(found), centred(expected), atol=1e-5)


def sorted_codes(y):
    names = sorted(LABELS)
    return [names.index(label) for label in y["outlook"]]


def test_words_and_bigrams_of_new_texts_are_those_of_scikit_learn(rows, frames):
    """No matrix of ours takes part: scikit-learn vectorises, fits, and scores texts never seen."""
    _, y = frames
    texts = [row["text"] for row in rows]
    new = ["The crews fear a deal, and fear it again.", "Talks? Unheard talks will fail!", ""]

    def bigrams(text):
        words = tokenize(text)
        return [*pairwise(words)]

    blocks = [
        (0.5, TfidfVectorizer(analyzer=tokenize, sublinear_tf=True)),
        (1.0, TfidfVectorizer(analyzer=bigrams, sublinear_tf=True)),
    ]
    train = sp.hstack([scale * block.fit_transform(texts) for scale, block in blocks])
    test = sp.hstack([scale * block.transform(new) for scale, block in blocks])
    reference = LogisticRegression(C=1.0, class_weight="balanced", max_iter=1000)
    reference.fit(train, sorted_codes(y))
    # bigrams with a word that training lacks are no features here either
    model = fit(texts, y, {**BARE, "bigrams": True})
    np.testing.assert_allclose(
        centred(model.scorer_.logits(new)["outlook"]),
        centred(reference.decision_function(test)),
        atol=1e-4,
    )


def test_relation_features_differ_by_target():
    text = "The ferry talks will fail"
    rows = [{"text": text, "target": target} for target in ("ferry talks", "school meals")] * 6
    model = LinearStanceClassifier(options={**BARE, "C": [1.0], "folds": 2})
    model.fit(rows, pd.DataFrame({"topic": ["on", "off"] * 6}))
    read = model.scorer_._read(to_columns(rows[:2]))
    on, off = model.scorer_.parts.relation.features(read.unmarked, read.targets, read.prefix_ids)
    # all of the target's words, one at least, two of five words of the text (capped), then cosines
    assert on[:3].tolist() == [1.0, 1.0, 1.0]
    assert off[:3].tolist() == [0.0, 0.0, 0.0]
    assert on[3] > off[3]
