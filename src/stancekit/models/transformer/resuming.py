"""Checkpoints of a training loop that was cut off: only whole ones are gone on from."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any, Final

from transformers import TrainerCallback

from stancekit.models.contract import Progress
from stancekit.models.processes import is_first, wait_for_all

_WHOLE: Final = "whole"
"""A file that a checkpoint has once all of it is on disk."""


class Watch(TrainerCallback):  # type: ignore[misc]
    """Tells of each step, and marks each checkpoint that is whole."""

    def __init__(self, step: str, progress: Progress | None) -> None:
        self._step = step
        self._progress = progress

    def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:  # noqa: ARG002
        """Tell of the step."""
        if self._progress is not None:
            self._progress(self._step, state.global_step, state.max_steps)

    def on_save(self, args: Any, state: Any, control: Any, **_: Any) -> None:  # noqa: ARG002
        """Mark the checkpoint, of which all files are written by now."""
        wait_for_all()
        if not is_first():
            return
        (Path(args.output_dir) / f"checkpoint-{state.global_step}" / _WHOLE).touch()


def last_whole(folder: Path) -> Path | None:
    """Give the newest checkpoint that is whole, and take away those that are not."""
    found: list[tuple[int, Path]] = []
    for path in folder.glob("checkpoint-*"):
        number = path.name.rpartition("-")[2]
        if number.isdigit() and (path / _WHOLE).is_file():
            found.append((int(number), path))
        elif is_first():
            shutil.rmtree(path, ignore_errors=True)
    return max(found)[1] if found else None
