"""The alias file of ``attribute`` and ``tag``: names that mean one speaker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from stancekit.cli.streams import print_note

if TYPE_CHECKING:
    from stancekit.articles import Alias


def agreed_in(path: Path | None) -> dict[str, str]:
    """Give the names that a file confirms to be others, with the agreed forms."""
    from stancekit.articles import agreed_names, read_aliases

    return {} if path is None else agreed_names(read_aliases(path))


def kept_aliases(path: Path | None) -> list[Alias]:
    """Give what a file of suggestions holds already; nothing where there is none yet.

    It is read before the work starts, so that a file that cannot be used costs no time.
    """
    from stancekit.articles import read_aliases

    return [] if path is None or not path.exists() else read_aliases(path)


def write_suggestions(path: Path, kept: Sequence[Alias], suggested: Sequence[Alias]) -> None:
    """Add suggestions to a file and say how many names wait for a decision."""
    from stancekit.articles import merge_aliases, write_aliases

    rows = merge_aliases(kept, suggested)
    write_aliases(path, rows)
    n_of = Counter(row.status for row in rows)
    told = ", ".join(f"{n_of[status]} {status}" for status in sorted(n_of)) or "nothing found"
    print_note(
        f"{path}: {len(rows) - len(kept)} new; {told}. Set the status of a row to confirmed or "
        f"rejected, then give --aliases {path}"
    )
