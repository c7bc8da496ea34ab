"""What a model has to beat: the commonest label, and who is speaking."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Self

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.utils.validation import check_is_fitted

from stancekit.evaluation.rows import EvaluationError, FloatArray, IntArray, code_labels

NAME_COLUMNS = ("speaker", "affiliation", "outlet")
"""What is known of a statement without reading it."""


def majority_proba(y_train: Sequence[str | None], labels: Sequence[str], n: int) -> FloatArray:
    """Give the shares of the labels in training as the probabilities of each of `n` rows.

    The most probable label is therefore the commonest one, and the probabilities are calibrated.

    Examples
    --------
    >>> majority_proba(["up", "up", "down", "up", None], ["down", "up"], 2)
    array([[0.25, 0.75],
           [0.25, 0.75]])
    """
    return np.tile(_shares(_code_training(y_train, labels), len(labels)), (n, 1))


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
        codes = _code_training(y, self.labels)
        if len(frame) != len(codes):
            raise EvaluationError(
                f"name-only baseline: found {len(codes)} labels, expected {len(frame)}, one a row"
            )
        labelled = frame[codes >= 0]
        self.classes_ = np.asarray(list(self.labels), dtype=object)
        self.shares_ = _shares(codes, len(self.labels))
        self.columns_ = tuple(
            name for name in self.columns if name in frame and labelled[name].notna().any()
        )
        self.vectorizer_ = DictVectorizer()
        X = self.vectorizer_.fit_transform(_name_features(labelled, self.columns_))
        named = np.diff(X.indptr) > 0
        known = codes[codes >= 0][named]
        self.model_ = None
        if len(np.unique(known)) > 1:
            self.model_ = LogisticRegression(C=self.C, max_iter=1000).fit(X[named], known)
        return self

    def predict_proba(self, frame: pd.DataFrame) -> FloatArray:
        """Give the probabilities of the labels, shape (n, labels), in the order of `labels`."""
        check_is_fitted(self)
        proba = np.tile(self.shares_, (len(frame), 1))
        if self.model_ is None or len(frame) == 0:
            return proba
        columns = tuple(name for name in self.columns_ if name in frame)
        X = self.vectorizer_.transform(_name_features(frame, columns))
        seen = np.flatnonzero(np.diff(X.indptr))
        if len(seen):
            proba[seen] = 0.0
            proba[np.ix_(seen, self.model_.classes_)] = self.model_.predict_proba(X[seen])
        return proba


def _name_features(frame: pd.DataFrame, columns: Sequence[str]) -> list[dict[str, float]]:
    features: list[dict[str, float]] = [{} for _ in range(len(frame))]
    for column in columns:
        for row, value in zip(features, frame[column], strict=True):
            if not pd.isna(value):
                name = str(value).casefold()
                row[f"{column}={name}"] = 1.0
                row.update({f"{column}~{word}": 1.0 for word in name.split()})
    return features


def _code_training(y: Sequence[str | None], labels: Sequence[str]) -> IntArray:
    codes = code_labels(y, labels, where="baseline, training labels")
    if not (codes >= 0).any():
        raise EvaluationError(
            f"baseline, training labels: all {len(codes)} rows are null, expected at least one of "
            f"{list(labels)}. Leave this axis out, or label some of its rows."
        )
    return codes


def _shares(codes: IntArray, n_labels: int) -> FloatArray:
    counts = np.bincount(codes[codes >= 0], minlength=n_labels)
    shares: FloatArray = counts / counts.sum()
    return shares
