"""What a model has to beat, each learned from the rows that the model is fitted on."""

from stancekit.evaluation.baselines.keywords import KeywordBaseline
from stancekit.evaluation.baselines.majority import majority_proba
from stancekit.evaluation.baselines.name_only import NAME_COLUMNS, NameOnlyBaseline
from stancekit.evaluation.baselines.sentiment import SentimentBaseline, reads_sentiment
from stancekit.evaluation.baselines.tfidf import TfidfBaseline

__all__ = [
    "NAME_COLUMNS",
    "KeywordBaseline",
    "NameOnlyBaseline",
    "SentimentBaseline",
    "TfidfBaseline",
    "majority_proba",
    "reads_sentiment",
]
