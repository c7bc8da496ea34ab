"""Results to standard output, progress and logs to the error stream, errors to one message."""

from __future__ import annotations

import contextlib
import errno
import json
import logging
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Self

from stancekit.errors import StancekitError

if TYPE_CHECKING:
    from rich.console import Console

_SYSTEM_ADVICE = {
    errno.ENOSPC: "the disk is full: free some space, or write elsewhere",
    errno.EACCES: "permission denied: write elsewhere, or change the permissions",
    errno.EROFS: "the file system is read-only: write elsewhere",
    errno.ENOENT: "no such file or directory: check the path",
    errno.EISDIR: "it is a folder, expected a file",
}


def configure_logging(*, verbose: bool) -> None:
    """Send logs to the error stream; warnings only, unless asked."""
    logging.basicConfig(
        stream=sys.stderr,
        level=logging.INFO if verbose else logging.WARNING,
        format="%(levelname)s %(name)s: %(message)s" if verbose else "%(message)s",
    )


@contextlib.contextmanager
def reported_errors() -> Iterator[None]:
    """End with one clear message and status 1 where the user can mend the problem."""
    try:
        yield
    except StancekitError as error:
        _fail(str(error))
    except BrokenPipeError:
        # Whoever read our output has stopped; leave without a second error at shutdown.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        advice = _SYSTEM_ADVICE.get(error.errno or 0, error.strerror or str(error))
        where = f"{error.filename}: " if error.filename else ""
        _fail(f"{where}{advice}")
    except MemoryError:
        _fail("out of memory: give fewer rows at once, or use a machine with more memory")
    except KeyboardInterrupt:
        print("stopped", file=sys.stderr)  # noqa: T201
        sys.exit(130)


def _fail(message: str) -> None:
    print(f"stancekit: {message}", file=sys.stderr)  # noqa: T201
    sys.exit(1)


def print_warning(message: str) -> None:
    """Write what a user should know of a result to the error stream."""
    print(f"stancekit: warning: {message}", file=sys.stderr)  # noqa: T201


def print_note(message: str) -> None:
    """Write what was done beside the result to the error stream."""
    print(f"stancekit: {message}", file=sys.stderr)  # noqa: T201


def print_json(result: Any) -> None:
    """Write a result to standard output as JSON."""
    sys.stdout.write(json.dumps(result, indent=1, ensure_ascii=False) + "\n")


def print_text(text: str = "") -> None:
    """Write a line of a result to standard output."""
    sys.stdout.write(text + "\n")


def console() -> Console:
    """Give a console on standard output, for tables; wide enough for them where none watches."""
    from rich.console import Console

    return Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else 110)


class ProgressBar:
    """A progress bar on the error stream, shown where someone watches it.

    Call it with a step's name, how much of it is done, and of how much.
    """

    def __init__(self) -> None:
        self._bars: dict[str, Any] = {}
        self._progress: Any = None

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import (
                BarColumn,
                MofNCompleteColumn,
                Progress,
                TextColumn,
                TimeElapsedColumn,
            )

            self._progress = Progress(
                TextColumn("{task.description:<20}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
                console=Console(stderr=True),
            )
            self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._progress is not None:
            self._progress.stop()

    def __call__(self, step: str, done: int, total: int | None = None) -> None:
        """Show how far a step is."""
        if self._progress is None:
            return
        if step not in self._bars:
            self._bars[step] = self._progress.add_task(step, total=total)
        self._progress.update(self._bars[step], completed=done, total=total)
