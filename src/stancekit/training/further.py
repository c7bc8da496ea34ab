"""What a configuration asks to know of a model beside its scores on the test rows."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from stancekit.training.config import ExperimentConfig
from stancekit.training.data import ExperimentData
from stancekit.training.fitting import fold_predictor
from stancekit.training.generalisation import SchemeScores, measure_generalisation
from stancekit.training.learning_curve import LearningPoint, measure_learning_curve
from stancekit.training.scoring import Scores

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class FurtherScores:
    """Each is empty where it was not asked for."""

    generalisation: tuple[SchemeScores, ...] = ()
    learning_curve: tuple[LearningPoint, ...] = ()


def further_scores(
    data: ExperimentData, config: ExperimentConfig, scores: Scores | None
) -> FurtherScores:
    """Fit the family as often as the configuration's further scores need it, and give them."""
    asked = config.evaluation
    model = fold_predictor(data, config)
    bootstrap = {"resamples": asked.resamples, "seed": config.seed}
    schemes: tuple[SchemeScores, ...] = ()
    if asked.generalisation and data.is_labelled:
        schemes = measure_generalisation(
            data.fit, data.codebook, model, asked.generalisation, **bootstrap
        )
    curve: tuple[LearningPoint, ...] = ()
    if asked.learning_curve and scores is not None and data.is_labelled:
        curve = measure_learning_curve(data, scores, model, asked.learning_curve, **bootstrap)
        if not curve:
            _LOGGER.warning("no learning curve: it needs test rows that all its fits are scored on")
    return FurtherScores(generalisation=schemes, learning_curve=curve)
