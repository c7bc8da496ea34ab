"""What comparing models finds: differences, their tests, and a leaderboard without false ranks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from stancekit.evaluation.mcnemar import McNemar
from stancekit.resampling import Score


@dataclass(frozen=True, kw_only=True)
class PairComparison:
    """Two models on one axis.

    Parameters
    ----------
    a, b
        The models' names; `a` is the one that scores higher.
    difference
        The metric of `a` minus that of `b`, with its paired interval.
    n_differ
        Rows that they label differently.
    p_value, p_holm
        Of the test that swaps whole groups, and the same corrected over all axes and pairs;
        ``None`` where there are too few groups to test.
    mcnemar
        The test that takes rows for independent, corrected likewise. It decides nothing.
    is_told_apart
        Whether `p_holm` is small enough.
    """

    a: str
    b: str
    difference: Score
    n_differ: int
    p_value: float | None
    mcnemar: McNemar
    p_holm: float | None = None
    is_told_apart: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON."""
        return {
            "a": self.a,
            "b": self.b,
            "difference": self.difference.to_dict(),
            "n_differ": self.n_differ,
            "p_value": self.p_value,
            "p_holm": self.p_holm,
            "mcnemar": self.mcnemar.to_dict(),
            "is_told_apart": self.is_told_apart,
        }


@dataclass(frozen=True, kw_only=True)
class Place:
    """A model's line in the leaderboard of one axis.

    `letters` names the groups that the model belongs to: two models that share a letter are not
    told apart.
    """

    model: str
    score: Score
    letters: str
    is_told_from_best: bool

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON."""
        return {
            "model": self.model,
            "score": self.score.to_dict(),
            "letters": self.letters,
            "is_told_from_best": self.is_told_from_best,
        }


@dataclass(frozen=True, kw_only=True)
class AxisComparison:
    """The models on one axis, the best first.

    Parameters
    ----------
    n, n_groups
        Rows with a gold label, and the groups they form.
    n_missing
        Rows left out since they have no gold label.
    pairs
        Every two models, in the order of the leaderboard.
    differing
        Where the rows that not all models label alike stand among those that were given.
    note
        Why nothing was tested, where nothing was.
    """

    axis: str
    labels: tuple[str, ...]
    n: int
    n_groups: int
    n_missing: int
    leaderboard: tuple[Place, ...]
    pairs: tuple[PairComparison, ...]
    differing: tuple[int, ...]
    note: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON; the rows that differ are counted."""
        return {
            "axis": self.axis,
            "labels": list(self.labels),
            "n": self.n,
            "n_groups": self.n_groups,
            "n_missing": self.n_missing,
            "n_differing": len(self.differing),
            "leaderboard": [place.to_dict() for place in self.leaderboard],
            "pairs": [pair.to_dict() for pair in self.pairs],
            **({} if self.note is None else {"note": self.note}),
        }


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Models compared on the same rows, axis by axis.

    Parameters
    ----------
    level
        Of the intervals; 1 - `level` is the risk of any false difference over all axes and pairs.
    n_tests
        Axes times pairs that were tested, over which Holm corrects.
    swaps
        Random swaps behind each p-value.
    """

    models: tuple[str, ...]
    metric: str
    axes: Mapping[str, AxisComparison]
    level: float
    n_tests: int
    resamples: int
    swaps: int
    seed: int

    @property
    def rule(self) -> str:
        """By which rule models are told apart, in one sentence."""
        return (
            "Two models are told apart where the test that swaps whole groups gives a p-value of "
            f"at most {1 - self.level:.2g} after Holm's correction over axes and pairs (tests: "
            f"{self.n_tests}); models that share a letter are not told apart."
        )

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON."""
        return {
            "models": list(self.models),
            "metric": self.metric,
            "level": self.level,
            "rule": self.rule,
            "n_tests": self.n_tests,
            "resamples": self.resamples,
            "swaps": self.swaps,
            "seed": self.seed,
            "axes": {name: axis.to_dict() for name, axis in self.axes.items()},
        }
