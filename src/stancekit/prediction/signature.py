"""The MLflow signature of a stance model: texts in, one tidy frame out.

Built by hand: `mlflow.models.infer_signature` drops the signature of a frame with nullable columns
without an error.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from stancekit.models.passages import OPTIONAL_COLUMNS

if TYPE_CHECKING:
    from mlflow.models import ModelSignature


def model_signature(axes: Mapping[str, Sequence[str]]) -> ModelSignature:
    """Give the signature of a model with those axes and their labels, in codebook order."""
    from mlflow.models import ModelSignature
    from mlflow.types import DataType, ParamSchema, ParamSpec, Schema

    return ModelSignature(
        inputs=Schema(_input_columns()),
        outputs=Schema([column for axis in axes for column in _output_columns(axis, axes[axis])]),
        params=ParamSchema([ParamSpec("threshold", DataType.double, 0.0)]),
    )


def _input_columns() -> list[object]:
    from mlflow.types import ColSpec, DataType

    optional = [ColSpec(DataType.string, name, required=False) for name in OPTIONAL_COLUMNS]
    return [ColSpec(DataType.string, "text"), *optional]


def _output_columns(axis: str, labels: Sequence[str]) -> list[object]:
    from mlflow.types import ColSpec, DataType

    return [
        ColSpec(DataType.string, axis, required=False),
        *(ColSpec(DataType.double, f"{axis}.p_{label}") for label in labels),
        ColSpec(DataType.boolean, f"{axis}.abstained"),
    ]
