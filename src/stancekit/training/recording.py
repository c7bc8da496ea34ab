"""A finished run to its record: parameters, metrics and tags under the names MLflow will show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from stancekit.evaluation import AxisEvaluation, Score
from stancekit.prediction.address import without_password
from stancekit.training.config import ExperimentConfig, flatten
from stancekit.training.data import ExperimentData
from stancekit.training.dates import compare_dates, date_range
from stancekit.training.further import FurtherScores
from stancekit.training.looks import KIND_TAG, PURPOSE_TAG, TEST_TAG, digest_of
from stancekit.training.provenance import git_state, package_versions, serving_requirements
from stancekit.training.record import DatasetRecord, RunRecord
from stancekit.training.scoring import Scores

_SIDES: tuple[Literal["train", "validation", "test"], ...] = ("train", "validation", "test")


def record_run(
    config: ExperimentConfig,
    data: ExperimentData,
    choices: Mapping[str, Any],
    scores: Scores | None,
    further: FurtherScores,
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
    evaluations = {} if scores is None else scores.evaluations
    chosen = dict(flatten(choices, "chosen."))
    return RunRecord(
        name=config.name,
        tracking=config.tracking,
        params={**config.to_flat(), **chosen},
        metrics={
            **dict(_metrics(evaluations)),
            **({} if scores is None else dict(_baseline_metrics(scores))),
            **dict(_further_metrics(further)),
            **{f"{side}.truncated_share": share for side, share in truncated.items()},
            "n_fit": float(len(data.fit)),
            "seconds": (finished - started) / 1000,
        },
        tags=_tags(config, data) | _look_tags(config, scores),
        datasets=tuple(_datasets(data)),
        axes={name: axis.label_names for name, axis in data.codebook.axes.items()},
        requirements=serving_requirements(),
        started=started,
        finished=finished,
        test={axis: evaluation.to_dict() for axis, evaluation in evaluations.items()},
        slices=() if scores is None else scores.slices,
        generalisation=further.generalisation,
        learning_curve=further.learning_curve,
        human_ceiling=dict(further.human_ceiling),
        dates=None if data.test is None else compare_dates(date_range(data.fit), data.test),
    )


def without_secrets(config: ExperimentConfig) -> ExperimentConfig:
    """Give the configuration as it may be recorded: the store's address without its password."""
    if config.tracking.uri is None:
        return config
    shown = without_password(config.tracking.uri)
    tracking = config.tracking.model_copy(update={"uri": shown})
    return config.model_copy(update={"tracking": tracking})


def _metrics(evaluations: Mapping[str, AxisEvaluation]) -> Iterator[tuple[str, float]]:
    for axis, evaluation in evaluations.items():
        yield f"{axis}.n", float(evaluation.n)
        for name, score in evaluation.metrics.items():
            yield from _score(f"{axis}.{name}", score)
        for label, scores in evaluation.per_label.items():
            yield from _score(f"{axis}.f1.{label}", scores.f1)


def _baseline_metrics(scores: Scores) -> Iterator[tuple[str, float]]:
    for axis, baselines in scores.baselines.items():
        for name, evaluation in baselines.items():
            yield from _score(f"{axis}.{name}.macro_f1", evaluation.metrics["macro_f1"])
            yield from _score(f"{axis}.over_{name}.macro_f1", scores.differences[axis][name])


def _further_metrics(further: FurtherScores) -> Iterator[tuple[str, float]]:
    for one in further.generalisation:
        name = f"generalisation.{one.scheme}"
        for axis, evaluation in one.evaluations.items():
            yield from _score(f"{name}.{axis}.macro_f1", evaluation.metrics["macro_f1"])
        for axis, score in one.over_name_only.items():
            yield from _score(f"{name}.{axis}.over_name-only.macro_f1", score)
        for axis, score in one.gap_to_random.items():
            yield from _score(f"{name}.{axis}.gap_to_random.macro_f1", score)
    for axis, ceiling in further.human_ceiling.items():
        for annotator in ceiling.annotators:
            name = f"{axis}.annotator.{annotator.annotator}"
            yield from _score(f"{name}.macro_f1", annotator.macro_f1)
            yield from _score(f"{name}.difference.macro_f1", annotator.difference)
    for point in further.learning_curve:
        for axis, evaluation in point.evaluations.items():
            name = f"learning_curve.{point.share:g}.{axis}.macro_f1"
            yield from _score(name, evaluation.metrics["macro_f1"])


def _score(name: str, score: Score) -> Iterator[tuple[str, float]]:
    numbers = {name: score.value, f"{name}.low": score.low, f"{name}.high": score.high}
    for key, value in numbers.items():
        if value is not None:
            yield key, float(value)


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
