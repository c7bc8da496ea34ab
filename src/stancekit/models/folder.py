"""A saved model: a folder whose every file is listed, hashed, and checked before it is read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from stancekit.errors import ModelError

MANIFEST = "stancekit.json"
CODEBOOK = "codebook.yaml"
CARD = "README.md"
FORMAT = 1
SEAL = "seal"
"""Key of the SHA-256 of all that the manifest says beside it."""


def write_manifest(folder: Path, content: Mapping[str, Any]) -> None:
    """List every file of the folder with its SHA-256, beside what the model is, and seal it."""
    files = {name: _sha256(folder / name) for name in sorted(_files(folder))}
    manifest = {"format": FORMAT, **content, "files": files}
    sealed = {**manifest, SEAL: _seal_of(manifest)}
    text = json.dumps(sealed, indent=1, ensure_ascii=False) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")


def read_manifest(folder: Path) -> dict[str, Any]:
    """Read what the model is, after checking that its files are those that were saved.

    Raises
    ------
    ModelError
        If the folder is no model, its format is unknown, or a file, the manifest too, is missing,
        changed, or not one that was saved with it.
    """
    manifest = _parse(folder)
    if manifest.get("format") != FORMAT:
        raise ModelError(
            f"{folder}: found model format {manifest.get('format')!r}, expected {FORMAT}; it was "
            f"saved with the versions {manifest.get('versions', 'unknown')}. Use those, or train "
            "again"
        )
    _check_seal(folder, manifest)
    _check_files(folder, manifest)
    return manifest


def package_versions(names: tuple[str, ...]) -> dict[str, str]:
    """Give the installed versions of packages."""
    return {name: version(name) for name in names}


def _parse(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        what = "is not a folder" if not folder.is_dir() else f"holds no {MANIFEST}"
        raise ModelError(
            f"{folder} {what}, expected a model folder that stancekit saved"
        ) from error
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: the model cannot be read: {error}") from error
    if not isinstance(manifest, dict) or not isinstance(manifest.get("files"), dict):
        raise ModelError(
            f"{path}: found no list of files, expected a manifest that stancekit saved"
        )
    return manifest


def _seal_of(manifest: Mapping[str, Any]) -> str:
    said = {key: value for key, value in manifest.items() if key != SEAL}
    return hashlib.sha256(json.dumps(said).encode("ascii")).hexdigest()


def _check_seal(folder: Path, manifest: Mapping[str, Any]) -> None:
    if manifest.get(SEAL) != _seal_of(manifest):
        raise ModelError(
            f"{folder / MANIFEST} was changed after it was saved. Nothing was loaded: get the "
            "model again"
        )


def _check_files(folder: Path, manifest: Mapping[str, Any]) -> None:
    listed: Mapping[str, str] = manifest["files"]
    present = _files(folder)
    strange = sorted(present - set(listed))
    if strange:
        raise ModelError(
            f"{folder} holds {strange}, which were not saved with the model. Nothing was loaded: "
            "take them out, or get the model again from where it was saved"
        )
    for name, expected in listed.items():
        if name not in present:
            raise ModelError(f"{folder}: {name} is missing; get the model again")
        found = _sha256(folder / name)
        if found != expected:
            raise ModelError(
                f"{folder / name} was changed after it was saved: found SHA-256 {found[:12]}…, "
                f"expected {expected[:12]}…. Nothing was loaded: get the model again"
            )


def _files(folder: Path) -> set[str]:
    """Give the files of a model, but for its manifest; one of a model inside it is among them."""
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    return names - {MANIFEST}


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"{path}: cannot be read: {error.strerror}") from error
