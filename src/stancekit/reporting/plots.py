"""Pictures of a report as the numbers that they show; each can be read as a table, too."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from stancekit.evaluation import AxisEvaluation
from stancekit.reporting.sections import Column, Table
from stancekit.reporting.values import Cell, Noted
from stancekit.resampling import Score


@dataclass(frozen=True, kw_only=True)
class IntervalPlot:
    """A dot and its interval a row: scores of slices, of models, or differences of them.

    Parameters
    ----------
    rows
        Names and scores, from the top.
    measure
        What the scores are.
    reference
        Where a line is drawn, such as 0 for differences.
    span
        Both ends of the scale; ``None`` takes what the scores need.
    is_tabled
        Whether a table of the section has the same numbers, so that none is made of the picture.
    rings
        By name, single values that its score is made of: each is drawn above it.
    """

    rows: tuple[tuple[str, Score], ...]
    measure: str
    reference: float | None = None
    span: tuple[float, float] | None = None
    is_tabled: bool = False
    rings: Mapping[str, tuple[float, ...]] = field(default_factory=dict)

    def table(self) -> Table:
        """Give the numbers."""
        return Table(
            columns=(Column("name", ""), Column("score", self.measure)), rows=tuple(self.rows)
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the scores by name."""
        return {
            "kind": "intervals",
            "measure": self.measure,
            "rows": [self._row(name, score) for name, score in self.rows],
        }

    def _row(self, name: str, score: Score) -> dict[str, Any]:
        made_of = {"made_of": list(self.rings[name])} if name in self.rings else {}
        return {"name": name, "score": score.to_dict(), **made_of}

    def scale(self) -> tuple[float, float]:
        """Give both ends of the scale."""
        if self.span is not None:
            return self.span
        known = [
            number
            for _, score in self.rows
            for number in (score.value, score.low, score.high)
            if number is not None
        ]
        known += [value for values in self.rings.values() for value in values]
        known += [] if self.reference is None else [self.reference]
        low, high = min(known, default=0.0), max(known, default=1.0)
        return (low, high) if low < high else (low - 0.5, high + 0.5)


@dataclass(frozen=True, slots=True)
class Curve:
    """A named line: where each point stands, and its score."""

    name: str
    points: tuple[tuple[float, Score], ...]


@dataclass(frozen=True, kw_only=True)
class CurvePlot:
    """Lines with the bands of their intervals, such as risk at coverage, or score at rows.

    `is_tabled` as :class:`IntervalPlot` has it.
    """

    x: str
    y: str
    curves: tuple[Curve, ...]
    is_tabled: bool = False

    def table(self) -> Table:
        """Give the numbers: a row a place, a column a line."""
        places = sorted({x for curve in self.curves for x, _ in curve.points})
        known = [dict(curve.points) for curve in self.curves]
        names = [curve.name if len(self.curves) > 1 else self.y for curve in self.curves]
        return Table(
            columns=(
                Column("x", self.x, digits=2),
                *(Column(f"y{i}", name) for i, name in enumerate(names)),
            ),
            rows=tuple((_count(x), *(points.get(x) for points in known)) for x in places),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the points of each line."""
        return {
            "kind": "curves",
            "x": self.x,
            "y": self.y,
            "curves": [
                {
                    "name": curve.name,
                    "points": [{"x": x, "score": score.to_dict()} for x, score in curve.points],
                }
                for curve in self.curves
            ],
        }


@dataclass(frozen=True, slots=True)
class Reliability:
    """How often a model was right against how sure it was.

    `is_folded`: whether its table is shown only to who opens it, where there are many.
    """

    evaluation: AxisEvaluation
    is_folded: bool = False

    def table(self) -> Table:
        """Give the bins."""
        return Table(
            columns=(
                Column("probability", "probability"),
                Column("n", "rows"),
                Column("mean", "mean", digits=2),
                Column("right", "right", digits=2),
            ),
            rows=tuple(
                (f"{one.start:.2f} to {one.end:.2f}", one.n, one.confidence, one.accuracy)
                for one in self.evaluation.reliability
            ),
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the bins."""
        bins = [one.to_dict() for one in self.evaluation.reliability]
        return {"kind": "reliability", "bins": bins}


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often each gold label was given each predicted one."""

    evaluation: AxisEvaluation

    def table(self) -> Table:
        """Give the counts, and the share of the gold label that each is."""
        labels = self.evaluation.labels
        return Table(
            columns=(Column("gold", "gold"), *(Column(label, label) for label in labels)),
            rows=tuple(
                (label, *_with_shares(row))
                for label, row in zip(labels, self.evaluation.confusion, strict=True)
            ),
            caption="Rows are gold, columns predicted; shares are of the gold label.",
        )

    def to_dict(self) -> dict[str, Any]:
        """Give the labels and the counts."""
        return {
            "kind": "confusion",
            "labels": list(self.evaluation.labels),
            "cells": [list(row) for row in self.evaluation.confusion],
        }


def _with_shares(row: tuple[int, ...]) -> tuple[Cell, ...]:
    total = max(1, sum(row))
    return tuple(Noted(count, f"{count / total:.0%}") for count in row)


def _count(x: float) -> float:
    return int(x) if float(x).is_integer() and x > 1 else x
