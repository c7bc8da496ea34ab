"""The record of a run on disk: all that tracking needs, written before tracking starts.

A run's folder holds ``model/``, ``report.html`` with the same as ``report.md`` and ``report.json``,
``reforms.md``, ``config.yaml``, ``frozen.yaml`` where the run is held to one, ``figures/``,
``run.json`` (this record) and, once it is tracked, ``tracked.json``.
"""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from stancekit.errors import TrackingError
from stancekit.evaluation import AxisEvaluation, HumanCeiling, Slice
from stancekit.output import write_text
from stancekit.training.baselines import BaselineScore
from stancekit.training.dates import TrainingDates
from stancekit.training.frozen_check import FrozenCheck
from stancekit.training.generalisation import SchemeScores
from stancekit.training.learning_curve import LearningPoint
from stancekit.training.looks import Looks
from stancekit.training.options import TrackingConfig
from stancekit.training.problems import describe_problems
from stancekit.training.repeated_splits import RepeatedSplits

_FROZEN = ConfigDict(extra="forbid", frozen=True)


class DatasetRecord(BaseModel):
    """One corpus that a run read, by its own digest."""

    model_config = _FROZEN

    name: str
    context: Literal["train", "validation", "test"]
    source: str
    sha256: str
    n_rows: int
    columns: tuple[str, ...]


class TrackedRun(BaseModel):
    """Where a run was logged."""

    model_config = _FROZEN

    tracking_uri: str
    experiment_id: str
    run_id: str
    model_uri: str
    registered_name: str | None = None
    version: str | None = None
    earlier_looks: int | None = None
    """Runs in the store that had scored the same rows before."""

    def save(self, folder: Path) -> None:
        """Write ``tracked.json``, whole or not at all."""
        write_text(folder / "tracked.json", self.model_dump_json(indent=2))

    @classmethod
    def load(cls, folder: Path) -> Self | None:
        """Give what ``tracked.json`` says, ``None`` for a run that was not tracked yet.

        Raises
        ------
        TrackingError
            If it says something else.
        """
        path = folder / "tracked.json"
        if not path.is_file():
            return None
        try:
            return cls.model_validate_json(path.read_bytes())
        except ValidationError as error:
            problems = "\n  ".join(describe_problems(error, cls))
            raise TrackingError(
                f"{path}: not where a run was logged:\n  {problems}\nIt was changed after it was "
                "written. Move it away, and the same command logs the run again"
            ) from error


class RunRecord(BaseModel):
    """A finished run, as it is to be tracked.

    Parameters
    ----------
    params, metrics, tags
        Under the names that MLflow will show.
    axes
        Each axis' labels in codebook order.
    requirements
        What the served model needs, pinned, in pip's form.
    started, finished
        Milliseconds since 1970.
    test
        Each axis' evaluation as plain data.
    baselines
        By axis and name, on the same rows.
    slices
        Scores on parts of the test rows.
    dates
        How the dates of the test rows stand to those of the training rows.
    generalisation, learning_curve, repeated_splits
        Where the configuration asks for them.
    human_ceiling
        By axis, where the test rows were annotated.
    looks
        At the test rows, as they were counted when the run was scored. They stand here and not in
        the model's folder, which is the same, byte for byte, when the run is made again.
    frozen
        How the run stands to what was frozen of it.
    """

    model_config = _FROZEN

    format: Literal[1] = 1
    name: str
    tracking: TrackingConfig
    params: dict[str, str]
    metrics: dict[str, float]
    tags: dict[str, str]
    datasets: tuple[DatasetRecord, ...]
    axes: dict[str, tuple[str, ...]]
    requirements: tuple[str, ...]
    started: int
    finished: int
    test: dict[str, Any]
    baselines: dict[str, dict[str, BaselineScore]] = {}
    slices: tuple[Slice, ...] = ()
    dates: TrainingDates | None = None
    generalisation: tuple[SchemeScores, ...] = ()
    learning_curve: tuple[LearningPoint, ...] = ()
    repeated_splits: RepeatedSplits | None = None
    human_ceiling: dict[str, HumanCeiling] = {}
    looks: Looks | None = None
    frozen: FrozenCheck | None = None

    def evaluations(self) -> dict[str, AxisEvaluation]:
        """Give each axis' evaluation as it was before it was recorded."""
        return {axis: _evaluation(content) for axis, content in self.test.items()}

    def save(self, folder: Path) -> None:
        """Write ``run.json``, whole or not at all."""
        write_text(folder / "run.json", self.model_dump_json(indent=2, by_alias=True))

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read ``run.json``.

        Raises
        ------
        TrackingError
            If the folder is not one of a finished run.
        """
        path = folder / "run.json"
        try:
            return cls.model_validate_json(path.read_bytes())
        except OSError as error:
            raise TrackingError(
                f"{path}: found no record of a finished run ({error.strerror}), expected the "
                "folder that `train` wrote, which holds run.json and model/"
            ) from error
        except ValidationError as error:
            problems = "\n  ".join(describe_problems(error, cls))
            raise TrackingError(f"{path}: not a run's record:\n  {problems}") from error


def _evaluation(content: dict[str, Any]) -> AxisEvaluation:
    """Undo `AxisEvaluation.to_dict`, which puts each metric beside the other fields."""
    known = {field.name for field in fields(AxisEvaluation)}
    metrics = {name: score for name, score in content.items() if name not in known}
    own = {name: value for name, value in content.items() if name in known}
    return TypeAdapter(AxisEvaluation).validate_python({**own, "metrics": metrics})
