"""The model families by name; each is imported when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from stancekit.errors import ConfigError, nearest

if TYPE_CHECKING:
    from pydantic import BaseModel

    from stancekit.codebook import Codebook

FAMILIES = ("linear",)


def family_options(family: str) -> type[BaseModel]:
    """Give the options that a family takes, as the pydantic model that checks them."""
    _require_known(family)
    from stancekit.models.linear.options import LinearOptions

    return LinearOptions


def build_model(family: str, options: Mapping[str, Any], *, codebook: Codebook, seed: int) -> Any:
    """Make an unfitted model of a family."""
    _require_known(family)
    from stancekit.models.linear.estimator import LinearStanceClassifier

    return LinearStanceClassifier(codebook, options=dict(options), random_state=seed)


def _require_known(family: str) -> None:
    if family not in FAMILIES:
        raise ConfigError(f"there is no model family {family!r}; {nearest(str(family), FAMILIES)}")
