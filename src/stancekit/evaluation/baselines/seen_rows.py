"""A regression on the rows of which something is seen; the training shares for the others."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from sklearn.base import clone

from stancekit.evaluation.baselines.shares import label_shares
from stancekit.evaluation.rows import FloatArray, IntArray


class SeenRowsClassifier:
    """A classifier of rows that hold a feature, and the training shares of the labels for others.

    Where the rows that hold one have one label only, or there are none, all rows get the shares.

    Parameters
    ----------
    classifier
        Of scikit-learn, not fitted.
    n_labels
        Columns of the probabilities.
    """

    def __init__(self, classifier: Any, n_labels: int) -> None:
        self.classifier = classifier
        self.n_labels = n_labels

    def fit(self, X: Any, codes: IntArray) -> Self:
        """Learn from a sparse matrix by rows, and the number of each row's label."""
        self.shares_ = label_shares(codes, self.n_labels)
        seen = np.diff(X.indptr) > 0
        self.model_ = None
        if len(np.unique(codes[seen])) > 1:
            self.model_ = clone(self.classifier).fit(X[seen], codes[seen])
        return self

    def predict_proba(self, X: Any) -> FloatArray:
        """Give the probabilities of the labels, shape (n, labels)."""
        proba: FloatArray = np.tile(self.shares_, (X.shape[0], 1))
        seen = np.flatnonzero(np.diff(X.indptr))
        if self.model_ is not None and len(seen):
            proba[seen] = 0.0
            proba[np.ix_(seen, self.model_.classes_)] = self.model_.predict_proba(X[seen])
        return proba
