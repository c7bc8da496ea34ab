"""Files and folders that are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from stancekit.errors import OutputError


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open a text file that takes its name only once it is complete.

    Raises
    ------
    OutputError
        If it cannot be written; what was at `path` before is still there.
    """
    temporary = _sibling(path, "new")
    with explained(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with temporary.open("w", encoding="utf-8", newline="\n") as file:
                yield file
            temporary.replace(path)
        finally:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def write_text(path: Path, text: str) -> None:
    """Write a file whole or not at all.

    Raises
    ------
    OutputError
        If it cannot be written; the file is then what it was before.
    """
    with whole_file(path) as file:
        file.write(text)


@contextlib.contextmanager
def whole_folder(folder: Path) -> Iterator[Path]:
    """Give a folder to write into, which becomes `folder` if the block ends without an error.

    What was there before stays until then.

    Raises
    ------
    OutputError
        If something cannot be written.
    """
    temporary, former = _sibling(folder, "new"), _sibling(folder, "old")
    with explained(folder):
        try:
            shutil.rmtree(temporary, ignore_errors=True)
            temporary.mkdir(parents=True)
            yield temporary
            if folder.exists():
                folder.rename(former)
            temporary.rename(folder)
        finally:
            for leftover in (temporary, former):
                shutil.rmtree(leftover, ignore_errors=True)


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn an error of the operating system into one that says what to do."""
    try:
        yield
    except (OutputError, BrokenPipeError):
        raise
    except OSError as error:
        raise OutputError(
            f"{path}: cannot be written: {error.strerror or error}. Nothing incomplete was left; "
            "free some space, or give another place"
        ) from error


def _sibling(path: Path, kind: str) -> Path:
    return path.with_name(f".{path.name}.{kind}-{os.getpid()}")
