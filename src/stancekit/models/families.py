"""The model families by name; each is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from stancekit.errors import ConfigError, MissingExtraError, nearest

if TYPE_CHECKING:
    from pydantic import BaseModel

    from stancekit.codebook import Codebook
    from stancekit.models.contract import StanceScorer


class _Family(NamedTuple):
    """Where a family's parts are, each as ``module:name`` below `stancekit.models`."""

    options: str
    estimator: str
    reader: str


_HOMES: Final[Mapping[str, _Family]] = MappingProxyType(
    {
        "linear": _Family(
            options="linear.options:LinearOptions",
            estimator="linear.estimator:LinearStanceClassifier",
            reader="linear.storage:read_scorer",
        ),
        "encoder": _Family(
            options="encoder.options:EncoderOptions",
            estimator="encoder.estimator:EncoderStanceClassifier",
            reader="encoder.storage:read_scorer",
        ),
        "fewshot": _Family(
            options="fewshot.options:FewshotOptions",
            estimator="fewshot.estimator:FewshotStanceClassifier",
            # A tuned encoder is read and run as a frozen one is.
            reader="encoder.storage:read_scorer",
        ),
        "transformer": _Family(
            options="transformer.options:TransformerOptions",
            estimator="transformer.estimator:TransformerStanceClassifier",
            reader="transformer.storage:read_scorer",
        ),
        "zeroshot": _Family(
            options="zeroshot.options:ZeroshotOptions",
            estimator="zeroshot.estimator:ZeroshotStanceClassifier",
            reader="zeroshot.storage:read_scorer",
        ),
        "ensemble": _Family(
            options="ensemble.options:EnsembleOptions",
            estimator="ensemble.estimator:EnsembleStanceClassifier",
            reader="ensemble.storage:read_scorer",
        ),
        "per_target": _Family(
            options="per_target.options:PerTargetOptions",
            estimator="per_target.estimator:PerTargetStanceClassifier",
            reader="per_target.storage:read_scorer",
        ),
    }
)
_EXTRAS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "accelerate": "transformers",
        "safetensors": "transformers",
        "sentence_transformers": "fewshot",
        "torch": "transformers",
        "transformers": "transformers",
    }
)
FAMILIES: Final = tuple(_HOMES)


def family_options(family: str) -> type[BaseModel]:
    """Give the options that a family takes, as the pydantic model that checks them."""
    options: type[BaseModel] = _part(family, _home(family).options)
    return options


def build_model(family: str, options: Mapping[str, Any], *, codebook: Codebook, seed: int) -> Any:
    """Make an unfitted model of a family."""
    estimator = _part(family, _home(family).estimator)
    return estimator(codebook, options=dict(options), random_state=seed)


def read_family(family: str, folder: Path) -> StanceScorer:
    """Read the weights of a saved model, whose files were checked by the caller."""
    scorer: StanceScorer = _part(family, _home(family).reader)(folder)
    return scorer


def _home(family: str) -> _Family:
    if family not in _HOMES:
        raise ConfigError(f"there is no model family {family!r}; {nearest(str(family), FAMILIES)}")
    return _HOMES[family]


def _part(family: str, place: str) -> Any:
    module, name = place.split(":")
    try:
        return getattr(import_module(f"stancekit.models.{module}"), name)
    except ModuleNotFoundError as error:
        missing = error.name or ""
        if missing not in _EXTRAS:
            raise
        raise MissingExtraError(f"the {family} family", missing, _EXTRAS[missing]) from error
