"""The metrics of an evaluation in the order and the words of a report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MetricText:
    """A metric's name in code, its title, and what it says."""

    name: str
    title: str
    meaning: str


METRICS = (
    MetricText("macro_f1", "Macro F1", "mean F1 of the labels that occur in gold"),
    MetricText("accuracy", "Accuracy", "share of rows with the right label"),
    MetricText("weighted_f1", "Weighted F1", "mean F1, weighted by how often a label is gold"),
    MetricText("mcc", "Matthews correlation", "of gold and predicted labels; 0 is chance"),
    MetricText(
        "quadratic_kappa", "Quadratic kappa", "agreement of positions; far misses cost more"
    ),
    MetricText("position_mae", "Position error", "mean distance of positions; 0 is best"),
    MetricText("gate_f1", "Gate F1", "telling that anything is expressed"),
    MetricText("gate_accuracy", "Gate accuracy", "expressed against not expressed"),
    MetricText(
        "expressed_macro_f1", "Expressed macro F1", "mean F1 of the labels that express something"
    ),
    MetricText(
        "answered_accuracy", "Accuracy if answered", "without the rows the model abstains from"
    ),
    MetricText(
        "answered_macro_f1", "Macro F1 if answered", "without the rows the model abstains from"
    ),
    MetricText("answered_share", "Share answered", "rows the model does not abstain from"),
    MetricText("strict_accuracy", "Accuracy, strict", "all rows; an abstention counts as an error"),
    MetricText("strict_macro_f1", "Macro F1, strict", "all rows; an abstention counts as an error"),
    MetricText("aurc", "Risk over coverage", "mean error rate of the surest rows; 0 is best"),
    MetricText("brier", "Brier score", "squared error of the probabilities, 0 to 2; 0 is best"),
    MetricText("brier_reliability", "Brier: reliability", "what miscalibration costs; 0 is best"),
    MetricText("brier_resolution", "Brier: resolution", "what telling rows apart gains"),
    MetricText("brier_uncertainty", "Brier: uncertainty", "of the labels; the model has no part"),
    MetricText("brier_within_bins", "Brier: within bins", "what the bins do not tell apart"),
    MetricText(
        "calibration_error",
        "Calibration error",
        "gap between top probability and accuracy; 0 is best",
    ),
    MetricText(
        "classwise_calibration_error",
        "Class-wise calibration error",
        "the same gap for each label's probability, mean over labels",
    ),
)


def metric_texts(names: Iterable[str]) -> list[MetricText]:
    """Give the words for those metrics, in a report's order; one without words by its name, last.

    Examples
    --------
    >>> [metric.title for metric in metric_texts(["new_score", "accuracy"])]
    ['Accuracy', 'New score']
    """
    asked = list(names)
    known = [metric for metric in METRICS if metric.name in asked]
    others = [name for name in asked if all(name != metric.name for metric in METRICS)]
    return [*known, *(MetricText(name, name.replace("_", " ").capitalize(), "") for name in others)]
