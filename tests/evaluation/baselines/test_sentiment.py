import subprocess
import sys

import numpy as np
import pandas as pd
import pytest
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

from stancekit.evaluation import SentimentBaseline
from stancekit.evaluation.baselines import reads_sentiment
from stancekit.evaluation.baselines.sentiment import SENTIMENT_COLUMNS, with_sentiment

ENGLISH = "The talks are a great success of the two sides."
GERMAN = "Die Lage war ernst, sagte sie, und die Gespräche ruhen."


def of(*texts):
    return pd.DataFrame({"text": list(texts)})


def test_scores_are_those_of_vader():
    found = with_sentiment(of(ENGLISH, "Not good!"))
    for row, text in enumerate(found["text"]):
        scores = SentimentIntensityAnalyzer().polarity_scores(text)
        expected = [scores[name] for name in ("neg", "neu", "pos", "compound")]
        assert found.loc[row, list(SENTIMENT_COLUMNS)].tolist() == expected


def test_scores_that_a_frame_has_are_not_made_again():
    frame = with_sentiment(of("A great success.", "A terrible failure.").loc[[0, 1] * 5])
    y = ["good", "bad"] * 5
    own = SentimentBaseline(["good", "bad"]).fit(frame[["text"]], y).predict_proba(frame[["text"]])
    shared = SentimentBaseline(["good", "bad"]).fit(frame, y)
    np.testing.assert_array_equal(shared.predict_proba(frame), own)
    # what is read is the scores, not the text
    np.testing.assert_array_equal(shared.predict_proba(frame.assign(text="?")), own)


def test_a_long_text_is_read_up_to_its_thousandth_word():
    good = "good " * 999
    found = with_sentiment(of(good + "bad", good + "bad bad", good + "good bad"))
    scores = found[list(SENTIMENT_COLUMNS)].to_numpy()
    np.testing.assert_array_equal(scores[0], scores[1])
    assert scores[2, 0] == 0 < scores[1, 0]


def test_words_without_a_tone_are_not_read():
    y = ["good", "bad"] * 5
    frame = of("A great success.", "A terrible failure.").loc[[0, 1] * 5]
    baseline = SentimentBaseline(["good", "bad"]).fit(frame, y)
    first, second = baseline.predict_proba(of("The envoy met them.", "The bank paid it."))
    np.testing.assert_allclose(first, second)


@pytest.mark.parametrize(
    ("texts", "reads"),
    [
        pytest.param([ENGLISH], True, id="english"),
        pytest.param([ENGLISH] + ["They met on the Monday of that week."] * 10, True, id="some"),
        pytest.param(["They met on the Monday of that week."] * 10, False, id="no tone"),
        pytest.param([GERMAN], False, id="another language with words of the lexicon"),
        pytest.param(["양측은 대화를 재개할 것이다."], False, id="another script"),
        pytest.param([""], False, id="no words"),
        pytest.param([], False, id="no texts"),
    ],
)
def test_only_english_with_a_tone_is_read(texts, reads):
    assert reads_sentiment(of(*texts)) is reads


def test_vader_waits_until_it_is_used():
    code = "import sys, stancekit.evaluation.baselines; sys.exit('vaderSentiment' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
