"""Pretrained checkpoints: a folder, or a model id of the Hugging Face hub, to a whole folder.

What is on this machine is used without asking the hub. A folder is told from a hub id by being
there; nothing is guessed where it is not.
"""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path
from typing import Any, Final

from stancekit.errors import MissingExtraError, ModelError
from stancekit.models.loading import load_network

_WEIGHTS: Final = ("model.safetensors", "model.safetensors.index.json", "pytorch_model.bin")
_VOCABULARIES: Final = (
    "tokenizer.json",
    "vocab.txt",
    "vocab.json",
    "spiece.model",
    "sentencepiece.bpe.model",
    "tokenizer.model",
)
_PATTERNS: Final = ("*.json", "*.txt", "*.model", "*.safetensors", "1_Pooling/*", "2_*/*", "3_*/*")
_CHUNK: Final = 1 << 20


def open_checkpoint(name: str) -> Path:
    """Give the folder of a checkpoint, fetched from the hub if it is not on this machine yet.

    Parameters
    ----------
    name
        A folder, or a hub id such as ``sentence-transformers/all-MiniLM-L6-v2``; behind an ``@``
        it may name a revision.

    Raises
    ------
    ModelError
        If the folder lacks weights, configuration or tokenizer, or the id can be found neither
        here nor on the hub.
    """
    folder = Path(name).expanduser()
    if folder.is_dir():
        _require_whole(folder)
        return folder
    if folder.exists() or name.startswith((".", "/", "~")) or name.count("/") > 1:
        raise ModelError(
            f"checkpoint {name!r}: there is no such folder, expected a folder with config.json, "
            "weights and a tokenizer, or the id of a model on the Hugging Face hub"
        )
    found = _from_hub(*name.partition("@")[::2])
    _require_whole(found)
    return found


def checkpoint_digest(folder: Path) -> str:
    """Give the SHA-256 of all that decides what a checkpoint computes: files' names and bytes."""
    digest = hashlib.sha256()
    for path in sorted(_deciding_files(folder)):
        digest.update(f"{path.relative_to(folder).as_posix()}\0{path.stat().st_size}\0".encode())
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    return digest.hexdigest()


def copy_checkpoint(
    source: Path, folder: Path, *, tuned: Any = None, architecture: str = "AutoModel"
) -> None:
    """Copy what decides what a checkpoint computes into a new folder; never a pickle.

    Weights that are a pickle are read by transformers, which takes nothing but tensors from it, and
    written as safetensors.

    Parameters
    ----------
    tuned
        The checkpoint's network with other weights, which are written in place of its own.
    architecture
        The class of transformers that reads such weights.
    """
    for path in _deciding_files(source):
        if path.suffix != ".bin" and (tuned is None or not _is_of_weights(path)):
            target = folder / path.relative_to(source)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    if tuned is None and not any(folder.glob("*.safetensors")):
        tuned, _ = load_network(source, architecture)
    if tuned is not None:
        tuned.save_pretrained(folder)


def _is_of_weights(path: Path) -> bool:
    return path.suffix == ".safetensors" or path.name == "model.safetensors.index.json"


def require_torch(feature: str) -> None:
    """Raise, naming the extra, unless torch and transformers are installed."""
    for module in ("torch", "transformers"):
        try:
            __import__(module)
        except ImportError as error:
            raise MissingExtraError(feature, module, "transformers") from error


def _deciding_files(folder: Path) -> list[Path]:
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and path.suffix in (".json", ".txt", ".model", ".safetensors", ".bin")
    ]


def _require_whole(folder: Path) -> None:
    names = {path.name for path in folder.iterdir()}
    missing = ["config.json"] if "config.json" not in names else []
    if not names & set(_WEIGHTS):
        missing.append("weights (" + " or ".join(_WEIGHTS) + ")")
    if not names & set(_VOCABULARIES):
        missing.append("a tokenizer (tokenizer.json or a vocabulary)")
    if missing:
        listed = ", ".join(sorted(names)[:20]) or "nothing"
        raise ModelError(
            f"checkpoint {folder}: it lacks {', '.join(missing)}; found {listed}. Get the whole "
            "checkpoint, for example with: hf download ORGANISATION/NAME --local-dir FOLDER"
        )


def _from_hub(name: str, revision: str) -> Path:
    require_torch(f"the checkpoint {name!r}")
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    options: dict[str, Any] = {
        "revision": revision or None,
        "allow_patterns": list(_PATTERNS),
    }
    try:
        kept = Path(snapshot_download(name, local_files_only=True, **options))
        # A download that was cut off leaves a snapshot that lacks files.
        if _is_whole(kept):
            return kept
    except LocalEntryNotFoundError:
        pass
    except HFValidationError as error:
        raise ModelError(
            f"checkpoint {name!r}: there is no such folder, and it is no id of the Hugging Face "
            "hub, which reads ORGANISATION/NAME"
        ) from error
    try:
        return Path(snapshot_download(name, **options))
    except Exception as error:  # the hub's client raises whatever its transport raises
        raise ModelError(_unreachable(name, error)) from error


def _is_whole(folder: Path) -> bool:
    try:
        _require_whole(folder)
    except ModelError:
        return False
    return True


def _unreachable(name: str, error: Exception) -> str:
    from huggingface_hub import constants

    reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
    return (
        f"checkpoint {name!r}: no folder of that name is here, the hub's cache "
        f"{constants.HF_HUB_CACHE} lacks it, and it could not be fetched ({reason}). Missing: "
        "config.json, weights and tokenizer files. Where there is a network, fetch them with: "
        f"hf download {name} --local-dir FOLDER, and name that folder"
    )
