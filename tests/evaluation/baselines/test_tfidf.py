import numpy as np
import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from stancekit.evaluation import TfidfBaseline

LABELS = ["up", "down"]
TEXTS = ["Talks will resume soon", "Talks will not resume", "A deal is near", "A deal is far"] * 5
Y = ["up", "down"] * 10


def test_it_is_the_pipeline_of_scikit_learn():
    features = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    X = features.fit_transform(TEXTS)
    options = {"C": 10.0, "class_weight": "balanced", "max_iter": 1000, "solver": "newton-cg"}
    expected = LogisticRegression(**options).fit(X, Y)
    # scikit-learn sorts its labels: down, up
    found = TfidfBaseline(LABELS).fit(pd.DataFrame({"text": TEXTS}), Y)
    new = ["Will talks resume?", "A far deal", "Talks"]
    np.testing.assert_allclose(
        found.predict_proba(pd.DataFrame({"text": new})),
        expected.predict_proba(features.transform(new))[:, ::-1],
        atol=1e-6,
    )


def test_the_order_of_words_is_read():
    texts = ["talks not sanctions", "sanctions not talks"] * 10
    frame = pd.DataFrame({"text": texts})
    proba = TfidfBaseline(LABELS).fit(frame, Y).predict_proba(frame)
    assert [LABELS[place] for place in proba.argmax(axis=1)] == Y


def test_the_target_is_read_where_there_is_one():
    frame = pd.DataFrame({"text": ["They back it."] * 20, "target": ["dam", "bridge"] * 10})
    baseline = TfidfBaseline(LABELS).fit(frame, Y)
    proba = baseline.predict_proba(pd.DataFrame({"text": ["", ""], "target": ["dam", None]}))
    assert proba[0].argmax() == 0
    np.testing.assert_allclose(proba[1], [0.5, 0.5])
