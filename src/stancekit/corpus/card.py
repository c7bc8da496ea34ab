"""What a corpus' dataset card declares, in the metadata of the Hugging Face hub."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from stancekit.errors import CorpusError

CARD = "README.md"
_MACHINE = "machine-generated"


def read_card(folder: Path) -> dict[str, Any]:
    """Give the metadata of a folder's card; empty where there is no card or no metadata.

    Raises
    ------
    CorpusError
        If the metadata is not YAML.
    """
    import yaml
    from huggingface_hub import metadata_load

    path = folder / CARD
    if not path.is_file():
        return {}
    try:
        return dict(metadata_load(path) or {})
    except (yaml.YAMLError, ValueError) as error:
        raise CorpusError(f"{path}: the card's metadata is not YAML: {error}") from error


def is_machine_written(card: Mapping[str, Any]) -> bool:
    """Tell whether the card says that the texts were written by a machine."""
    creators = card.get("language_creators") or ()
    return _MACHINE in ([creators] if isinstance(creators, str) else creators)
