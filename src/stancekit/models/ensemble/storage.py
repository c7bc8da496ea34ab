"""An ensemble on disk: its members, each whole in a folder of its own, and JSON."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from stancekit.errors import ModelError
from stancekit.models.ensemble.scorer import EnsembleScorer
from stancekit.models.folder import SEAL, read_manifest
from stancekit.models.saving import load_model

if TYPE_CHECKING:
    from stancekit.models.ensemble.members import Member

CONTENT: Final = "ensemble.json"


def write_ensemble(scorer: EnsembleScorer, members: Sequence[Member], folder: Path) -> None:
    """Write the model, a copy of each member included, so that it needs no other file to predict.

    Raises
    ------
    ModelError
        If a member is no longer the model that was averaged.
    """
    for number, member in enumerate(members):
        copy = folder / member_name(number)
        shutil.copytree(member.folder, copy)
        if read_manifest(copy)[SEAL] != member.seal:
            raise ModelError(
                f"{member.folder}: found another model there than the one that was averaged; "
                "train the ensemble again"
            )
    content = {
        "axes": scorer.axes,
        "weights": scorer.weights,
        "temperatures": scorer.temperatures,
    }
    (folder / CONTENT).write_text(json.dumps(content), encoding="ascii")


def read_scorer(folder: Path) -> EnsembleScorer:
    """Read a model that `write_ensemble` wrote; each member's files are checked by its manifest."""
    content = json.loads((folder / CONTENT).read_text(encoding="ascii"))
    weights = content["weights"]
    return EnsembleScorer(
        [load_model(folder / member_name(number)) for number in range(len(weights))],
        weights=weights,
        axes={axis: tuple(labels) for axis, labels in content["axes"].items()},
        temperatures=content["temperatures"],
    )


def member_name(number: int) -> str:
    """Give the folder of a member."""
    return f"member-{number}"
