"""Whether more labels would help: the same test rows, scored by fits on growing parts of the rows.

Parts are of whole groups (articles), drawn at random, and each holds the smaller ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from stancekit.evaluation import AxisEvaluation, Score, paired_difference
from stancekit.training.data import ExperimentData
from stancekit.training.rows import FitPredict, Proba, Rows
from stancekit.training.scoring import Scores, score_rows

WHOLE = 1.0


@dataclass(frozen=True, kw_only=True)
class LearningPoint:
    """Scores of a fit on a share of the training groups.

    Parameters
    ----------
    n_fit, n_groups
        Rows and groups that it was fitted on.
    gain
        By axis: macro F1 minus that of the point before; empty for the first.
    """

    share: float
    n_fit: int
    n_groups: int
    evaluations: Mapping[str, AxisEvaluation]
    gain: Mapping[str, Score] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON."""
        return {
            "share": self.share,
            "n_fit": self.n_fit,
            "n_groups": self.n_groups,
            "axes": {axis: one.to_dict() for axis, one in self.evaluations.items()},
            "gain": {axis: one.to_dict() for axis, one in self.gain.items()},
        }


def measure_learning_curve(
    data: ExperimentData,
    whole: Scores,
    model: FitPredict,
    shares: Sequence[float],
    *,
    resamples: int,
    seed: int,
) -> tuple[LearningPoint, ...]:
    """Give a point a share; none where no fixed rows are held out.

    Parameters
    ----------
    whole
        Of the model that was fitted on all rows, which is the point of share 1.
    """
    if data.test is None:
        return ()
    bootstrap: dict[str, Any] = {"resamples": resamples, "seed": seed}
    points: list[LearningPoint] = []
    before: Proba | None = None
    for share in shares:
        fit = part_of(data.fit, share, seed=seed)
        proba = whole.proba if share == WHOLE else model(fit, data.test)
        scores = whole
        if share != WHOLE:
            scores = score_rows(data.test, data.codebook, proba, {}, slices=None, **bootstrap)
        points.append(
            LearningPoint(
                share=share,
                n_fit=len(fit),
                n_groups=len(set(fit.groups)),
                evaluations=scores.evaluations,
                gain={} if before is None else _gain(data, proba, before, bootstrap),
            )
        )
        before = proba
    return tuple(points)


def part_of(rows: Rows, share: float, *, seed: int) -> Rows:
    """Give the rows of a share of the groups, one at least; a larger share holds a smaller one."""
    names = list(dict.fromkeys(rows.groups))
    order = np.random.default_rng(seed).permutation(len(names))
    n_kept = max(1, round(share * len(names)))
    kept = {names[place] for place in order[:n_kept].tolist()}
    return rows.select([row for row, group in enumerate(rows.groups) if group in kept])


def _gain(
    data: ExperimentData, proba: Proba, before: Proba, bootstrap: Mapping[str, Any]
) -> dict[str, Score]:
    test = data.test
    if test is None:
        return {}
    return {
        name: paired_difference(
            test.y[name].tolist(),
            proba[name],
            before[name],
            axis=name,
            labels=axis.label_names,
            groups=test.groups,
            **bootstrap,
        )
        for name, axis in data.codebook.axes.items()
    }
