"""The options of the ensemble family."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from stancekit.models.devices import Device, Precision
from stancekit.models.members.options import complete_member

Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]


class EnsembleOptions(BaseModel):
    """Which models are averaged, and what each counts.

    `models` are the folders of saved models; `stancekit train` takes MLflow addresses, too.
    `members` are fitted here instead: each is a family and its options, as under ``model`` of a
    configuration; `checkpoint`, `device` and `precision` are those of members that have such an
    option and do not name it.

    `weights` is one number a model; ``None`` counts all the same. With `calibrate` one temperature
    an axis is fitted to labelled rows that no saved model saw, or to what fitted members say of
    rows that they were kept from, if there are any.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    models: tuple[str, ...] = ()
    members: tuple[Mapping[str, Any], ...] = ()
    checkpoint: str | None = None
    device: Device | None = None
    precision: Precision | None = None
    weights: tuple[Positive, ...] | None = None
    calibrate: bool = True

    @model_validator(mode="after")
    def _complete_members(self) -> Self:
        """Fill in each member's defaults, so that a recorded configuration is complete."""
        completed = tuple(
            complete_member(f"member {number}", member, self, never=["ensemble"])
            for number, member in enumerate(self.members, start=1)
        )
        object.__setattr__(self, "members", completed)
        return self

    @model_validator(mode="after")
    def _check_weights(self) -> Self:
        if self.models and self.members:
            raise ValueError(
                "found models and members, expected one of them: saved models under models, or "
                "families to fit under members"
            )
        n_models = len(self.models) + len(self.members)
        if self.weights is not None and len(self.weights) != n_models:
            raise ValueError(
                f"found {len(self.weights)} weights for {n_models} models, expected one "
                "each; leave weights out to count all models the same"
            )
        return self
