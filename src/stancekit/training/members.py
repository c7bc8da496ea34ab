"""The saved models that an ensemble is made of: where they are, and what they were trained on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from stancekit.models import find_seen
from stancekit.prediction import resolve_model


def with_folders(
    family: str, options: Mapping[str, Any], tracking_uri: str | None
) -> dict[str, Any]:
    """Give a family's options with the folder of each model that they name by an MLflow address."""
    if family != "ensemble":
        return dict(options)
    found = [str(resolve_model(uri, tracking_uri).path) for uri in options["models"]]
    return {**options, "models": found}


def count_seen_by_members(model: Path, texts: Sequence[str]) -> int:
    """Count the texts that a member of a saved ensemble was trained on; 0 for any other model."""
    each = [find_seen(member, texts) for member in sorted(model.glob("member-*"))]
    return sum(map(any, zip(*each, strict=True)))
