"""Networks of transformers from a checkpoint's folder, in plain words where they cannot be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from stancekit.errors import ModelError


def load_network(folder: Path, architecture: str = "AutoModel") -> tuple[Any, list[str]]:
    """Give a checkpoint's network as transformers has it, and the weights that it lacks.

    Parameters
    ----------
    architecture
        The class of transformers that reads it.

    Raises
    ------
    ModelError
        If it cannot be read.
    """
    import transformers

    with quiet_loading(), _explained(folder):
        network, told = getattr(transformers, architecture).from_pretrained(
            folder, local_files_only=True, output_loading_info=True
        )
    return network, sorted(told["missing_keys"])


def load_encoder(folder: Path) -> Any:
    """Give a checkpoint's encoder, all of whose weights are its own.

    A pooler may be missing: none is used here.

    Raises
    ------
    ModelError
        If it cannot be read, or a weight would be a random one.
    """
    encoder, missing = load_network(folder)
    lacking = [name for name in missing if "pooler" not in name]
    if lacking:
        raise ModelError(
            f"checkpoint {folder}: {_some(lacking)} of its encoder are not in its files, and would "
            "be random. Get the whole checkpoint, or one whose config.json goes with its weights"
        )
    return encoder


def load_tokenizer(folder: Path) -> Any:
    """Give a checkpoint's tokenizer.

    Raises
    ------
    ModelError
        If it cannot be read.
    """
    from transformers import AutoTokenizer

    with _explained(folder):
        return AutoTokenizer.from_pretrained(folder, local_files_only=True)


@contextmanager
def quiet_loading() -> Iterator[None]:
    """Keep transformers from drawing bars of a second, and from listing heads that are not used."""
    from transformers.utils import logging

    verbosity = logging.get_verbosity()
    logging.disable_progress_bar()
    logging.set_verbosity_error()
    try:
        yield
    finally:
        logging.set_verbosity(verbosity)


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise ModelError(f"checkpoint {folder}: it cannot be loaded: {error}") from error


def _some(names: Iterable[str]) -> str:
    first, *others = names
    return f"{first} and {len(others)} more weights" if others else f"the weight {first}"
