"""A case for a model: one text or two, and the labels that are expected."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from stancekit.evaluation.behaviour.poles import AxisPoles
from stancekit.evaluation.behaviour.results import Source
from stancekit.records import Passage

Poles = Mapping[str, AxisPoles]
Labels = tuple[str, ...]

ABSTAINED = "(abstained)"
"""The label of an answer that is too unsure to be given."""


@dataclass(frozen=True, kw_only=True)
class StanceCase:
    """One text, or an original and what was made of it.

    Parameters
    ----------
    axes
        The axes on which it is judged.
    cluster
        The sentence or the article that it was made from: cases of one cluster resemble each other.
    expected
        For each passage the labels that are right; empty where nothing is expected of it.
    change
        What was done to the original, or what the case is.
    """

    test: str
    source: Source
    axes: tuple[str, ...]
    cluster: str
    passages: tuple[Passage, ...]
    expected: tuple[Labels, ...] = ()
    change: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the model says of one passage on one axis."""

    label: str
    probabilities: Mapping[str, float]

    def mass(self, labels: Sequence[str]) -> float:
        """Give the probability of those labels together."""
        return sum(self.probabilities[label] for label in labels)


@dataclass(frozen=True, kw_only=True)
class Base:
    """A passage that is to be changed: what it was made from, and on what axes it is judged.

    `is_told` says whether the model is told the speaker and the affiliation, as the `tag` verb
    does, or sees the text only.
    """

    passage: Passage
    cluster: str
    source: Source
    axes: tuple[str, ...]
    is_told: bool = True

    def case(self, test: str, changed: Passage, change: str) -> StanceCase:
        """Give the case that this passage and what was made of it form."""
        return self.pair(test, self.passage, changed, change)

    def pair(self, test: str, first: Passage, second: Passage, change: str) -> StanceCase:
        """Give the case that two forms of this passage make."""
        return StanceCase(
            test=test,
            source=self.source,
            axes=self.axes,
            cluster=self.cluster,
            passages=(self.seen(first), self.seen(second)),
            change=change if self.is_told else f"{change}, the model not told who speaks",
        )

    def seen(self, passage: Passage) -> Passage:
        """Give the passage as the model sees it."""
        return passage if self.is_told else replace(passage, speaker=None, affiliation=None)


def chance(seed: int, group: str) -> random.Random:
    """Give the only source of chance of a group of cases."""
    return random.Random(f"{seed} {group}")  # noqa: S311
