"""Members on disk: each whole, in a folder of its own inside that of the model they are part of."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from stancekit.errors import ModelError
from stancekit.models.contract import StanceScorer
from stancekit.models.folder import SEAL, read_manifest
from stancekit.models.saving import load_model

if TYPE_CHECKING:
    from stancekit.models.members.opening import Member


def copy_members(members: Sequence[Member], folder: Path) -> None:
    """Copy members, so that the model they are part of needs no other file to predict.

    Raises
    ------
    ModelError
        If one is no longer the model that was taken in.
    """
    for number, member in enumerate(members):
        copy = folder / member_name(number)
        shutil.copytree(member.folder, copy)
        if read_manifest(copy)[SEAL] != member.seal:
            raise ModelError(
                f"{member.folder}: found another model there than the one that was taken in; "
                "train the model that it is part of again"
            )


def read_members(folder: Path, n_members: int) -> list[StanceScorer]:
    """Read what `copy_members` wrote; each member's files are checked by its manifest."""
    return [load_model(folder / member_name(number)) for number in range(n_members)]


def member_name(number: int) -> str:
    """Give the folder of a member."""
    return f"member-{number}"
