"""The metrics of an evaluation in the order and the words of a report."""

from __future__ import annotations

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
    MetricText("brier", "Brier score", "squared error of the probabilities, 0 to 2; 0 is best"),
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
