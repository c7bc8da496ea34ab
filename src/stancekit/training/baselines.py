"""What a model has to beat, fitted on the rows that the model is fitted on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from stancekit.codebook import Codebook
from stancekit.evaluation import (
    KeywordBaseline,
    NameOnlyBaseline,
    Score,
    SentimentBaseline,
    TfidfBaseline,
    majority_proba,
)
from stancekit.evaluation.baselines import NAME_COLUMNS, reads_sentiment
from stancekit.evaluation.baselines.sentiment import SENTIMENT_COLUMNS, with_sentiment
from stancekit.models.masking import masked_texts
from stancekit.models.passages import to_columns
from stancekit.training.data import ExperimentData
from stancekit.training.rows import FitPredict, Proba, Rows

BASELINES: Final[Mapping[str, str]] = {
    "majority": "the training shares of the labels, whatever a row says",
    "keywords": "for each label the words that set its training texts apart most; the label whose "
    "words a text holds most of",
    "sentiment-only": "logistic regression on the four scores of the sentiment lexicon VADER",
    "name-only": "logistic regression on speaker, affiliation and outlet, without the text",
    "tf-idf": "logistic regression on TF-IDF of words and pairs of words",
}
"""What each baseline does, by its name, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class BaselineScore:
    """Macro F1 of a baseline, and that of the model minus it."""

    macro_f1: Score
    difference: Score

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON."""
        return {"macro_f1": self.macro_f1.to_dict(), "difference": self.difference.to_dict()}


def as_baselines_read(data: ExperimentData) -> ExperimentData:
    """Give the data with speakers and affiliations masked in all texts, and each text's sentiment.

    There is no sentiment where the texts to fit are not English, or hold no word that the lexicon
    has. Each text is masked and scored once, for all baselines, axes and folds.
    """
    fit, test = _masked(data.fit), None if data.test is None else _masked(data.test)
    scored = with_sentiment(fit.X)
    if reads_sentiment(scored):
        fit = replace(fit, X=scored)
        test = None if test is None else replace(test, X=with_sentiment(test.X))
    return replace(data, fit=fit, test=test)


def known_baselines(codebook: Codebook, rows: Rows) -> dict[str, FitPredict]:
    """Give the baselines that rows as :func:`as_baselines_read` gives them allow, by name.

    Without names in the rows, the name-only one would be the majority.
    """
    labels = {name: axis.label_names for name, axis in codebook.axes.items()}

    def majority(fit: Rows, test: Rows) -> Proba:
        return {
            axis: majority_proba(fit.y[axis].tolist(), labels[axis], len(test)) for axis in labels
        }

    def learned(kind: Any) -> FitPredict:
        def fit_predict(fit: Rows, test: Rows) -> Proba:
            return {
                axis: kind(own).fit(fit.X, fit.y[axis].tolist()).predict_proba(test.X)
                for axis, own in labels.items()
            }

        return fit_predict

    known = {
        "majority": majority,
        "keywords": learned(KeywordBaseline),
        "sentiment-only": learned(SentimentBaseline),
        "name-only": learned(NameOnlyBaseline),
        "tf-idf": learned(TfidfBaseline),
    }
    if not set(SENTIMENT_COLUMNS) <= set(rows.X):
        del known["sentiment-only"]
    if not any(name in rows.X and rows.X[name].notna().any() for name in NAME_COLUMNS):
        del known["name-only"]
    return known


def keyword_lists(codebook: Codebook, fit: Rows) -> dict[str, Mapping[str, tuple[str, ...]]]:
    """Give the words of the keywords baseline on each axis, by label."""
    return {
        name: KeywordBaseline(axis.label_names).fit(fit.X, fit.y[name].tolist()).words_
        for name, axis in codebook.axes.items()
    }


def _masked(rows: Rows) -> Rows:
    """Mask who speaks, as models do; a target stays, since the tf-idf baseline reads it, too."""
    texts = masked_texts(to_columns(rows.X), targets=False)
    return replace(rows, X=rows.X.assign(text=texts))
