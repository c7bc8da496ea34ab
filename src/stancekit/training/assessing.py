"""What a run finds out about its model beside the scores that it is chosen by."""

from __future__ import annotations

import logging

from stancekit.training.ceilings import human_ceilings
from stancekit.training.config import ExperimentConfig
from stancekit.training.data import ExperimentData
from stancekit.training.dates import compare_dates, date_range
from stancekit.training.fitting import fold_predictor
from stancekit.training.generalisation import SchemeScores, measure_generalisation
from stancekit.training.learning_curve import LearningPoint, measure_learning_curve
from stancekit.training.looks import look_at
from stancekit.training.options import SplitConfig
from stancekit.training.repeated_splits import (
    RepeatedSplits,
    measure_repeated_splits,
    why_not_repeated,
)
from stancekit.training.results import Assessment
from stancekit.training.scoring import Scores

_LOGGER = logging.getLogger(__name__)


def assess(data: ExperimentData, config: ExperimentConfig, scores: Scores | None) -> Assessment:
    """Fit the family as often as the configuration's further scores need it, and give all scores.

    Parameters
    ----------
    scores
        Of the model; ``None`` where no row was held out.
    """
    asked = config.evaluation
    scored = data.corpora.get("test", data.corpora.get("train"))
    ceilings = human_ceilings(scored, scores, resamples=asked.resamples, seed=config.seed)
    return Assessment(
        test={} if scores is None else scores.evaluations,
        baselines={} if scores is None else scores.baseline_scores(),
        slices=() if scores is None else scores.slices,
        dates=None if data.test is None else compare_dates(date_range(data.fit), data.test),
        generalisation=_generalisation(data, config),
        learning_curve=() if scores is None else _learning_curve(data, config, scores),
        repeated_splits=_repeated_splits(data, config),
        human_ceiling=ceilings,
        looks=None
        if scores is None
        # The run's own store, which it makes where there is none yet.
        else look_at(scores.rows, asked.purpose, uri=config.tracking.uri, is_made=True),
    )


def _generalisation(data: ExperimentData, config: ExperimentConfig) -> tuple[SchemeScores, ...]:
    asked = config.evaluation
    if not asked.generalisation or not data.is_labelled:
        return ()
    return measure_generalisation(
        data.fit,
        data.codebook,
        fold_predictor(data, config),
        asked.generalisation,
        resamples=asked.resamples,
        seed=config.seed,
    )


def _learning_curve(
    data: ExperimentData, config: ExperimentConfig, scores: Scores
) -> tuple[LearningPoint, ...]:
    asked = config.evaluation
    if not asked.learning_curve or not data.is_labelled:
        return ()
    curve = measure_learning_curve(
        data,
        scores,
        fold_predictor(data, config),
        asked.learning_curve,
        resamples=asked.resamples,
        seed=config.seed,
    )
    if not curve:
        _LOGGER.warning("no learning curve: it needs test rows that all its fits are scored on")
    return curve


def _repeated_splits(data: ExperimentData, config: ExperimentConfig) -> RepeatedSplits | None:
    n_splits = config.evaluation.repeated_splits
    if not n_splits:
        return None
    test_size = (config.data.split or SplitConfig()).test_size
    why_not = why_not_repeated(data, config)
    if why_not is not None:
        _LOGGER.warning("repeated splits: %s", why_not)
        return RepeatedSplits(asked=n_splits, test_size=test_size, note=why_not)
    return measure_repeated_splits(
        data.fit,
        data.codebook,
        fold_predictor(data, config),
        n_splits,
        test_size=test_size,
        seed=config.seed,
    )
