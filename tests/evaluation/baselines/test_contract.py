"""What holds of each baseline that is fitted, whatever it reads."""

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone

from stancekit.evaluation import (
    EvaluationError,
    KeywordBaseline,
    NameOnlyBaseline,
    SentimentBaseline,
    TfidfBaseline,
    majority_proba,
)

LABELS = ["up", "down", "none"]
FRAME = pd.DataFrame(
    {
        "text": ["A great success.", "A terrible failure.", "They met on Monday."] * 10,
        "speaker": ["Noh Taek-jin", "Baek Ro-eun", "Gu Yanzhou"] * 10,
    }
)
Y = LABELS * 10

pytestmark = pytest.mark.parametrize(
    "kind", [KeywordBaseline, NameOnlyBaseline, SentimentBaseline, TfidfBaseline]
)


def test_it_learns_in_the_order_of_the_labels(kind):
    proba = kind(LABELS).fit(FRAME, Y).predict_proba(FRAME)
    assert [LABELS[place] for place in proba.argmax(axis=1)] == Y
    np.testing.assert_allclose(proba.sum(axis=1), 1)


def test_null_labels_are_left_out(kind):
    y = [None if label == "down" else label for label in Y]
    kept = [label is not None for label in y]
    found = kind(LABELS).fit(FRAME, y).predict_proba(FRAME)
    alone = kind(LABELS).fit(FRAME[kept], [label for label in y if label is not None])
    np.testing.assert_array_equal(found, alone.predict_proba(FRAME))
    assert (found[:, 1] == 0).all()


@pytest.mark.parametrize(
    ("frame", "y"),
    [
        pytest.param(FRAME, ["down"] * 30, id="one label"),
        pytest.param(FRAME.assign(text="", speaker=None), Y, id="nothing to read"),
        pytest.param(FRAME[:1], ["up"], id="one row"),
    ],
)
def test_without_anything_to_learn_it_is_the_majority(kind, frame, y):
    proba = kind(LABELS).fit(frame, y).predict_proba(FRAME)
    np.testing.assert_allclose(proba, majority_proba(y, LABELS, 30), atol=1e-12)


def test_a_row_of_which_nothing_is_known_gets_the_training_shares(kind):
    y = ["none" if label == "down" else label for label in Y]
    unknown = pd.DataFrame({"text": ["", "."], "speaker": [None, "Dang"]})
    proba = kind(LABELS).fit(FRAME, y).predict_proba(unknown[:1])
    np.testing.assert_allclose(proba, [[1 / 3, 0, 2 / 3]])


def test_no_rows_get_no_probabilities(kind):
    assert kind(LABELS).fit(FRAME, Y).predict_proba(FRAME[:0]).shape == (0, 3)


def test_it_is_a_scikit_learn_citizen(kind):
    baseline = kind(LABELS)
    assert clone(baseline).get_params() == baseline.get_params()
    first = baseline.fit(FRAME, Y).predict_proba(FRAME)
    np.testing.assert_array_equal(baseline.fit(FRAME, Y).predict_proba(FRAME), first)


def test_training_without_labels_or_with_too_few_is_refused(kind):
    with pytest.raises(EvaluationError, match="all 30 rows are null"):
        kind(LABELS).fit(FRAME, [None] * 30)
    with pytest.raises(EvaluationError, match="found 1 labels, expected 30"):
        kind(LABELS).fit(FRAME, ["down"])
