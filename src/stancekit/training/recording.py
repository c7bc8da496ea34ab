"""A finished run to its record: parameters, metrics and tags under the names MLflow will show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from stancekit.prediction.address import without_password
from stancekit.training.config import ExperimentConfig, flatten
from stancekit.training.data import ExperimentData
from stancekit.training.frozen_check import frozen_tags
from stancekit.training.looks import KIND_TAG, PURPOSE_TAG, TEST_TAG, digest_of
from stancekit.training.metrics import metrics_of
from stancekit.training.provenance import git_state, package_versions, serving_requirements
from stancekit.training.record import DatasetRecord, RunRecord
from stancekit.training.results import Assessment
from stancekit.training.scoring import Scores

_SIDES: tuple[Literal["train", "validation", "test"], ...] = ("train", "validation", "test")


def record_run(
    config: ExperimentConfig,
    data: ExperimentData,
    choices: Mapping[str, Any],
    scores: Scores | None,
    assessment: Assessment,
    *,
    truncated: Mapping[str, float],
    started: int,
    finished: int,
) -> RunRecord:
    """Give all that tracking needs to know of a run.

    Parameters
    ----------
    choices
        What the model settled while it was fitted, as its manifest says.
    truncated
        By side, the share of passages that the model read a part of alone.
    """
    chosen = dict(flatten(choices, "chosen."))
    return RunRecord(
        name=config.name,
        tracking=config.tracking,
        params={**config.to_flat(), **chosen},
        metrics={
            **metrics_of(assessment, scores),
            **{f"{side}.truncated_share": share for side, share in truncated.items()},
            "n_fit": float(len(data.fit)),
            "seconds": (finished - started) / 1000,
        },
        tags=_tags(config, data) | _look_tags(config, scores) | frozen_tags(assessment.frozen),
        datasets=tuple(_datasets(data)),
        axes={name: axis.label_names for name, axis in data.codebook.axes.items()},
        requirements=serving_requirements(),
        started=started,
        finished=finished,
        test={axis: evaluation.to_dict() for axis, evaluation in assessment.test.items()},
        baselines={axis: dict(own) for axis, own in assessment.baselines.items()},
        slices=assessment.slices,
        generalisation=assessment.generalisation,
        learning_curve=assessment.learning_curve,
        repeated_splits=assessment.repeated_splits,
        human_ceiling=dict(assessment.human_ceiling),
        dates=assessment.dates,
        looks=assessment.looks,
        frozen=assessment.frozen,
    )


def without_secrets(config: ExperimentConfig) -> ExperimentConfig:
    """Give the configuration as it may be recorded: the store's address without its password."""
    if config.tracking.uri is None:
        return config
    shown = without_password(config.tracking.uri)
    tracking = config.tracking.model_copy(update={"uri": shown})
    return config.model_copy(update={"tracking": tracking})


def _tags(config: ExperimentConfig, data: ExperimentData) -> dict[str, str]:
    return {
        "stancekit.family": config.model.family,
        "stancekit.codebook.name": data.codebook.name,
        "stancekit.codebook.version": data.codebook.version,
        "stancekit.codebook.hash": data.codebook.hash,
        "stancekit.split": data.split,
        "stancekit.split.fingerprint": data.fingerprint,
        **{f"stancekit.data.{name}.sha256": data.corpora[name].digest for name in data.corpora},
        **{f"stancekit.version.{name}": text for name, text in package_versions().items()},
        **{f"stancekit.git.{name}": text for name, text in git_state().items()},
    }


def _look_tags(config: ExperimentConfig, scores: Scores | None) -> dict[str, str]:
    looked = {} if scores is None else {TEST_TAG: digest_of(scores.rows)}
    return {PURPOSE_TAG: config.evaluation.purpose, KIND_TAG: "training", **looked}


def _datasets(data: ExperimentData) -> Iterator[DatasetRecord]:
    for side in _SIDES:
        if side in data.corpora:
            corpus = data.corpora[side]
            yield DatasetRecord(
                # MLflow takes two sides of one file for one data set unless their names differ.
                name=f"{corpus.source}:{side}",
                context=side,
                source=corpus.source,
                sha256=corpus.digest,
                n_rows=len(corpus),
                columns=tuple(corpus.passages.column_names),
            )
