"""What training and evaluation give back: all that was found out about a model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from stancekit.evaluation import AxisEvaluation, HumanCeiling, Slice
from stancekit.evaluation.end_to_end import EndToEnd
from stancekit.training.baselines import BaselineScore
from stancekit.training.dates import TrainingDates
from stancekit.training.frozen_check import FrozenCheck
from stancekit.training.generalisation import SchemeScores
from stancekit.training.learning_curve import LearningPoint
from stancekit.training.looks import Looks
from stancekit.training.repeated_splits import RepeatedSplits

if TYPE_CHECKING:
    from stancekit.evaluation.behaviour import BehaviourReport


@dataclass(frozen=True, eq=False, kw_only=True)
class Assessment:
    """All that was found out about a model; what was not asked for, or cannot be had, is empty.

    Report, terminal, JSON and MLflow tell of it, each in its own form.

    Parameters
    ----------
    test
        Each axis' evaluation on rows that the model never saw.
    baselines
        By axis, then by the baseline's name: its score on the same rows, and the model's lead.
    slices
        Scores on parts of these rows, by axis and column.
    dates
        How their dates stand to those of the training rows, where both have dates.
    generalisation
        Scores where the articles, experts, outlets or times are new, by scheme.
    learning_curve
        Scores of fits on shares of the training groups.
    repeated_splits
        Scores of fits on further random divisions of the training rows.
    human_ceiling
        By axis, what the annotators of the scored rows reach.
    end_to_end
        What becomes of the rows' articles, tagged as a whole.
    looks
        How often the rows were scored before; ``None`` where nothing was scored or counted.
    behaviour
        How the behavioural tests came out.
    frozen
        How the run stands to what was frozen of it; ``None`` for an exploratory run that nothing
        was frozen for.
    """

    test: Mapping[str, AxisEvaluation] = field(default_factory=dict)
    baselines: Mapping[str, Mapping[str, BaselineScore]] = field(default_factory=dict)
    slices: tuple[Slice, ...] = ()
    dates: TrainingDates | None = None
    generalisation: tuple[SchemeScores, ...] = ()
    learning_curve: tuple[LearningPoint, ...] = ()
    repeated_splits: RepeatedSplits | None = None
    human_ceiling: Mapping[str, HumanCeiling] = field(default_factory=dict)
    end_to_end: EndToEnd | None = None
    looks: Looks | None = None
    behaviour: BehaviourReport | None = None
    frozen: FrozenCheck | None = None

    def parts(self) -> dict[str, Any]:
        """Give each part by its name, as a result that holds more takes them."""
        return {each.name: getattr(self, each.name) for each in fields(Assessment)}

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON, without a suite that was not run and a file not given."""
        content: dict[str, Any] = {
            "test": {axis: evaluation.to_dict() for axis, evaluation in self.test.items()},
            "baselines": {
                axis: {name: one.to_dict() for name, one in own.items()}
                for axis, own in self.baselines.items()
            },
            "slices": [one.to_dict() for one in self.slices],
            "dates": None if self.dates is None else self.dates.to_dict(),
            "generalisation": {one.scheme: one.to_dict() for one in self.generalisation},
            "learning_curve": [point.to_dict() for point in self.learning_curve],
            "repeated_splits": None
            if self.repeated_splits is None
            else self.repeated_splits.to_dict(),
            "human_ceiling": {axis: one.to_dict() for axis, one in self.human_ceiling.items()},
            "end_to_end": None if self.end_to_end is None else self.end_to_end.to_dict(),
            "looks": None if self.looks is None else self.looks.to_dict(),
        }
        if self.behaviour is not None:
            content["behaviour"] = self.behaviour.to_dict()
        if self.frozen is not None:
            content["frozen"] = self.frozen.to_dict()
        return content


@dataclass(frozen=True, eq=False, kw_only=True)
class TrainingResult(Assessment):
    """What a training run left behind.

    Parameters
    ----------
    folder
        Of the run: model, report, configuration and record.
    """

    run_id: str
    model_uri: str
    model_path: Path
    report: Path | None
    folder: Path

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON of ``stancekit train --json``."""
        return {
            "run_id": self.run_id,
            "model_uri": self.model_uri,
            "model_path": str(self.model_path),
            "report": None if self.report is None else str(self.report),
            **super().to_dict(),
        }


@dataclass(frozen=True, eq=False, kw_only=True)
class EvaluationResult(Assessment):
    """What was found out about a saved model, and the report that tells of it.

    `n_seen_in_training` counts the rows whose text the model was trained on; each flatters it.
    """

    model_uri: str
    report: Path | None
    n_seen_in_training: int

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON of ``stancekit evaluate --json``."""
        return {
            "model_uri": self.model_uri,
            "report": None if self.report is None else str(self.report),
            "n_seen_in_training": self.n_seen_in_training,
            **super().to_dict(),
        }
