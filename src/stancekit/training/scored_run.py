"""A saved model of a run to its scores, report, card and record."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from pathlib import Path

from stancekit.models import load_model, read_manifest
from stancekit.models.contract import StanceScorer
from stancekit.training.assessing import assess
from stancekit.training.config import ExperimentConfig
from stancekit.training.data import ExperimentData
from stancekit.training.fitting import (
    fold_predictor,
    predict_and_explain,
    truncated_shares,
    write_scored_card,
)
from stancekit.training.frozen_check import FrozenCheck
from stancekit.training.members import count_seen_by_members
from stancekit.training.recording import record_run, without_secrets
from stancekit.training.rows import FitPredict
from stancekit.training.run_report import write_run_report
from stancekit.training.scoring import score
from stancekit.training.shown_errors import ExplainPassage

_LOGGER = logging.getLogger(__name__)


def score_run(
    folder: Path,
    data: ExperimentData,
    config: ExperimentConfig,
    started: int,
    frozen: FrozenCheck | None = None,
) -> None:
    """Score the model that is saved in a run's folder, and write report, card and, last, record.

    Parameters
    ----------
    started
        When the run began, in milliseconds since 1970.
    frozen
        How the run stands to what was frozen of it.
    """
    data = _with_seen(folder / "model", data, config)
    scorer = load_model(folder / "model")
    predict, explain = _scored_model(scorer, data, config)
    scores = score(
        data,
        predict,
        resamples=config.evaluation.resamples,
        seed=config.seed,
        slices=config.evaluation.slices,
    )
    assessment = replace(assess(data, config, scores), frozen=frozen)
    truncated = truncated_shares(scorer, data)
    choices = read_manifest(folder / "model")["choices"]
    write_run_report(
        folder,
        config,
        data,
        scores,
        assessment,
        truncated=truncated,
        explain=explain,
        choices=choices,
    )
    write_scored_card(folder / "model", data, config, scores)
    shown = without_secrets(config)
    times = {"started": started, "finished": now()}
    record = record_run(shown, data, choices, scores, assessment, truncated=truncated, **times)
    record.save(folder)


def now() -> int:
    """Give the milliseconds since 1970."""
    return int(time.time() * 1000)


def _scored_model(
    scorer: StanceScorer, data: ExperimentData, config: ExperimentConfig
) -> tuple[FitPredict, ExplainPassage | None]:
    """Give what was saved, as it will be used, or, in cross-validation, a model for each fold."""
    return predict_and_explain(scorer) if data.test else (fold_predictor(data, config), None)


def _with_seen(model: Path, data: ExperimentData, config: ExperimentConfig) -> ExperimentData:
    """Note where a saved member of an ensemble was trained on rows that are to be scored."""
    # Members that the run fitted itself saw its own rows, whose repetitions the audit tells.
    if not config.model.options.get("models"):
        return data
    scored = data.test if data.test is not None else data.fit if data.folds else None
    texts = [] if scored is None else scored.X["text"].tolist()
    n_seen = count_seen_by_members(model, texts)
    if not n_seen:
        return data
    warning = (
        f"{n_seen} of {len(texts)} texts are texts that a member of the ensemble was trained on: "
        "the scores flatter it"
    )
    _LOGGER.warning(warning)
    known = "" if data.warning is None else f"{data.warning}; "
    return replace(data, warning=known + warning, audit=(*data.audit, warning))
