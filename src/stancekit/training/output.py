"""Files and folders that are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from stancekit.errors import OutputError


def new_run_folder(name: str, output: Path | None) -> Path:
    """Make the folder of a run: `output`, else ``runs/<name>/<time>``.

    Raises
    ------
    OutputError
        If `output` holds something, or no folder can be made.
    """
    if output is not None:
        return _empty_folder(output)
    stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
    for number in range(1, 1000):
        folder = Path("runs") / name / (stamp if number == 1 else f"{stamp}-{number}")
        if _made(folder):
            return folder
    raise OutputError(f"runs/{name}: a thousand runs started within a second; give an output")


def _made(folder: Path) -> bool:
    """Make a folder; two runs that start in one second must not share one."""
    with _told(folder):
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            return False
    return True


def _empty_folder(folder: Path) -> Path:
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise OutputError(
            f"{folder}: found something there, expected no such folder or an empty one. Give "
            "another output, or move it away"
        )
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def write_text(path: Path, text: str) -> None:
    """Write a file whole or not at all.

    Raises
    ------
    OutputError
        If it cannot be written; the file is then what it was before.
    """
    temporary = _sibling(path, "new")
    with _told(path):
        try:
            temporary.write_text(text, encoding="utf-8")
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)


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
    with _told(folder):
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


def _sibling(path: Path, kind: str) -> Path:
    return path.with_name(f".{path.name}.{kind}-{os.getpid()}")


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OutputError:
        raise
    except OSError as error:
        raise OutputError(
            f"{path}: cannot be written: {error.strerror or error}. Free some space, or give "
            "another output folder"
        ) from error
