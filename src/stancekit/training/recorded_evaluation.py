"""Evaluations and comparisons of saved models as runs in the MLflow store: looks at test rows."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from stancekit.corpus import Corpus
from stancekit.errors import TrackingError
from stancekit.prediction import Predictor
from stancekit.prediction.address import store_uri
from stancekit.prediction.store import connect, first_line, quiet_mlflow
from stancekit.training.frozen import Frozen
from stancekit.training.frozen_check import FrozenCheck, frozen_tags
from stancekit.training.looks import EARLIER_TAG, KIND_TAG, PURPOSE_TAG, TEST_TAG, Looks
from stancekit.training.mlflow_run import experiment_id, log_metrics
from stancekit.training.results import Assessment
from stancekit.training.run_folder import FROZEN

_LOGGER = logging.getLogger(__name__)

EVALUATIONS = "stancekit evaluations"
"""The experiment that evaluations of saved models are recorded in."""


def record_evaluation(
    predictor: Predictor,
    corpus: Corpus,
    assessment: Assessment,
    metrics: Mapping[str, float],
    report: Path | None,
    *,
    frozen: Frozen | None = None,
    uri: str | None = None,
) -> str | None:
    """Record scores and report, and with them the look at the rows; give the run's id.

    Nothing is recorded where looks were not counted: there is no store then, or it was not asked
    for. A store that cannot be written is warned of.

    Parameters
    ----------
    metrics
        By the names that a training run has them, so that MLflow compares the two.
    frozen
        Kept with the run, as a training run keeps it.
    """
    tags = {
        "stancekit.model": predictor.info.uri,
        "stancekit.data.test.sha256": corpus.digest,
        **frozen_tags(assessment.frozen),
    }
    return _record("evaluation", assessment.looks, tags, metrics, report, frozen, uri)


def record_comparison(
    models: Sequence[str],
    corpus: Corpus,
    looks: Looks | None,
    metrics: Mapping[str, float],
    report: Path | None,
    *,
    check: FrozenCheck | None = None,
    frozen: Frozen | None = None,
    uri: str | None = None,
) -> str | None:
    """Record what models were compared and found to score, as :func:`record_evaluation` does."""
    tags = {
        "stancekit.models": ", ".join(models),
        "stancekit.data.test.sha256": corpus.digest,
        **frozen_tags(check),
    }
    return _record("comparison", looks, tags, metrics, report, frozen, uri)


def _record(
    kind: str,
    looks: Looks | None,
    tags: Mapping[str, str],
    metrics: Mapping[str, float],
    report: Path | None,
    frozen: Frozen | None,
    uri: str | None,
) -> str | None:
    if looks is None or looks.earlier is None:
        return None
    known = {
        TEST_TAG: looks.test_sha256,
        PURPOSE_TAG: looks.purpose,
        EARLIER_TAG: str(looks.earlier),
        KIND_TAG: kind,
        **tags,
    }
    try:
        return _recorded(store_uri(uri), known, metrics, _files(report), frozen)
    # Each store raises its own driver's errors, which share no base class.
    except Exception as error:
        reason = str(error) if isinstance(error, TrackingError) else first_line(error)
        _LOGGER.warning("this look at the test set is not recorded: %s", reason)
        return None


def _recorded(
    uri: str,
    tags: Mapping[str, str],
    metrics: Mapping[str, float],
    files: list[Path],
    frozen: Frozen | None,
) -> str:
    client = connect(uri)
    with quiet_mlflow(uri) as mlflow:
        own = experiment_id(client, EVALUATIONS, uri)
        with mlflow.start_run(
            experiment_id=own, run_name=tags[KIND_TAG], tags=dict(tags), nested=True
        ) as run:
            run_id = str(run.info.run_id)
            log_metrics(client, run_id, metrics, timestamp=int(time.time() * 1000))
            for file in files:
                client.log_artifact(run_id, str(file))
            if frozen is not None:
                client.log_text(run_id, frozen.to_yaml(), FROZEN)
    return run_id


def _files(report: Path | None) -> list[Path]:
    return (
        [] if report is None else [report, report.with_suffix(".md"), report.with_suffix(".json")]
    )
