"""The options of the per_target family."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from stancekit.models.devices import Device, Precision
from stancekit.models.members.options import complete_member

_NEVER: Final = ("ensemble", "per_target")


class PerTargetOptions(BaseModel):
    """Which family each target gets a model of.

    `member` is a family and its options, as under ``model`` of a configuration; `checkpoint`,
    `device` and `precision` are its own, if it has such an option and does not name it. A target
    has a model of its own from `fewest` labelled training passages on, and if two or more of them
    stand for each of two or more labels on every axis. One more model, fitted to all passages,
    answers for all other targets.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    member: Mapping[str, Any] = Field(default={"family": "linear"})
    checkpoint: str | None = None
    device: Device | None = None
    precision: Precision | None = None
    fewest: int = Field(default=50, ge=4)

    @model_validator(mode="after")
    def _complete_member(self) -> Self:
        """Fill in the member's defaults, so that a recorded configuration is complete."""
        completed = complete_member("member", self.member, self, never=_NEVER)
        object.__setattr__(self, "member", completed)
        return self
