"""How good a model is on rows it never saw, beside what it has to beat."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from stancekit.codebook import Codebook
from stancekit.evaluation import (
    AxisEvaluation,
    Score,
    Slice,
    evaluate_axis,
    evaluate_slices,
    paired_difference,
    slice_columns,
)
from stancekit.training.baselines import (
    BaselineScore,
    as_baselines_read,
    keyword_lists,
    known_baselines,
)
from stancekit.training.data import ExperimentData
from stancekit.training.rows import FitPredict, Proba, Rows


@dataclass(frozen=True, eq=False, kw_only=True)
class Scores:
    """The model's evaluation and the baselines', on the same rows.

    Parameters
    ----------
    rows, proba
        What was scored, and the model's probabilities.
    baselines, differences
        By axis, then by the baseline's name; a difference is the model's macro F1 minus the
        baseline's.
    slices
        By axis and column: the model's scores on parts of the rows.
    keywords
        By axis and label: the words of the keywords baseline that is fitted on all rows to fit.
    """

    rows: Rows
    proba: Proba
    evaluations: Mapping[str, AxisEvaluation]
    baselines: Mapping[str, Mapping[str, AxisEvaluation]]
    differences: Mapping[str, Mapping[str, Score]]
    slices: tuple[Slice, ...] = ()
    keywords: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)

    def baseline_scores(self) -> dict[str, dict[str, BaselineScore]]:
        """Give macro F1 of each baseline and the model's lead, by axis and name."""
        return {
            axis: {
                name: BaselineScore(one.metrics["macro_f1"], self.differences[axis][name])
                for name, one in own.items()
            }
            for axis, own in self.baselines.items()
        }


def score(
    data: ExperimentData,
    model: FitPredict,
    *,
    resamples: int,
    seed: int,
    slices: Sequence[str] = (),
) -> Scores | None:
    """Score a model and the baselines on held-out rows, ``None`` where there are none."""
    parts = _held_out(data)
    if not parts:
        return None
    rows = Rows.joined([test for _, test in parts])
    proba = _predicted(parts, model)
    options: dict[str, Any] = {"resamples": resamples, "seed": seed, "slices": slices}
    if not data.is_labelled:
        return score_rows(rows, data.codebook, proba, {}, **options)
    read = as_baselines_read(data)
    parts = _held_out(read)
    known = known_baselines(data.codebook, Rows.joined([test for _, test in parts]))
    baselines = {name: _predicted(parts, baseline) for name, baseline in known.items()}
    scores = score_rows(rows, data.codebook, proba, baselines, **options)
    return replace(scores, keywords=keyword_lists(data.codebook, read.fit))


def score_rows(
    rows: Rows,
    codebook: Codebook,
    proba: Proba,
    baselines: Mapping[str, Proba],
    *,
    resamples: int,
    seed: int,
    slices: Sequence[str] | None = (),
    abstained: Mapping[str, Sequence[bool]] | None = None,
) -> Scores:
    """Score probabilities, and those of baselines, on the same rows.

    Parameters
    ----------
    slices
        Columns to cut the rows by, beside those that rows are cut by in any case; ``None`` cuts
        them by nothing.
    abstained
        By axis, where the model abstains; the baselines never do.
    """
    scorer = _Scorer(rows, codebook, {"resamples": resamples, "seed": seed})
    return Scores(
        rows=rows,
        proba=proba,
        evaluations={
            axis: scorer.evaluate(axis, proba, None if abstained is None else abstained[axis])
            for axis in codebook.axes
        },
        baselines={
            axis: {name: scorer.evaluate(axis, other) for name, other in baselines.items()}
            for axis in codebook.axes
        },
        differences={
            axis: {name: scorer.difference(axis, proba, other) for name, other in baselines.items()}
            for axis in codebook.axes
        },
        slices=() if slices is None else scorer.slices(proba, slices),
    )


@dataclass(frozen=True, eq=False)
class _Scorer:
    rows: Rows
    codebook: Codebook
    bootstrap: Mapping[str, int]

    def evaluate(
        self, axis: str, proba: Proba, abstained: Sequence[bool] | None = None
    ) -> AxisEvaluation:
        known = self.codebook.axes[axis]
        return evaluate_axis(
            self._gold(axis),
            proba[axis],
            absent=known.absent,
            positions=known.positions,
            abstained=abstained,
            **self._shared(axis),
        )

    def difference(self, axis: str, proba: Proba, other: Proba) -> Score:
        shared = self._shared(axis)
        return paired_difference(self._gold(axis), proba[axis], other[axis], **shared)

    def slices(self, proba: Proba, extra: Sequence[str]) -> tuple[Slice, ...]:
        axes = self.codebook.axes
        return evaluate_slices(
            {axis: self._gold(axis) for axis in axes},
            proba,
            slice_columns(self.rows.known, extra),
            labels={axis: axes[axis].label_names for axis in axes},
            groups=self.rows.groups,
            **self.bootstrap,
        )

    def _gold(self, axis: str) -> list[str | None]:
        return self.rows.y[axis].tolist()

    def _shared(self, axis: str) -> dict[str, Any]:
        labels = self.codebook.axes[axis].label_names
        return {"axis": axis, "labels": labels, "groups": self.rows.groups, **self.bootstrap}


def _held_out(data: ExperimentData) -> list[tuple[Rows, Rows]]:
    if data.test is not None:
        return [(data.fit, data.test)]
    return [(data.fit.select(fit), data.fit.select(test)) for fit, test in data.folds]


def _predicted(parts: list[tuple[Rows, Rows]], model: FitPredict) -> Proba:
    answers = [model(fit, test) for fit, test in parts]
    return {axis: np.concatenate([answer[axis] for answer in answers]) for axis in answers[0]}
