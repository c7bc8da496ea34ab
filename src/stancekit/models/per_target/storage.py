"""A model for each target on disk: its members, and the names of the targets."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from stancekit.models.members.storage import copy_members, read_members
from stancekit.models.per_target.scorer import PerTargetScorer

if TYPE_CHECKING:
    from stancekit.models.members.opening import Member

CONTENT: Final = "targets.json"


def write_per_target(targets: Sequence[str], members: Sequence[Member], folder: Path) -> None:
    """Write a copy of each member: those of the targets, and behind them that of all others."""
    copy_members(members, folder)
    (folder / CONTENT).write_text(json.dumps(list(targets)), encoding="ascii")


def read_scorer(folder: Path) -> PerTargetScorer:
    """Read a model that `write_per_target` wrote."""
    targets = json.loads((folder / CONTENT).read_text(encoding="ascii"))
    *own, others = read_members(folder, len(targets) + 1)
    return PerTargetScorer(dict(zip(targets, own, strict=True)), others)
