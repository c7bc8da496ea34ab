"""stancekit: which expert takes which stance, how sure we are, and how that changes.

The public names are loaded when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from stancekit.lazy import lazy_names

if TYPE_CHECKING:
    from stancekit.articles import article_dates, attribute, read_article, statements
    from stancekit.codebook import Codebook
    from stancekit.corpus import check_corpus, load_corpus
    from stancekit.errors import StancekitError
    from stancekit.evaluation import compare_models, evaluate_axis
    from stancekit.prediction import Predictor
    from stancekit.training import compare, evaluate, freeze, train

__all__ = [
    "Codebook",
    "Predictor",
    "StancekitError",
    "article_dates",
    "attribute",
    "check_corpus",
    "compare",
    "compare_models",
    "evaluate",
    "evaluate_axis",
    "freeze",
    "load_corpus",
    "read_article",
    "statements",
    "train",
]

__getattr__ = lazy_names(
    __name__,
    {
        "Codebook": "codebook",
        "Predictor": "prediction",
        "StancekitError": "errors",
        "article_dates": "articles",
        "attribute": "articles",
        "check_corpus": "corpus",
        "compare": "training",
        "compare_models": "evaluation",
        "evaluate": "training",
        "evaluate_axis": "evaluation",
        "freeze": "training",
        "load_corpus": "corpus",
        "read_article": "articles",
        "statements": "articles",
        "train": "training",
    },
)


def __dir__() -> list[str]:
    return __all__
