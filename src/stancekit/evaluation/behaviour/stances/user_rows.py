"""A user's labelled rows, as the tests change and mask them."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stancekit.evaluation.rows import EvaluationError
from stancekit.records import Passage

_MOST_ROWS = 500


@dataclass(frozen=True, kw_only=True)
class UserRows:
    """A user's passages, their groups (most often articles), and gold labels where there are any.

    Parameters
    ----------
    gold
        For each axis one label a row, ``None`` where a row has none.
    """

    passages: Sequence[Passage]
    groups: Sequence[str]
    gold: Mapping[str, Sequence[str | None]]

    def __post_init__(self) -> None:
        for name, column in (("groups", self.groups), *self.gold.items()):
            if len(column) != len(self.passages):
                raise EvaluationError(
                    f"behavioural tests, {name}: found {len(column)} values, expected "
                    f"{len(self.passages)}, one for each passage"
                )

    def sample(self, seed: int, most: int = _MOST_ROWS) -> UserRows:
        """Give as many rows at most, drawn at random, in their order."""
        if len(self.passages) <= most:
            return self
        drawn = random.Random(f"{seed} rows").sample(range(len(self.passages)), most)  # noqa: S311
        places = sorted(drawn)
        return UserRows(
            passages=[self.passages[place] for place in places],
            groups=[self.groups[place] for place in places],
            gold={axis: [column[place] for place in places] for axis, column in self.gold.items()},
        )
