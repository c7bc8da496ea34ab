"""The options of the ensemble family."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]


class EnsembleOptions(BaseModel):
    """Which saved models are averaged, and what each counts.

    `models` are the models' folders; `stancekit train` takes MLflow addresses, too. `weights` is
    one number a model; ``None`` counts all the same. With `calibrate` one temperature an axis is
    fitted to the labelled rows that no member saw in training, if there are any.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    models: tuple[str, ...] = ()
    weights: tuple[Positive, ...] | None = None
    calibrate: bool = True

    @model_validator(mode="after")
    def _check_weights(self) -> Self:
        if self.weights is not None and len(self.weights) != len(self.models):
            raise ValueError(
                f"found {len(self.weights)} weights for {len(self.models)} models, expected one "
                "each; leave weights out to count all models the same"
            )
        return self
