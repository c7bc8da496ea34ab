"""A list of words a label: what counting words gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Self

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.utils.validation import check_is_fitted

from stancekit.evaluation.baselines.shares import label_shares, labelled_rows
from stancekit.evaluation.rows import FloatArray

_WORD = r"[^\W\d_]+(?:['-][^\W\d_]+)*"
_LEAST_Z = 1.96


class KeywordBaseline(BaseEstimator):  # type: ignore[misc]
    """The label whose list of words a text holds most of: what a hand-made lexicon would do.

    The list of a label is the words that set its texts apart from all others by the log-odds
    ratio with an informative Dirichlet prior, divided by its standard error (Monroe, Colaresi and
    Quinn 2008, "Fightin' Words", Political Analysis 16(4), 372-403). A word is counted once a
    text, whatever its case, and is listed where its z is 1.96 or more. The prior is the words of
    all training texts.

    Of each list, the words that a text holds are counted in multiples of what training texts hold
    in the mean: a list of common words would win on every text otherwise. The probability of a
    label is its count plus its training share, divided by the sum over the labels. A text without
    a listed word therefore gets the training shares, which also decide between equals.

    Parameters
    ----------
    labels
        The axis' labels in codebook order: the order of the probability columns.
    n_words
        Words of a list at most.
    prior
        How much the prior weighs, as a share of the training texts.

    Attributes
    ----------
    words_
        The words of each label, the most telling first.

    Examples
    --------
    >>> frame = pd.DataFrame({"text": ["Talks will resume", "Talks will fail"] * 10})
    >>> baseline = KeywordBaseline(["down", "up"]).fit(frame, ["up", "down"] * 10)
    >>> baseline.words_
    {'down': ('fail',), 'up': ('resume',)}
    """

    def __init__(self, labels: Sequence[str], *, n_words: int = 30, prior: float = 0.1) -> None:
        self.labels = labels
        self.n_words = n_words
        self.prior = prior

    def fit(self, frame: pd.DataFrame, y: Sequence[str | None]) -> Self:
        """Choose the words of each label; rows with a null label are left out."""
        labelled, codes = labelled_rows(frame, y, self.labels, name="keywords")
        texts = [str(text) for text in labelled["text"]]
        self.classes_ = np.asarray(list(self.labels), dtype=object)
        self.shares_ = label_shares(codes, len(self.labels))
        self.words_: dict[str, tuple[str, ...]] = dict.fromkeys(self.labels, ())
        self.mean_held_ = np.ones(len(self.labels))
        counter = _counter()
        if any(map(counter.build_analyzer(), texts)):
            held = counter.fit_transform(texts)
            counts = np.stack(
                [_column_sums(held[codes == place]) for place in range(len(self.labels))]
            )
            names = counter.get_feature_names_out()
            for label, z in zip(self.labels, log_odds_z(counts, prior=self.prior), strict=True):
                # by z, equals by name: the columns are in the order of the alphabet
                first = np.argsort(-z, kind="stable")[: self.n_words]
                self.words_[label] = tuple(str(names[at]) for at in first if z[at] >= _LEAST_Z)
            mean = (held @ self._lists(counter.vocabulary_)).mean(axis=0)
            self.mean_held_ = np.where(mean > 0, mean, 1.0)
        return self

    def predict_proba(self, frame: pd.DataFrame) -> FloatArray:
        """Give the probabilities of the labels, shape (n, labels), in the order of `labels`."""
        check_is_fitted(self)
        held = self._held([str(text) for text in frame["text"]]) / self.mean_held_
        weights = held + self.shares_
        proba: FloatArray = weights / weights.sum(axis=1, keepdims=True)
        return proba

    def _held(self, texts: list[str]) -> FloatArray:
        """Count the words of each label's list that each text holds."""
        listed = {word: n for n, word in enumerate(dict.fromkeys(sum(self.words_.values(), ())))}
        if not listed or not texts:
            return np.zeros((len(texts), len(self.labels)))
        return np.asarray(_counter(listed).transform(texts) @ self._lists(listed), np.float64)

    def _lists(self, vocabulary: Mapping[str, int]) -> FloatArray:
        """Give 1 where a word of the vocabulary (row) is on the list of a label (column)."""
        lists = np.zeros((len(vocabulary), len(self.labels)))
        for place, label in enumerate(self.labels):
            lists[[vocabulary[word] for word in self.words_[label]], place] = 1.0
        return lists


def log_odds_z(counts: FloatArray, *, prior: float) -> FloatArray:
    """Give how far each word sets each label apart from the others, in standard errors.

    Parameters
    ----------
    counts
        Of each word (column) in each label's texts (row).
    prior
        Weight of the pooled counts beside the counts of one label.
    """
    pooled = counts.sum(axis=0)
    alpha = prior * pooled
    own = counts + alpha
    others = pooled - counts + alpha

    def log_odds(words: FloatArray) -> FloatArray:
        rest = words.sum(axis=1, keepdims=True) - words
        # where a text is one word and all the same one, there is no other word to compare with
        with np.errstate(divide="ignore"):
            found: FloatArray = np.log(words) - np.log(rest)
        return found

    with np.errstate(invalid="ignore"):
        difference = log_odds(own) - log_odds(others)
    z: FloatArray = np.nan_to_num(difference / np.sqrt(1 / own + 1 / others), posinf=0, neginf=0)
    return z


def _counter(vocabulary: dict[str, int] | None = None) -> Any:
    return CountVectorizer(
        preprocessor=str.casefold, token_pattern=_WORD, binary=True, vocabulary=vocabulary
    )


def _column_sums(matrix: Any) -> FloatArray:
    sums: FloatArray = np.asarray(matrix.sum(axis=0), dtype=np.float64).ravel()
    return sums
