"""The usual bag of words: what a text model has to beat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import numpy as np
import pandas as pd
from scipy import sparse
from sklearn.base import BaseEstimator
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.utils.validation import check_is_fitted

from stancekit.evaluation.baselines.seen_rows import SeenRowsClassifier
from stancekit.evaluation.baselines.shares import labelled_rows
from stancekit.evaluation.rows import FloatArray


class TfidfBaseline(BaseEstimator):  # type: ignore[misc]
    """Logistic regression over TF-IDF of words and pairs of words, as scikit-learn has them.

    It reads ``text`` as it is given, with the ``target`` in front where the frame has one: whoever
    wants speakers masked masks them before. A text without a word that was seen in training gets
    the training shares of the labels. Labels count alike however rare they are, since macro F1
    counts them so.

    Parameters
    ----------
    labels
        The axis' labels in codebook order: the order of the probability columns.
    C
        Inverse strength of the L2 penalty; the rows of TF-IDF have length 1, where scikit-learn's
        default of 1 shrinks much.

    Examples
    --------
    >>> frame = pd.DataFrame({"text": ["talks will resume", "talks will fail"] * 5})
    >>> baseline = TfidfBaseline(["down", "up"]).fit(frame, ["up", "down"] * 5)
    >>> [baseline.labels[i] for i in baseline.predict_proba(frame[:2]).argmax(axis=1)]
    ['up', 'down']
    """

    def __init__(self, labels: Sequence[str], *, C: float = 10.0) -> None:
        self.labels = labels
        self.C = C

    def fit(self, frame: pd.DataFrame, y: Sequence[str | None]) -> Self:
        """Learn which label goes with which words; rows with a null label are left out."""
        labelled, codes = labelled_rows(frame, y, self.labels, name="tf-idf")
        texts = _joined_texts(labelled)
        self.classes_ = np.asarray(list(self.labels), dtype=object)
        vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
        has_words = any(map(vectorizer.build_analyzer(), texts))
        self.vectorizer_ = vectorizer.fit(texts) if has_words else None
        # newton-cg takes a tenth of the time of lbfgs on some thousand texts
        regression = LogisticRegression(
            C=self.C, class_weight="balanced", solver="newton-cg", max_iter=1000
        )
        self.model_ = SeenRowsClassifier(regression, len(self.labels))
        self.model_.fit(self._features(texts), codes)
        return self

    def predict_proba(self, frame: pd.DataFrame) -> FloatArray:
        """Give the probabilities of the labels, shape (n, labels), in the order of `labels`."""
        check_is_fitted(self)
        return self.model_.predict_proba(self._features(_joined_texts(frame)))

    def _features(self, texts: list[str]) -> sparse.csr_matrix:
        if self.vectorizer_ is None or not texts:
            return sparse.csr_matrix((len(texts), 0))
        return self.vectorizer_.transform(texts)


def _joined_texts(frame: pd.DataFrame) -> list[str]:
    texts = [str(text) for text in frame["text"]]
    if "target" not in frame:
        return texts
    return [
        text if pd.isna(target) else f"{target} {text}"
        for target, text in zip(frame["target"], texts, strict=True)
    ]
