"""stancekit: which expert takes which stance, how sure we are, and how that changes.

The public names are loaded when they are first used, so that importing the package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from stancekit.articles import attribute, read_article, statements
    from stancekit.codebook import Codebook
    from stancekit.corpus import check_corpus, load_corpus
    from stancekit.errors import StancekitError
    from stancekit.evaluation import evaluate_axis
    from stancekit.prediction import Predictor
    from stancekit.training import evaluate, train

__all__ = [
    "Codebook",
    "Predictor",
    "StancekitError",
    "attribute",
    "check_corpus",
    "evaluate",
    "evaluate_axis",
    "load_corpus",
    "read_article",
    "statements",
    "train",
]

_ROOMS = {
    "Codebook": "stancekit.codebook",
    "Predictor": "stancekit.prediction",
    "StancekitError": "stancekit.errors",
    "attribute": "stancekit.articles",
    "check_corpus": "stancekit.corpus",
    "evaluate": "stancekit.training",
    "evaluate_axis": "stancekit.evaluation",
    "load_corpus": "stancekit.corpus",
    "read_article": "stancekit.articles",
    "statements": "stancekit.articles",
    "train": "stancekit.training",
}


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_ROOMS[name]), name)


def __dir__() -> list[str]:
    return __all__
