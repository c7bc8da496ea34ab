"""The members of a model: saved models that go by one codebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from stancekit.codebook import Codebook
from stancekit.errors import CodebookError, ModelError
from stancekit.models.contract import StanceScorer
from stancekit.models.folder import CODEBOOK, SEAL, read_manifest
from stancekit.models.saving import load_model

_ADDRESSES: Final = ("runs:/", "models:/")


@dataclass(frozen=True, eq=False, kw_only=True)
class Member:
    """A saved model: its folder, what it says of itself, and the model."""

    folder: Path
    manifest: Mapping[str, Any]
    scorer: StanceScorer

    @property
    def seal(self) -> str:
        """SHA-256 of all that the model is."""
        return str(self.manifest[SEAL])

    def describe(self) -> dict[str, Any]:
        """Give what tells it from others, as plain data."""
        name = self.manifest.get("training", {}).get("name")
        return {"name": name, "family": self.manifest["family"], SEAL: self.seal}


def open_members(models: Sequence[str], codebook: Codebook) -> list[Member]:
    """Load the members, and check that they can be averaged.

    Members may lack axes, as long as each axis of the codebook has a member; axes that the codebook
    lacks count for nothing.

    Raises
    ------
    ModelError
        If there is none, one cannot be loaded or is there twice, or an axis has no member.
    CodebookError
        If one goes by another codebook, on the axes that it shares with this one.
    """
    if not models:
        raise ModelError(
            "models: found none, expected the folders of saved models, as in models: "
            "[runs/a/model, runs/b/model]"
        )
    members = [_open(model, codebook) for model in models]
    first: dict[str, Path] = {}
    for member in members:
        if member.seal in first:
            raise ModelError(
                f"models: {member.folder} is the same model as {first[member.seal]}; name it once, "
                "and give weights if it is to count more"
            )
        first[member.seal] = member.folder
    for axis in codebook.axes:
        if not any(axis in member.scorer.axes for member in members):
            raise ModelError(
                f"axis {axis!r}: none of the models has it; they have "
                f"{sorted({name for member in members for name in member.scorer.axes})}. Leave the "
                "axis out, or add a model that has it"
            )
    return members


def _open(model: str, codebook: Codebook) -> Member:
    if model.startswith(_ADDRESSES):
        raise ModelError(
            f"models: found the MLflow address {model}, expected a folder: only `stancekit train` "
            "fetches addresses. Name the model's folder, which "
            "stancekit.prediction.resolve_model gives"
        )
    folder = Path(model).expanduser()
    manifest = read_manifest(folder)
    _check_codebook(folder, Codebook.load(folder / CODEBOOK), codebook)
    return Member(folder=folder, manifest=manifest, scorer=load_model(folder, manifest=manifest))


def _check_codebook(folder: Path, found: Codebook, expected: Codebook) -> None:
    """Raise unless two codebooks agree in all that they say of the axes that they share."""
    shared = [axis for axis in expected.axes if axis in found.axes]
    if not shared:
        raise ModelError(
            f"{folder}: the model has the axes {list(found.axes)}, expected one or more of "
            f"{list(expected.axes)}; leave it out"
        )
    if found.restricted_to(shared).hash != expected.restricted_to(shared).hash:
        raise CodebookError(
            f"{folder}: the model was trained with codebook {found.name!r} version "
            f"{found.version} ({found.hash[:12]}), expected {expected.name!r} version "
            f"{expected.version} ({expected.hash[:12]}), or one that says the same of the axes "
            f"{shared}. Train it again with that codebook, or leave it out"
        )
