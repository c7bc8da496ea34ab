"""The options of the linear family."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from stancekit.models.reading import MaskOptions

Positive = Annotated[float, Field(gt=0)]


def _rising(lengths: tuple[int, int]) -> tuple[int, int]:
    if not 1 <= lengths[0] <= lengths[1]:
        raise ValueError(f"found {list(lengths)}, expected the shortest, from 1, and the longest")
    return lengths


Lengths = Annotated[tuple[int, int], AfterValidator(_rising)]


class FittingOptions(BaseModel):
    """How logistic regressions are fitted and chosen.

    `C` lists the inverse regularisation strengths among which cross-validation inside the training
    data chooses, for each axis by `scoring`: log loss, a proper scoring rule, varies less from draw
    to draw than an F1 score does.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    C: list[Positive] = Field(default=[0.5, 1.0, 2.0, 4.0], min_length=1)
    class_weight: Literal["balanced"] | dict[str, Positive] | None = "balanced"
    scoring: Literal["log_loss", "macro_f1", "weighted_f1"] = "log_loss"
    folds: int = Field(default=5, ge=2, le=20)
    max_iter: int = Field(default=1000, ge=1)


class NgramOptions(BaseModel):
    """What the linear family reads of a passage.

    `pairs` is the largest distance of two words counted as a pair, `near` the number of words read
    on either side of a target; 0 leaves either out. `min_df` ``None`` keeps every n-gram of up to
    5,000 training passages, and drops those found in one passage only above that.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    bigrams: bool = True
    characters: Lengths | None = (2, 5)
    pairs: int = Field(default=5, ge=0, le=20)
    near: int = Field(default=8, ge=0, le=50)
    min_df: int | None = Field(default=None, ge=1)


class LinearOptions(FittingOptions, MaskOptions, NgramOptions):
    """The options of the linear family: what it reads of a passage, and how it is fitted."""
