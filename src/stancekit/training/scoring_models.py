"""How good each of several models is on the same rows, beside what they have to beat."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from stancekit.codebook import Codebook
from stancekit.evaluation import (
    AxisEvaluation,
    Score,
    Slice,
    evaluate_models_slices,
    paired_difference,
    slice_columns,
)
from stancekit.training.rows import Proba, Rows
from stancekit.training.scoring import score_rows


@dataclass(frozen=True, eq=False, kw_only=True)
class ModelScores:
    """All scores of several models on the same rows.

    Parameters
    ----------
    evaluations
        By axis, then by model.
    baselines
        By axis, then by the baseline's name.
    differences
        By axis, model and baseline: the model's metric minus the baseline's.
    slices
        By model.
    """

    evaluations: Mapping[str, Mapping[str, AxisEvaluation]]
    baselines: Mapping[str, Mapping[str, AxisEvaluation]]
    differences: Mapping[str, Mapping[str, Mapping[str, Score]]]
    slices: Mapping[str, tuple[Slice, ...]]


def score_models(
    rows: Rows,
    codebook: Codebook,
    proba: Mapping[str, Proba],
    majorities: Mapping[str, Proba],
    *,
    metric: str = "macro_f1",
    resamples: int,
    seed: int,
    slices: Sequence[str] = (),
) -> ModelScores:
    """Score models on the same rows and the same resamples.

    Parameters
    ----------
    proba
        By the model's name.
    majorities
        By the model's name: the majority baseline of its training rows, where it is known.
    metric
        Of the differences from baselines.
    slices
        Columns to cut the rows by, beside those that rows are cut by in any case.
    """
    baselines = dict(_distinct(majorities))
    own = {
        model: name for name, (_, models) in baselines.items() for model in models if model in proba
    }
    known = {name: answer for name, (answer, _) in baselines.items()}
    bootstrap: dict[str, Any] = {"resamples": resamples, "seed": seed}
    gold = {axis: rows.y[axis].tolist() for axis in codebook.axes}

    def evaluated(answers: Mapping[str, Proba]) -> dict[str, dict[str, AxisEvaluation]]:
        each = {
            name: score_rows(rows, codebook, one, {}, slices=None, **bootstrap).evaluations
            for name, one in answers.items()
        }
        return {axis: {name: one[axis] for name, one in each.items()} for axis in codebook.axes}

    def difference(axis: str, model: str, baseline: str) -> Score:
        return paired_difference(
            gold[axis],
            proba[model][axis],
            known[baseline][axis],
            labels=codebook.axes[axis].label_names,
            axis=axis,
            groups=rows.groups,
            metric=metric,
            **bootstrap,
        )

    return ModelScores(
        evaluations=evaluated(proba),
        baselines=evaluated(known),
        differences={
            axis: {
                model: {"majority": difference(axis, model, own[model])} if model in own else {}
                for model in proba
            }
            for axis in codebook.axes
        },
        slices=evaluate_models_slices(
            gold,
            proba,
            slice_columns(rows.known, slices),
            labels={axis: codebook.axes[axis].label_names for axis in codebook.axes},
            groups=rows.groups,
            **bootstrap,
        ),
    )


def _distinct(majorities: Mapping[str, Proba]) -> Iterator[tuple[str, tuple[Proba, list[str]]]]:
    """Yield each baseline once, by its name, with the models whose training rows give it."""
    alike: list[tuple[Proba, list[str]]] = []
    for model, answer in majorities.items():
        for other, models in alike:
            if _same(answer, other):
                models.append(model)
                break
        else:
            alike.append((answer, [model]))
    for answer, models in alike:
        name = "majority" if len(alike) == 1 else f"majority ({', '.join(models)})"
        yield name, (answer, models)


def _same(one: Proba, other: Proba) -> bool:
    """Tell whether two baselines are alike: both give every row the same shares."""
    return all(np.array_equal(one[axis][:1], other[axis][:1]) for axis in one)
