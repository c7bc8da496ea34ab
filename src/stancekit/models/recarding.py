"""A new card for a saved model, once its scores are known; the weights stay as they are."""

from __future__ import annotations

import shutil
from pathlib import Path

from stancekit.models.folder import CARD, SEAL, read_manifest, write_manifest
from stancekit.output import whole_folder

_WRITTEN_ANEW = ("format", "files", SEAL)


def replace_card(folder: Path, card: str) -> None:
    """Put another card into a saved model's folder, whole or not at all.

    Parameters
    ----------
    card
        The model card, as Markdown.

    Raises
    ------
    ModelError
        If the folder is no model that is as it was saved.
    OutputError
        If it cannot be written; the model is then what it was before.
    """
    manifest = read_manifest(folder)
    content = {key: value for key, value in manifest.items() if key not in _WRITTEN_ANEW}
    with whole_folder(folder) as temporary:
        shutil.copytree(folder, temporary, dirs_exist_ok=True)
        (temporary / CARD).write_text(card, encoding="utf-8")
        write_manifest(temporary, content)
