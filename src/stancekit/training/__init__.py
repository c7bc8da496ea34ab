"""One configuration to one tracked run: load, fit, save, evaluate, report, track."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stancekit.lazy import lazy_names

if TYPE_CHECKING:
    from stancekit.training.behaviour import evaluate_behaviour
    from stancekit.training.comparing import compare
    from stancekit.training.comparison_result import ComparisonResult
    from stancekit.training.config import ExperimentConfig, load_config
    from stancekit.training.evaluating import evaluate
    from stancekit.training.freezing import freeze
    from stancekit.training.frozen import Frozen
    from stancekit.training.helping import help_to_fit
    from stancekit.training.plan import Plan, plan_experiment
    from stancekit.training.record import TrackedRun
    from stancekit.training.results import Assessment, EvaluationResult, TrainingResult
    from stancekit.training.run import train
    from stancekit.training.tracking import track_saved

__all__ = [
    "Assessment",
    "ComparisonResult",
    "EvaluationResult",
    "ExperimentConfig",
    "Frozen",
    "Plan",
    "TrackedRun",
    "TrainingResult",
    "compare",
    "evaluate",
    "evaluate_behaviour",
    "freeze",
    "help_to_fit",
    "load_config",
    "plan_experiment",
    "track_saved",
    "train",
]

# A configuration is checked without scikit-learn, pandas or MLflow being imported.
__getattr__ = lazy_names(
    __name__,
    {
        "Assessment": "results",
        "ComparisonResult": "comparison_result",
        "EvaluationResult": "results",
        "ExperimentConfig": "config",
        "Frozen": "frozen",
        "compare": "comparing",
        "evaluate": "evaluating",
        "evaluate_behaviour": "behaviour",
        "freeze": "freezing",
        "Plan": "plan",
        "TrackedRun": "record",
        "TrainingResult": "results",
        "help_to_fit": "helping",
        "load_config": "config",
        "plan_experiment": "plan",
        "track_saved": "tracking",
        "train": "run",
    },
)
