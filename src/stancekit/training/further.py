"""What a configuration asks to know of a model beside its scores on the test rows."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field

from stancekit.evaluation import HumanCeiling
from stancekit.training.ceilings import human_ceilings
from stancekit.training.config import ExperimentConfig
from stancekit.training.data import ExperimentData
from stancekit.training.fitting import fold_predictor
from stancekit.training.generalisation import SchemeScores, measure_generalisation
from stancekit.training.learning_curve import LearningPoint, measure_learning_curve
from stancekit.training.scoring import Scores

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class FurtherScores:
    """Each is empty where it was not asked for, or cannot be had.

    `human_ceiling` is given by axis where the rows to score were annotated.
    """

    generalisation: tuple[SchemeScores, ...] = ()
    learning_curve: tuple[LearningPoint, ...] = ()
    human_ceiling: Mapping[str, HumanCeiling] = field(default_factory=dict)


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
    scored = data.corpora.get("test", data.corpora.get("train"))
    ceilings = human_ceilings(scored, scores, **bootstrap)
    return FurtherScores(generalisation=schemes, learning_curve=curve, human_ceiling=ceilings)
