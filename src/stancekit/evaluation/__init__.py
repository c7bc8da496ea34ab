"""Gold labels and probabilities in; scores with intervals, baselines and comparisons out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stancekit.evaluation.axis import evaluate_axis
from stancekit.evaluation.ceiling import AnnotatorScores, HumanCeiling, score_annotators
from stancekit.evaluation.compared import AxisComparison, Comparison, PairComparison, Place
from stancekit.evaluation.comparing import compare_models
from stancekit.evaluation.comparison import paired_difference
from stancekit.evaluation.mcnemar import McNemar, mcnemar
from stancekit.evaluation.multiplicity import holm
from stancekit.evaluation.rows import CodedRows, EvaluationError, code_rows
from stancekit.evaluation.scores import (
    AxisEvaluation,
    LabelScores,
    ReliabilityBin,
    RiskCoverage,
)
from stancekit.evaluation.sliced import Slice, SliceValue
from stancekit.evaluation.slices import evaluate_models_slices, evaluate_slices
from stancekit.evaluation.slicing import slice_columns
from stancekit.lazy import lazy_names
from stancekit.resampling import Score

if TYPE_CHECKING:
    from stancekit.evaluation.baselines import (
        KeywordBaseline,
        NameOnlyBaseline,
        SentimentBaseline,
        TfidfBaseline,
        majority_proba,
    )

__all__ = [
    "AnnotatorScores",
    "AxisComparison",
    "AxisEvaluation",
    "CodedRows",
    "Comparison",
    "EvaluationError",
    "HumanCeiling",
    "KeywordBaseline",
    "LabelScores",
    "McNemar",
    "NameOnlyBaseline",
    "PairComparison",
    "Place",
    "ReliabilityBin",
    "RiskCoverage",
    "Score",
    "SentimentBaseline",
    "Slice",
    "SliceValue",
    "TfidfBaseline",
    "code_rows",
    "compare_models",
    "evaluate_axis",
    "evaluate_models_slices",
    "evaluate_slices",
    "holm",
    "majority_proba",
    "mcnemar",
    "paired_difference",
    "score_annotators",
    "slice_columns",
]

# scikit-learn takes a second to import, and only the baselines need it
__getattr__ = lazy_names(
    __name__,
    {
        "KeywordBaseline": "baselines",
        "NameOnlyBaseline": "baselines",
        "SentimentBaseline": "baselines",
        "TfidfBaseline": "baselines",
        "majority_proba": "baselines",
    },
)
