"""Whether a model is scored on passages that it never saw."""

from __future__ import annotations

from pathlib import Path

from stancekit.corpus import Corpus
from stancekit.errors import CorpusError
from stancekit.models import find_seen
from stancekit.prediction import Predictor


def count_seen(predictor: Predictor, corpus: Corpus, *, model: str = "the model") -> int:
    """Count the rows whose text the model was trained on; a test on nothing else is refused.

    Parameters
    ----------
    model
        What an error calls it.

    Raises
    ------
    CorpusError
        If the model was trained on this very file, or on every text in it.
    """
    trained_on = predictor.info.training.get("data", {})
    if corpus.digest in (trained_on.get("train"), trained_on.get("validation")):
        raise CorpusError(
            f"{corpus.source}: {model} was trained on this very file, so that scores here would "
            "flatter it. Its run's report scores what was held out; give other passages"
        )
    n_seen = sum(find_seen(Path(predictor.info.path), corpus.texts))
    if n_seen == len(corpus):
        raise CorpusError(
            f"{corpus.source}: {model} was trained on every text in it, so that scores here "
            "would say nothing. Give passages that it never saw"
        )
    return n_seen
