"""Gold labels and probabilities in; scores with intervals, baselines and comparisons out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stancekit.evaluation.axis import evaluate_axis
from stancekit.evaluation.ceiling import AnnotatorScores, HumanCeiling, score_annotators
from stancekit.evaluation.comparison import paired_difference
from stancekit.evaluation.rows import CodedRows, EvaluationError, code_rows
from stancekit.evaluation.scores import (
    AxisEvaluation,
    LabelScores,
    ReliabilityBin,
    RiskCoverage,
)
from stancekit.evaluation.slices import Slice, SliceValue, evaluate_slices
from stancekit.evaluation.slicing import slice_columns
from stancekit.lazy import lazy_names
from stancekit.resampling import Score

if TYPE_CHECKING:
    from stancekit.evaluation.baselines import NameOnlyBaseline, majority_proba

__all__ = [
    "AnnotatorScores",
    "AxisEvaluation",
    "CodedRows",
    "EvaluationError",
    "HumanCeiling",
    "LabelScores",
    "NameOnlyBaseline",
    "ReliabilityBin",
    "RiskCoverage",
    "Score",
    "Slice",
    "SliceValue",
    "code_rows",
    "evaluate_axis",
    "evaluate_slices",
    "majority_proba",
    "paired_difference",
    "score_annotators",
    "slice_columns",
]

# scikit-learn takes a second to import, and only the baselines need it
__getattr__ = lazy_names(
    __name__,
    {
        "NameOnlyBaseline": "baselines",
        "majority_proba": "baselines",
    },
)
