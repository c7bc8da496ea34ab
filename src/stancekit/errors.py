"""What can go wrong, in words that a user can act on.

Every error that a user can mend is a :class:`StancekitError`. Its message says where, what was
found, what was expected and what to do; the command line prints it without a traceback and exits
with status 1.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


class StancekitError(Exception):
    """A problem that the user can mend."""


class ArticleError(StancekitError, ValueError):
    """An article that cannot be read."""


class TableError(StancekitError, ValueError):
    """A file of rows that cannot be read."""


class CodebookError(StancekitError, ValueError):
    """A codebook that breaks its contract, or is not the one that was expected."""


class ConfigError(StancekitError, ValueError):
    """An experiment configuration that cannot be run."""


class ModelError(StancekitError, ValueError):
    """A model that cannot be found, trusted or used."""


class TrackingError(StancekitError, RuntimeError):
    """A tracking server or store that cannot be reached or written."""


class OutputError(StancekitError, OSError):
    """A result that could not be written."""


class MissingExtraError(StancekitError, ImportError):
    """A feature whose optional dependency is not installed."""

    def __init__(self, feature: str, module: str, extra: str) -> None:
        super().__init__(
            f"{feature} needs the package {module!r}, which is not installed. "
            f"Install it with: pip install 'stancekit[{extra}]'"
        )


@dataclass(frozen=True, slots=True)
class RowProblem:
    """One thing wrong with one row of a labelled file."""

    file: str
    line: int | None
    column: str | None
    found: str
    expected: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        column = "" if self.column is None else f", column {self.column!r}"
        return f"{place}{column}: found {self.found}, expected {self.expected}"


class CorpusError(StancekitError, ValueError):
    """A corpus that cannot be used as it stands.

    Parameters
    ----------
    message
        What is wrong as a whole.
    problems
        Every row at fault; all of them are listed in the message, up to `shown`.
    shown
        How many problems the message lists before it counts the rest.
    """

    def __init__(
        self, message: str, problems: Sequence[RowProblem] = (), *, shown: int = 50
    ) -> None:
        self.problems = tuple(problems)
        lines = [message, *(f"  {problem}" for problem in self.problems[:shown])]
        if len(self.problems) > shown:
            lines.append(f"  and {len(self.problems) - shown} more")
        super().__init__("\n".join(lines))


def nearest(word: str, known: Iterable[str]) -> str:
    """Say which known word was probably meant, as the end of an error message.

    Examples
    --------
    >>> nearest("postur", ["posture", "outlook"])
    "did you mean 'posture'? (known: 'outlook', 'posture')"
    >>> nearest("xyz", ["posture", "outlook"])
    "known: 'outlook', 'posture'"
    """
    choices = sorted(set(known))
    listed = ", ".join(repr(choice) for choice in choices) or "none"
    lowered = {choice.lower(): choice for choice in choices}
    close = difflib.get_close_matches(word.lower(), lowered, n=1, cutoff=0.6)
    if not close:
        return f"known: {listed}"
    return f"did you mean {lowered[close[0]]!r}? (known: {listed})"
