"""The tone of a text, by a lexicon of English words: how far tone alone gives a label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Self

import numpy as np
import pandas as pd
from scipy import sparse
from sklearn.base import BaseEstimator
from sklearn.linear_model import LogisticRegression
from sklearn.utils.validation import check_is_fitted

from stancekit.evaluation.baselines.seen_rows import SeenRowsClassifier
from stancekit.evaluation.baselines.shares import labelled_rows
from stancekit.evaluation.rows import FloatArray

SENTIMENT_COLUMNS = ("vader_neg", "vader_neu", "vader_pos", "vader_compound")
"""Under which a frame has the scores of its texts, where they were made before."""

_MOST_WORDS = 1000
_LEAST_TEXTS = 0.05
_LEAST_ENGLISH = 0.05
_ENGLISH = frozenset(["and", "have", "of", "that", "the", "they", "this", "to", "which", "with"])
_WORD = re.compile(r"[^\W\d_]+")


class SentimentBaseline(BaseEstimator):  # type: ignore[misc]
    """Logistic regression over the four scores that VADER gives a text.

    VADER (Hutto and Gilbert 2014, ICWSM) adds up the tone of the words that its English lexicon
    has, with rules for negation, degree and emphasis, to shares of negative, neutral and positive
    words and a compound. A model that does no better has learnt tone, which is not stance: a
    threat may be worded politely, and a warning of war may plead for peace.

    Labels count alike however rare they are, since macro F1 counts them so. Four scores tell so
    little of a rare label that the baseline would otherwise be the majority one again.

    Parameters
    ----------
    labels
        The axis' labels in codebook order: the order of the probability columns.
    C
        Inverse strength of the L2 penalty.
    class_weight
        As scikit-learn has it; ``None`` counts every text alike instead.

    Examples
    --------
    >>> frame = pd.DataFrame({"text": ["A great success.", "A terrible failure."] * 5})
    >>> baseline = SentimentBaseline(["bad", "good"]).fit(frame, ["good", "bad"] * 5)
    >>> [baseline.labels[i] for i in baseline.predict_proba(frame[:2]).argmax(axis=1)]
    ['good', 'bad']
    """

    def __init__(
        self, labels: Sequence[str], *, C: float = 1.0, class_weight: str | None = "balanced"
    ) -> None:
        self.labels = labels
        self.C = C
        self.class_weight = class_weight

    def fit(self, frame: pd.DataFrame, y: Sequence[str | None]) -> Self:
        """Learn which label goes with which tone; rows with a null label are left out."""
        labelled, codes = labelled_rows(frame, y, self.labels, name="sentiment-only")
        self.classes_ = np.asarray(list(self.labels), dtype=object)
        regression = LogisticRegression(C=self.C, class_weight=self.class_weight, max_iter=1000)
        self.model_ = SeenRowsClassifier(regression, len(self.labels))
        self.model_.fit(_features(labelled), codes)
        return self

    def predict_proba(self, frame: pd.DataFrame) -> FloatArray:
        """Give the probabilities of the labels, shape (n, labels), in the order of `labels`."""
        check_is_fitted(self)
        return self.model_.predict_proba(_features(frame))


def with_sentiment(frame: pd.DataFrame) -> pd.DataFrame:
    """Give the frame with the scores of its texts beside them, so that axes can share them.

    Examples
    --------
    >>> with_sentiment(pd.DataFrame({"text": ["A good talk."]})).filter(like="vader").round(3)
       vader_neg  vader_neu  vader_pos  vader_compound
    0        0.0      0.408      0.592            0.44
    """
    scores = sentiment_scores([str(text) for text in frame["text"]])
    return frame.assign(**dict(zip(SENTIMENT_COLUMNS, scores.T, strict=True)))


def sentiment_scores(texts: Sequence[str]) -> FloatArray:
    """Give each text's negative, neutral, positive and compound score, shape (n, 4).

    The first 1,000 words of a text are read: VADER's time grows with the square of their number.
    """
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    scores = np.zeros((len(texts), 4))
    for row, text in enumerate(texts):
        found = analyzer.polarity_scores(_beginning(text))
        scores[row] = [found[name] for name in ("neg", "neu", "pos", "compound")]
    return scores


def _beginning(text: str) -> str:
    words = text.split(maxsplit=_MOST_WORDS)
    return text if len(words) <= _MOST_WORDS else " ".join(words[:_MOST_WORDS])


def reads_sentiment(frame: pd.DataFrame) -> bool:
    """Tell whether VADER can read the texts: they are English, and some have a tone.

    Under 5% of texts with a compound other than 0 are too few. That alone does not tell another
    language, since German "die" and "war" are words of the lexicon. Under 5% of words among ten of
    English's commonest do: English news has some 18%, and other languages have hardly one of them.

    Examples
    --------
    >>> texts = ["They will like the offer, he said.", "Die Lage war ernst, sagte sie."]
    >>> [reads_sentiment(pd.DataFrame({"text": [text]})) for text in texts]
    [True, False]
    """
    if len(frame) == 0:
        return False
    words = [word for text in frame["text"] for word in _WORD.findall(str(text).casefold())]
    english = sum(word in _ENGLISH for word in words)
    toned = np.count_nonzero(_features(frame).toarray()[:, -1])
    is_english = english >= _LEAST_ENGLISH * max(len(words), 1)
    return bool(is_english and toned >= _LEAST_TEXTS * len(frame))


def _features(frame: pd.DataFrame) -> sparse.csr_matrix:
    scored = frame if set(SENTIMENT_COLUMNS) <= set(frame) else with_sentiment(frame)
    return sparse.csr_matrix(scored[list(SENTIMENT_COLUMNS)].to_numpy(dtype=np.float64))
