"""An ensemble on disk: its members, and JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from stancekit.models.ensemble.scorer import EnsembleScorer
from stancekit.models.members.storage import copy_members, read_members

if TYPE_CHECKING:
    from stancekit.models.members.opening import Member

CONTENT: Final = "ensemble.json"


def write_ensemble(scorer: EnsembleScorer, members: Sequence[Member], folder: Path) -> None:
    """Write a copy of each member, and what each counts.

    Raises
    ------
    ModelError
        If a member is no longer the model that was averaged.
    """
    copy_members(members, folder)
    content = {
        "axes": scorer.axes,
        "weights": scorer.weights,
        "temperatures": scorer.temperatures,
    }
    (folder / CONTENT).write_text(json.dumps(content), encoding="ascii")


def read_scorer(folder: Path) -> EnsembleScorer:
    """Read a model that `write_ensemble` wrote."""
    content = json.loads((folder / CONTENT).read_text(encoding="ascii"))
    weights = content["weights"]
    return EnsembleScorer(
        read_members(folder, len(weights)),
        weights=weights,
        axes={axis: tuple(labels) for axis, labels in content["axes"].items()},
        temperatures=content["temperatures"],
    )
