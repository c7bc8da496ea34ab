"""What a report on compared models tells: plain facts, before it is a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from stancekit.evaluation import AxisEvaluation, Comparison, Score, Slice
from stancekit.evaluation.compared import AxisComparison
from stancekit.reporting.differing import DifferingRow
from stancekit.reporting.report import RunFacts
from stancekit.reporting.sections import Section


@dataclass(frozen=True, kw_only=True)
class ComparedModel:
    """A model of a comparison; ``None`` = not known.

    Parameters
    ----------
    name
        As the page calls it, another one for each model.
    address
        As the comparison calls it.
    trained_on
        Digest of the rows that it was trained on.
    n_seen
        Rows compared on whose text it was trained on.
    """

    name: str
    address: str
    family: str | None = None
    n_train: int | None = None
    n_train_groups: int | None = None
    trained_on: str | None = None
    n_seen: int = 0


@dataclass(frozen=True, kw_only=True)
class ComparisonReport:
    """A report on models that were compared on the same rows.

    Parameters
    ----------
    facts
        Of the data and how they were scored.
    models
        In the order in which they were given.
    evaluations
        By axis, then by the model's name.
    baselines
        By axis, then by the baseline's name.
    differences
        By axis, then by the model's name: the model's metric minus that of the baselines of that
        name.
    slices
        By the model's name: its scores on parts of the rows.
    differing
        By axis: the rows to show, in order, of those that not all models label alike.
    notes
        What a reader has to know before any number.
    doubts
        Where not to trust it, a sentence each, beside what the numbers show.
    sections
        What there is to tell beside the axes; they stand behind them.
    """

    title: str
    facts: RunFacts
    comparison: Comparison
    models: tuple[ComparedModel, ...]
    evaluations: Mapping[str, Mapping[str, AxisEvaluation]]
    baselines: Mapping[str, Mapping[str, AxisEvaluation]] = field(default_factory=dict)
    differences: Mapping[str, Mapping[str, Mapping[str, Score]]] = field(default_factory=dict)
    slices: Mapping[str, tuple[Slice, ...]] = field(default_factory=dict)
    differing: Mapping[str, tuple[DifferingRow, ...]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()

    def name_of(self, address: str) -> str:
        """Give the name of the model that the comparison knows by its address."""
        return next(model.name for model in self.models if model.address == address)

    def best_of(self, axis: AxisComparison) -> str:
        """Give the name of the model that leads on an axis, told from the others or not."""
        return self.name_of(axis.leaderboard[0].model)
