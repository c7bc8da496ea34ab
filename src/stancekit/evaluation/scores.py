"""Scores with their intervals, and what one axis' evaluation holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from stancekit.resampling import Score


@dataclass(frozen=True, slots=True)
class LabelScores:
    """How well one label is told from all others.

    `support` counts its gold rows, `predicted` the rows whose most probable label it is.
    """

    f1: Score
    precision: Score
    recall: Score
    support: int
    predicted: int

    def to_dict(self) -> dict[str, Any]:
        """Give the three scores and the two counts."""
        return {
            "f1": self.f1.to_dict(),
            "precision": self.precision.to_dict(),
            "recall": self.recall.to_dict(),
            "support": self.support,
            "predicted": self.predicted,
        }


@dataclass(frozen=True, slots=True)
class ReliabilityBin:
    """Rows of like confidence: how sure the model was, and how often it was right.

    `start` and `end` are the lowest and highest confidence in the bin.
    """

    start: float
    end: float
    n: int
    confidence: float
    accuracy: Score

    def to_dict(self) -> dict[str, Any]:
        """Give the bin's bounds, its size and its two rates."""
        return {**asdict(self), "accuracy": self.accuracy.to_dict()}


@dataclass(frozen=True, slots=True)
class RiskCoverage:
    """The error rate of the surest rows: `n` of them, down to the probability `threshold`."""

    coverage: float
    n: int
    threshold: float
    risk: Score

    def to_dict(self) -> dict[str, Any]:
        """Give the share and number of rows, the threshold and the risk."""
        return {**asdict(self), "risk": self.risk.to_dict()}


@dataclass(frozen=True, kw_only=True)
class AxisEvaluation:
    """Everything that is known of a model's quality on one axis.

    Parameters
    ----------
    labels
        In codebook order; `prevalence`, `per_label` and `confusion` keep it.
    n, n_groups
        Rows with a gold label, and the groups they form.
    n_missing
        Rows without a gold label; no score counts them.
    prevalence
        Share of each label in gold.
    metrics
        Scores by name; :func:`~stancekit.evaluation.evaluate_axis` defines each.
    confusion
        One row for each gold label, one column for each predicted label.
    n_abstained
        ``None`` where abstentions were not given.
    resamples, seed
        Of the bootstrap behind the intervals.
    positions
        Where labels stand on the axis; a label without a position is not in it.
    risk_coverage
        The least coverage first.
    """

    axis: str
    labels: tuple[str, ...]
    absent: str | None
    n: int
    n_groups: int
    n_missing: int
    prevalence: Mapping[str, float]
    metrics: Mapping[str, Score]
    per_label: Mapping[str, LabelScores]
    confusion: tuple[tuple[int, ...], ...]
    reliability: tuple[ReliabilityBin, ...]
    n_abstained: int | None
    resamples: int
    seed: int
    positions: Mapping[str, float] = field(default_factory=dict)
    risk_coverage: tuple[RiskCoverage, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON: each metric under its own name, beside the counts."""
        return {
            **{name: score.to_dict() for name, score in self.metrics.items()},
            "n": self.n,
            "n_groups": self.n_groups,
            "n_missing": self.n_missing,
            "n_abstained": self.n_abstained,
            "axis": self.axis,
            "labels": list(self.labels),
            "absent": self.absent,
            "prevalence": dict(self.prevalence),
            "per_label": {name: scores.to_dict() for name, scores in self.per_label.items()},
            "confusion": [list(row) for row in self.confusion],
            "reliability": [one.to_dict() for one in self.reliability],
            "resamples": self.resamples,
            "seed": self.seed,
            "positions": dict(self.positions),
            "risk_coverage": [one.to_dict() for one in self.risk_coverage],
        }
