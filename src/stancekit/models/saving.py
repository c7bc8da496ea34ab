"""Saves fitted models of any family, and loads them to predict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from stancekit.errors import ModelError, StancekitError, nearest
from stancekit.models.confidence import write_confidence
from stancekit.models.contract import StanceModel, StanceScorer
from stancekit.models.families import FAMILIES, read_family
from stancekit.models.folder import CARD, CODEBOOK, package_versions, read_manifest, write_manifest
from stancekit.models.held_out import confidence_of
from stancekit.models.seen import write_seen


def save_model(
    model: Any,
    folder: Path,
    *,
    card: str,
    training: Mapping[str, Any],
    texts: Iterable[str] = (),
) -> None:
    """Write a fitted model, its codebook and its card into an existing empty folder.

    Parameters
    ----------
    card
        The model card, as Markdown.
    training
        What the model was trained on; plain data, without a date or a path, so that the same
        configuration and seed give the same bytes.
    texts
        The training texts, of which digests are kept: see `find_seen`.
    """
    codebook = model.codebook_
    fitted: StanceModel = model
    fitted.write_weights(folder)
    write_seen(folder, texts)
    if fitted.held_out_:
        write_confidence(folder, confidence_of(fitted.held_out_))
    (folder / CODEBOOK).write_text(codebook.to_yaml(), encoding="utf-8")
    (folder / CARD).write_text(card, encoding="utf-8")
    write_manifest(
        folder,
        {
            "family": model.family,
            "versions": package_versions(("stancekit", "numpy", "scikit-learn")),
            "codebook": {
                "name": codebook.name,
                "version": codebook.version,
                "hash": codebook.hash,
            },
            "axes": {name: list(axis.labels) for name, axis in codebook.axes.items()},
            "choices": fitted.describe(),
            "training": dict(training),
        },
    )


def load_model(folder: str | Path, *, manifest: Mapping[str, Any] | None = None) -> StanceScorer:
    """Load a saved model to predict with; runs no code from the folder and reads no pickle.

    Parameters
    ----------
    manifest
        What `read_manifest` gave for this folder, where the caller has already checked it.
    """
    folder = Path(folder)
    family = (manifest or read_manifest(folder))["family"]
    if family not in FAMILIES:
        raise ModelError(
            f"{folder}: the model is of family {family!r}; {nearest(family, FAMILIES)}"
        )
    try:
        return read_family(family, folder)
    except (KeyError, ValueError, OSError, EOFError, BadZipFile) as error:
        if isinstance(error, StancekitError):
            raise
        raise ModelError(f"{folder}: the weights cannot be read: {error}") from error
