"""Many random divisions of the same rows into two sides, whole groups on one of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from stancekit.corpus.placement import place_groups
from stancekit.corpus.split_rows import to_split_rows
from stancekit.errors import CorpusError

Ints = npt.NDArray[np.int64]

_GROUP = "group to keep whole"
_TRIES = 10
"""How often a seed is drawn for each division asked for, before too few are found to differ."""


@dataclass(frozen=True, eq=False)
class Divisions:
    """Divisions of which no two have the same test side.

    Parameters
    ----------
    seeds, sides
        Of each division; a side is row numbers, ascending, those to fit and those to test on.
    n_groups
        Groups that were kept whole, after those that share a near-duplicate were joined.
    """

    seeds: tuple[int, ...]
    sides: tuple[tuple[Ints, Ints], ...]
    n_groups: int


def repeated_divisions(
    frame: pd.DataFrame,
    *,
    groups: Sequence[str],
    axes: Sequence[str],
    n_divisions: int,
    test_size: float,
    seed: int,
) -> Divisions:
    """Divide rows again and again as :func:`~stancekit.corpus.split_corpus` does by group.

    Fewer are given than were asked for where the groups allow no more that differ: one that comes
    twice would look like a score that does not move. More of them begin with the same ones.

    Parameters
    ----------
    frame
        With ``text`` and a column an axis.
    groups
        Of each row.
    test_size
        The part of the rows to test on, as far as whole groups add up to it.

    Raises
    ------
    CorpusError
        If fewer than two differ.
    """
    rows = to_split_rows(frame.assign(**{_GROUP: list(groups)}), axes=axes, group_column=_GROUP)
    joined = rows.joined_groups(seed=seed)
    labels = list(rows.labels.values())
    found: dict[bytes, tuple[int, Ints]] = {}
    for own in _seeds(seed, n_divisions * _TRIES):
        side = place_groups(joined, labels, (1 - test_size, test_size), seed=own)
        if 0 < side.sum() < len(side):
            found.setdefault(side.tobytes(), (own, side))
        if len(found) == n_divisions:
            break
    n_groups = int(joined.max()) + 1
    if len(found) < 2:
        raise CorpusError(
            f"found {len(found)} divisions that differ, of {len(rows)} rows in {n_groups} groups "
            "(those that share a near-duplicate count as one), expected two or more; label further "
            "articles"
        )
    return Divisions(
        seeds=tuple(own for own, _ in found.values()),
        sides=tuple(
            (np.flatnonzero(side == 0), np.flatnonzero(side == 1)) for _, side in found.values()
        ),
        n_groups=n_groups,
    )


def _seeds(seed: int, n: int) -> Iterator[int]:
    """Give seeds that look like those of no neighbouring `seed`; more begin with the same ones."""
    yield from np.random.SeedSequence(seed).generate_state(n).tolist()
