"""The sections of an experiment's configuration, typed and frozen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator
from pydantic_core import PydanticCustomError

from stancekit.errors import StancekitError
from stancekit.models import family_options
from stancekit.training.problems import NESTED_PROBLEMS, describe_problems

FROZEN = ConfigDict(extra="forbid", frozen=True)

LabelSource = Literal["gold", "majority", "adjudicated", "dawid_skene", "soft"]
"""Whose labels a model is fitted on."""

Purpose = Literal["exploratory", "confirmatory"]
"""Whether choices are still made by the scores, or one fixed choice is put to the test."""

# As stancekit.corpus has it, whose import takes seconds that a check of a file should not.
Scheme = Literal["group", "expert", "outlet", "time", "random"]
"""What is left out in turn to see how far a family generalises."""


class ColumnsConfig(BaseModel):
    """What the data calls the standard columns; ``None`` = by their standard name.

    `group` is the column whose rows must stay on one side of a split: by default ``article_id``,
    else ``cluster_id``.
    """

    model_config = FROZEN

    text: str = "text"
    target: str | None = None
    group: str | None = None
    id: str | None = None
    article_id: str | None = None
    cluster_id: str | None = None
    speaker: str | None = None
    affiliation: str | None = None
    role: str | None = None
    outlet: str | None = None
    date: str | None = None


class SplitConfig(BaseModel):
    """How the rows are divided where no test file is given.

    ``group`` keeps every group on one side, ``time`` tests on the latest rows, and ``random``
    divides row by row, which is optimistic and says so in the report. ``column`` takes the side
    that each row names in `column` (train, validation or test): the split that a corpus was
    published with; `test_size` then counts for nothing.
    """

    model_config = FROZEN

    by: Literal["group", "time", "random", "column"] = "group"
    test_size: float = Field(default=0.2, gt=0, lt=1)
    column: str = "split"


class DataConfig(BaseModel):
    """Where the labelled passages are, and how they are divided.

    `train`, `validation` and `test` are a file, a folder or a Hub dataset id. Files that are given
    are used as they are. Validation rows join the training rows for the fit by default: the
    choices that a family makes for itself are made by cross-validation inside the rows it is
    fitted on, so a fixed validation file would only cost data. ``fit_on: train`` leaves them out.

    `train` may be left out where a family needs no training rows (zeroshot, ensemble) and a `test`
    is given.

    `labels` says what the model is fitted on: the gold labels of the file, or those of
    ``annotations.csv``, aggregated (`stancekit.corpus.aggregate`) or as ``soft`` labels. Scores
    are against the gold labels in any case.
    """

    model_config = FROZEN

    train: str | None = None
    validation: str | None = None
    test: str | None = None
    columns: ColumnsConfig = ColumnsConfig()
    axes: dict[str, str] | None = Field(default=None, min_length=1)
    """Column of each axis; ``None`` takes the codebook's axes, each from the column of its name."""
    split: SplitConfig | None = SplitConfig()
    fit_on: Literal["train", "train+validation"] = "train+validation"
    labels: LabelSource = "gold"

    @field_validator("axes", mode="before")
    @classmethod
    def _allow_a_list(cls, axes: Any) -> Any:
        return {axis: axis for axis in axes} if isinstance(axes, list) else axes

    @model_validator(mode="after")
    def _check_rows(self) -> Self:
        if self.train is None and self.test is None:
            raise ValueError(
                "train: missing, and so is test; a family that needs no training rows needs test "
                "rows alone"
            )
        return self


class ModelConfig(BaseModel):
    """A model family and its options, which that family checks and completes."""

    model_config = ConfigDict(extra="allow", frozen=True)

    family: str = "linear"

    @model_validator(mode="before")
    @classmethod
    def _resolve_options(cls, content: Any) -> Any:
        """Fill in the family's defaults, so that the recorded configuration is complete."""
        if not isinstance(content, Mapping):
            return content
        given = {str(key): value for key, value in content.items() if key != "family"}
        family = content.get("family", "linear")
        return {"family": family, **_resolved(family, given)}

    @property
    def options(self) -> dict[str, Any]:
        """The family's options, defaults included, as plain data."""
        return dict(self.model_extra or {})


