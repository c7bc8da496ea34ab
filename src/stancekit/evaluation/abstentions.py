"""Scores of a model that may abstain, counted both ways: over what it answered, and over all rows.

An abstention counted as an error misses the gold label and calls no other one, so that it costs
recall and no precision.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from stancekit.evaluation import confusion
from stancekit.evaluation.rows import FloatArray
from stancekit.resampling import Measure, ResampledSums, Score, Sums, ratio


def abstention_scores(sums: ResampledSums) -> dict[str, Score]:
    """Give the scores from the confusion of all rows and of those answered."""
    measures = {
        "answered_share": _answered_share,
        "answered_accuracy": _of(confusion.accuracy, _answered),
        "answered_macro_f1": _of(confusion.macro_f1, _answered),
        "strict_accuracy": _of(confusion.accuracy, _strict),
        "strict_macro_f1": _of(confusion.macro_f1, _strict),
    }
    return {name: sums.score(measure) for name, measure in measures.items()}


def _of(measure: Callable[[FloatArray], FloatArray], cells: Measure) -> Measure:
    return lambda sums: measure(cells(sums))


def _answered_share(sums: Sums) -> FloatArray:
    return ratio(sums["answered"].sum(axis=(-2, -1)), sums["confusion"].sum(axis=(-2, -1)))


def _answered(sums: Sums) -> FloatArray:
    return sums["answered"]


def _strict(sums: Sums) -> FloatArray:
    """Give the answered rows' matrices with one more label, which is never gold: no answer."""
    answered = sums["answered"]
    unanswered = (sums["confusion"] - answered).sum(axis=-1)
    wider = np.concatenate([answered, unanswered[..., None]], axis=-1)
    return np.concatenate([wider, np.zeros_like(wider[..., :1, :])], axis=-2)
