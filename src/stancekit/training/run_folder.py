"""The folder of a run: a new one, never one that holds something."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from stancekit.errors import OutputError
from stancekit.output import explained


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
    with explained(folder):
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
    with explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return folder
