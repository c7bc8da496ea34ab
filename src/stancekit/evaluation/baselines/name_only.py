"""Who is speaking, and nothing of what is said."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.utils.validation import check_is_fitted

from stancekit.evaluation.baselines.seen_rows import SeenRowsClassifier
from stancekit.evaluation.baselines.shares import labelled_rows
from stancekit.evaluation.rows import FloatArray

NAME_COLUMNS = ("speaker", "affiliation", "outlet")
"""What is known of a statement without reading it."""


class NameOnlyBaseline(BaseEstimator):  # type: ignore[misc]
    """Logistic regression over speaker, affiliation and outlet: it never sees the text.

    A model that does no better has learnt who speaks, not what is said. Whole values and their
    words are features, so that "the Calderwick Institute" and "Calderwick" have one in common. A
    row of which nothing was seen in training gets the training shares of the labels; so does every
    row where the named rows of training have no names or one label only.

    Parameters
    ----------
    labels
        The axis' labels in codebook order: the order of the probability columns.
    columns
        What is known of a row.
    C
        Inverse strength of the L2 penalty.

    Attributes
    ----------
    columns_
        Those of `columns` that hold anything in training.

    Examples
    --------
    >>> names = pd.DataFrame({"speaker": ["Noh", "Baek"] * 5})
    >>> baseline = NameOnlyBaseline(["dovish", "hawkish"]).fit(names, ["hawkish", "dovish"] * 5)
    >>> [baseline.labels[i] for i in baseline.predict_proba(names[:2]).argmax(axis=1)]
    ['hawkish', 'dovish']
    """

    def __init__(
        self, labels: Sequence[str], *, columns: Sequence[str] = NAME_COLUMNS, C: float = 1.0
    ) -> None:
        self.labels = labels
        self.columns = columns
        self.C = C

    def fit(self, frame: pd.DataFrame, y: Sequence[str | None]) -> Self:
        """Learn which label goes with which name; rows with a null label are left out."""
        labelled, codes = labelled_rows(frame, y, self.labels, name="name-only")
        self.classes_ = np.asarray(list(self.labels), dtype=object)
        self.columns_ = tuple(
            name for name in self.columns if name in frame and labelled[name].notna().any()
        )
        self.vectorizer_ = DictVectorizer()
        X = self.vectorizer_.fit_transform(_name_features(labelled, self.columns_))
        regression = LogisticRegression(C=self.C, max_iter=1000)
        self.model_ = SeenRowsClassifier(regression, len(self.labels)).fit(X, codes)
        return self

    def predict_proba(self, frame: pd.DataFrame) -> FloatArray:
        """Give the probabilities of the labels, shape (n, labels), in the order of `labels`."""
        check_is_fitted(self)
        columns = tuple(name for name in self.columns_ if name in frame)
        features = _name_features(frame, columns)
        # DictVectorizer refuses a sequence of no rows
        X = self.vectorizer_.transform(features or [{}])[: len(features)]
        return self.model_.predict_proba(X)


def _name_features(frame: pd.DataFrame, columns: Sequence[str]) -> list[dict[str, float]]:
    features: list[dict[str, float]] = [{} for _ in range(len(frame))]
    for column in columns:
        for row, value in zip(features, frame[column], strict=True):
            if not pd.isna(value):
                name = str(value).casefold()
                row[f"{column}={name}"] = 1.0
                row.update({f"{column}~{word}": 1.0 for word in name.split()})
    return features
