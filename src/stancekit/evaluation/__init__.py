"""Gold labels and probabilities in; scores with intervals, baselines and comparisons out."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from stancekit.evaluation.axis import evaluate_axis
from stancekit.evaluation.comparison import paired_difference
from stancekit.evaluation.rows import CodedRows, EvaluationError, code_rows
from stancekit.evaluation.scores import AxisEvaluation, LabelScores, ReliabilityBin, Score

if TYPE_CHECKING:
    from stancekit.evaluation.baselines import NameOnlyBaseline, majority_proba

__all__ = [
    "AxisEvaluation",
    "CodedRows",
    "EvaluationError",
    "LabelScores",
    "NameOnlyBaseline",
    "ReliabilityBin",
    "Score",
    "code_rows",
    "evaluate_axis",
    "majority_proba",
    "paired_difference",
]

# scikit-learn takes a second to import, and only the baselines need it
_LAZY = {
    "NameOnlyBaseline": "stancekit.evaluation.baselines",
    "majority_proba": "stancekit.evaluation.baselines",
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LAZY[name]), name)