class EvaluationConfig(BaseModel):
    """How a model is scored.

    `resamples` is how many an interval takes, `cross_validation` the number of folds where there
    is no test set. `slices` are columns to score parts of the rows by, beside speaker, outlet,
    role, mode, length, subject and period, which are taken where the data has them.

    `generalisation` names schemes by which the family is fitted again on parts of the rows to fit,
    and scored on the others: ``expert`` and ``outlet`` leave whole speakers or outlets out,
    ``time`` scores each stretch by what came before it, ``group`` leaves whole articles out, and
    ``random`` is the optimistic bound, which is always added. Each takes up to five fits.

    `learning_curve` gives shares of the training groups to fit on and to score on the same test
    rows; each but 1 takes a fit.

    `repeated_splits` is on how many further random divisions of the rows to fit, whole groups on
    one side and `data.split.test_size` of the rows left out, the family is fitted and scored: how
    much a score moves with the division. 0 makes none; each takes a fit.

    `purpose` is recorded beside how often the test rows were scored before.
    """

    model_config = FROZEN

    resamples: int = Field(default=2000, ge=0)
    cross_validation: int | None = Field(default=None, ge=2)
    slices: tuple[str, ...] = ()
    generalisation: tuple[Scheme, ...] = ()
    learning_curve: tuple[float, ...] = ()
    repeated_splits: int = Field(default=0, ge=0)
    purpose: Purpose = "exploratory"

    @field_validator("generalisation")
    @classmethod
    def _add_random(cls, schemes: tuple[Scheme, ...]) -> tuple[Scheme, ...]:
        """Compare with random folds in any case: the gap to them is what the others are for."""
        return tuple(dict.fromkeys((*schemes, "random"))) if schemes else ()

    @field_validator("learning_curve")
    @classmethod
    def _check_shares(cls, shares: tuple[float, ...]) -> tuple[float, ...]:
        wrong = [share for share in shares if not 0 < share <= 1]
        if wrong:
            raise ValueError(
                f"found {wrong[0]!r}, expected shares of the training groups between 0 and 1"
            )
        return tuple(sorted(set(shares)))

    @field_validator("repeated_splits")
    @classmethod
    def _check_repeats(cls, n_splits: int) -> int:
        if n_splits == 1:
            raise ValueError(
                "found 1, expected 0 for none, or 2 or more: one score says nothing of how much "
                "scores move; 5 are usual"
            )
        return n_splits


class TrackingConfig(BaseModel):
    """Where a run is recorded, and the name and alias that its model is registered under.

    `uri` ``None`` takes ``MLFLOW_TRACKING_URI``, else ``sqlite:///mlflow.db`` in the current
    directory.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    uri: str | None = None
    experiment: str = Field(default="stancekit", min_length=1, max_length=500)
    registered_name: str | None = Field(default=None, alias="register", pattern=r"^[^/:]+$")
    alias: str | None = Field(default=None, pattern=r"^[\w\-]+$", max_length=255)

    @field_validator("alias")
    @classmethod
    def _check_reserved(cls, alias: str | None) -> str | None:
        if alias is not None and re.fullmatch(r"latest|v\d+", alias, flags=re.IGNORECASE):
            raise ValueError(f"found {alias!r}, which MLflow reserves, expected such as 'champion'")
        return alias

    @model_validator(mode="after")
    def _check_alias(self) -> Self:
        if self.alias is not None and self.registered_name is None:
            raise ValueError(
                f"found alias {self.alias!r} and no register, expected both: an alias belongs to "
                "a registered model. Set tracking.register"
            )
        return self


def _resolved(family: Any, given: Mapping[str, Any]) -> dict[str, Any]:
    try:
        schema: type[BaseModel] = family_options(family)
    except StancekitError as error:
        raise _nested([f"family: {error}"]) from error
    try:
        return schema.model_validate(given).model_dump(mode="json")
    except ValidationError as error:
        raise _nested(describe_problems(error, schema)) from error


def _nested(lines: list[str]) -> PydanticCustomError:
    return PydanticCustomError(NESTED_PROBLEMS, "invalid model options", {"lines": lines})
