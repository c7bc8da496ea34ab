import numpy as np
import pandas as pd
import pytest

from stancekit.evaluation import NameOnlyBaseline, majority_proba

LABELS = ["hawkish", "dovish", "none"]
FRAME = pd.DataFrame(
    {
        "text": ["..."] * 12,
        "speaker": ["Noh Taek-jin", "Baek Ro-eun", None] * 4,
        "affiliation": ["Namsan Council", "Hangang Forum", None] * 4,
    }
)
Y = ["hawkish", "dovish", "none"] * 4
SHARES = [1 / 3, 1 / 3, 1 / 3]


def predicted(baseline, **columns):
    proba = baseline.predict_proba(pd.DataFrame(columns))
    return [LABELS[i] for i in proba.argmax(axis=1)]


def test_it_learns_who_says_what():
    baseline = NameOnlyBaseline(LABELS).fit(FRAME, Y)
    assert baseline.columns_ == ("speaker", "affiliation")
    assert predicted(baseline, speaker=["Noh Taek-jin", "Baek Ro-eun"]) == ["hawkish", "dovish"]


def test_a_new_speaker_of_a_known_institute_is_judged_by_it():
    baseline = NameOnlyBaseline(LABELS).fit(FRAME, Y)
    found = predicted(baseline, speaker=["Gu Yanzhou"], affiliation=["the Hangang Forum"])
    assert found == ["dovish"]


@pytest.mark.parametrize(
    "frame",
    [
        pytest.param(pd.DataFrame({"speaker": [None, None]}), id="null"),
        pytest.param(pd.DataFrame({"speaker": ["Gu Yanzhou", "Dang"]}), id="never seen"),
        pytest.param(pd.DataFrame({"text": ["a", "b"]}), id="no name columns"),
    ],
)
def test_a_row_of_which_nothing_is_known_gets_the_training_shares(frame):
    proba = NameOnlyBaseline(LABELS).fit(FRAME, Y).predict_proba(frame)
    assert proba.tolist() == pytest.approx(np.array([SHARES] * 2))


@pytest.mark.parametrize(
    ("frame", "y"),
    [
        pytest.param(FRAME[["text"]], Y, id="no names in training"),
        pytest.param(FRAME, ["dovish"] * 12, id="one label in training"),
    ],
)
def test_without_anything_to_learn_it_is_the_majority(frame, y):
    proba = NameOnlyBaseline(LABELS).fit(frame, y).predict_proba(FRAME)
    np.testing.assert_allclose(proba, majority_proba(y, LABELS, 12))


def test_it_never_reads_the_text():
    other = FRAME.assign(text=[f"Sanctions {i}" for i in range(12)])
    first, second = (NameOnlyBaseline(LABELS).fit(frame, Y) for frame in (FRAME, other))
    np.testing.assert_array_equal(first.predict_proba(FRAME), second.predict_proba(other))


def test_its_columns_are_speaker_affiliation_and_outlet():
    assert NameOnlyBaseline(LABELS, C=0.5).get_params() == {
        "labels": LABELS,
        "columns": ("speaker", "affiliation", "outlet"),
        "C": 0.5,
    }
