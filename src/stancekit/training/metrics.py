"""The numbers of a run or an evaluation under the names that MLflow shows them by.

The same thing has the same name in every run, so that MLflow's own page compares them. Each score
has its interval beside it, as ``NAME.low`` and ``NAME.high``; what cannot be told is left out.

=========================================  ========================================================
name                                       is
=========================================  ========================================================
``AXIS.METRIC``, ``AXIS.f1.LABEL``         as :func:`~stancekit.evaluation.evaluate_axis` has it
``AXIS.BASELINE.macro_f1``,                a baseline's score; the model's minus it: ``majority``,
``AXIS.over_BASELINE.macro_f1``            ``keywords``, ``sentiment-only``, ``name-only`` and
                                           ``tf-idf``
``AXIS.annotator.NAME.METRIC``             an annotator against gold; ``difference.macro_f1`` is the
                                           model's minus it
``AXIS.annotators.alpha``                  Krippendorff's, on the scored rows
``AXIS.slice.COLUMN.p``, ``.corrected_p``  whether errors go with a column
``AXIS.slice.period.PERIOD.METRIC``        scores by period
``generalisation.SCHEME.AXIS.METRIC``      ``macro_f1``, ``accuracy``, ``over_name-only.macro_f1``,
                                           ``gap_to_random.macro_f1``
``learning_curve.SHARE.AXIS.METRIC``       the same without names; ``gain.macro_f1`` over the share
                                           before
``repeated_splits.AXIS.METRIC``            ``macro_f1``, ``accuracy``, ``mcc`` and
                                           ``over_BASELINE.macro_f1`` in the mean of the divisions;
                                           ``METRIC.sd`` from one to another
``end_to_end.attribution.METRIC``,         precision, recall and F1 of speakers, and of speakers
``end_to_end.AXIS.WHICH.METRIC``           with labels, ``all_labels`` or ``expressed``
``end_to_end.AXIS.gold_attribution_f1``,   with gold statements; the difference
``end_to_end.AXIS.lost``
``dates.n_outside``                        rows from outside the training dates
``looks.earlier``                          how often the rows were scored before
``behaviour.TEST.AXIS.SOURCE.MEASURE``     a rate of a behavioural test; AXIS is ``attribution``
                                           where no axis is asked; ``behaviour.n_fails`` counts
=========================================  ========================================================
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from stancekit.evaluation import AxisEvaluation, HumanCeiling, Score, Slice
from stancekit.evaluation.end_to_end import EndToEnd, Finding
from stancekit.evaluation.repeated import RepeatedScore
from stancekit.training.generalisation import SchemeScores
from stancekit.training.learning_curve import LearningPoint
from stancekit.training.repeated_splits import RepeatedSplits
from stancekit.training.results import Assessment
from stancekit.training.scoring import Scores

if TYPE_CHECKING:
    from stancekit.evaluation.behaviour import BehaviourReport

Named = Iterator[tuple[str, float]]


def metrics_of(assessment: Assessment, scores: Scores | None) -> dict[str, float]:
    """Give every number of an assessment, and of the baselines in `scores`, by name."""
    return dict(_all(assessment, scores))


def _all(assessment: Assessment, scores: Scores | None) -> Named:
    yield from _evaluations(assessment.test)
    if scores is not None:
        yield from _baselines(scores)
    for one in assessment.slices:
        yield from _slice(one)
    for scheme in assessment.generalisation:
        yield from _scheme(scheme)
    for point in assessment.learning_curve:
        yield from _point(point)
    if assessment.repeated_splits is not None:
        yield from _repeated(assessment.repeated_splits)
    for axis, ceiling in assessment.human_ceiling.items():
        yield from _ceiling(axis, ceiling)
    yield from _counts(assessment)
    if assessment.end_to_end is not None:
        yield from _end_to_end(assessment.end_to_end)
    if assessment.behaviour is not None:
        yield from _behaviour(assessment.behaviour)


def _counts(assessment: Assessment) -> Named:
    dates, looks = assessment.dates, assessment.looks
    if dates is not None:
        for name in ("n_outside", "n_before", "n_after", "n_undated"):
            yield f"dates.{name}", float(getattr(dates, name))
    if looks is not None and looks.earlier is not None:
        yield "looks.earlier", float(looks.earlier)


def _evaluations(evaluations: Mapping[str, AxisEvaluation]) -> Named:
    for axis, evaluation in evaluations.items():
        yield f"{axis}.n", float(evaluation.n)
        for name, score in evaluation.metrics.items():
            yield from _score(f"{axis}.{name}", score)
        for label, scores in evaluation.per_label.items():
            yield from _score(f"{axis}.f1.{label}", scores.f1)


def _baselines(scores: Scores) -> Named:
    for axis, baselines in scores.baselines.items():
        for name, evaluation in baselines.items():
            yield from _score(f"{axis}.{name}.macro_f1", evaluation.metrics["macro_f1"])
            yield from _score(f"{axis}.over_{name}.macro_f1", scores.differences[axis][name])


def _slice(one: Slice) -> Named:
    name = f"{one.axis}.slice.{one.name}"
    if one.p_value is not None:
        yield f"{name}.p", one.p_value
    if one.adjusted_p is not None:
        yield f"{name}.corrected_p", one.adjusted_p
    if one.name == "period":
        # Other columns have values of their own in each data set, which no two runs share.
        for value in one.values:
            yield from _score(f"{name}.{value.value}.accuracy", value.accuracy)
            yield from _score(f"{name}.{value.value}.macro_f1", value.macro_f1)


def _scheme(one: SchemeScores) -> Named:
    name = f"generalisation.{one.scheme}"
    if one.note is None:
        yield f"{name}.n_rows", float(one.n_rows)
        yield f"{name}.n_fit", one.n_fit
    for axis, evaluation in one.evaluations.items():
        yield from _both(f"{name}.{axis}", evaluation)
    for axis, score in one.over_name_only.items():
        yield from _score(f"{name}.{axis}.over_name-only.macro_f1", score)
    for axis, score in one.gap_to_random.items():
        yield from _score(f"{name}.{axis}.gap_to_random.macro_f1", score)


def _point(point: LearningPoint) -> Named:
    name = f"learning_curve.{point.share:g}"
    yield f"{name}.n_fit", float(point.n_fit)
    yield f"{name}.n_groups", float(point.n_groups)
    for axis, evaluation in point.evaluations.items():
        yield from _both(f"{name}.{axis}", evaluation)
    for axis, score in point.gain.items():
        yield from _score(f"{name}.{axis}.gain.macro_f1", score)


def _repeated(found: RepeatedSplits) -> Named:
    yield "repeated_splits.n", float(len(found.splits))
    for axis, one in found.axes.items():
        for metric, score in one.metrics.items():
            yield from _mean(f"repeated_splits.{axis}.{metric}", score)
        for baseline, score in one.over_baselines.items():
            yield from _mean(f"repeated_splits.{axis}.over_{baseline}.macro_f1", score)


def _mean(name: str, score: RepeatedScore) -> Named:
    yield from _score(name, score.mean)
    if score.sd is not None:
        yield f"{name}.sd", score.sd


def _ceiling(axis: str, ceiling: HumanCeiling) -> Named:
    yield from _score(f"{axis}.annotators.alpha", ceiling.alpha)
    for one in ceiling.annotators:
        name = f"{axis}.annotator.{one.annotator}"
        yield from _score(f"{name}.macro_f1", one.macro_f1)
        yield from _score(f"{name}.accuracy", one.accuracy)
        yield from _score(f"{name}.difference.macro_f1", one.difference)


def _end_to_end(found: EndToEnd) -> Named:
    for name in ("n_articles", "n_gold", "n_found", "n_paired"):
        yield f"end_to_end.{name}", float(getattr(found, name))
    yield from _finding("end_to_end.attribution", found.attribution)
    for axis, one in found.axes.items():
        name = f"end_to_end.{axis}"
        yield from _finding(f"{name}.all_labels", one.all_labels)
        yield from _finding(f"{name}.expressed", one.expressed)
        for score in ("gold_attribution_f1", "gold_attribution_expressed_f1", "lost"):
            yield from _score(f"{name}.{score}", getattr(one, score))


def _finding(name: str, found: Finding) -> Named:
    for part in ("precision", "recall", "f1"):
        yield from _score(f"{name}.{part}", getattr(found, part))


def _behaviour(report: BehaviourReport) -> Named:
    for outcome in ("passes", "fails", "cannot be told"):
        yield f"behaviour.n_{_word(outcome)}", float(report.counts().get(outcome, 0))
    for one in report.checks:
        where = f"{one.axis or 'attribution'}.{one.source}.{_word(one.measure)}"
        yield from _score(f"behaviour.{one.test}.{where}", one.score)


def _word(text: str) -> str:
    return text.replace(" ", "_")


def _both(name: str, evaluation: AxisEvaluation) -> Named:
    for metric in ("macro_f1", "accuracy"):
        yield from _score(f"{name}.{metric}", evaluation.metrics[metric])


def _score(name: str, score: Score) -> Named:
    numbers = {name: score.value, f"{name}.low": score.low, f"{name}.high": score.high}
    for key, value in numbers.items():
        if value is not None:
            yield key, float(value)
