"""How a model does on parts of the rows, and where its errors go with what the rows are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from stancekit.evaluation import confusion
from stancekit.evaluation.rows import CodedRows, FloatArray, IntArray, code_rows
from stancekit.evaluation.sign_flips import holm, slice_p_value
from stancekit.evaluation.sliced import Slice, SliceValue
from stancekit.evaluation.slicing import SliceColumn, to_columns
from stancekit.resampling import Score, resample_sums

MIN_ROWS = 10
"""A value with fewer rows is pooled with others like it."""
OTHER = "other"
_FLIPS_PER_TEST = 40
"""Holm multiplies the least p-value, 1 / flips, by the number of tests; 1 / 40 is still flagged."""


def evaluate_slices(
    y_true: Mapping[str, Sequence[str | None]],
    y_proba: Mapping[str, ArrayLike],
    columns: Mapping[str, Sequence[Any] | SliceColumn],
    *,
    labels: Mapping[str, Sequence[str]],
    groups: Sequence[Any] | None = None,
    resamples: int = 2000,
    flips: int = 2000,
    seed: int = 0,
) -> tuple[Slice, ...]:
    """Score each value of each column, on each axis, and test whether errors go with the values.

    Parameters
    ----------
    y_true, y_proba, labels
        By axis, as :func:`~stancekit.evaluation.evaluate_axis` takes them.
    columns
        By name, a value a row; null = not known. What
        :func:`~stancekit.evaluation.slicing.slice_columns` gives.
    flips
        Of the test, or more where there are many tests; 0 makes none. With 2,000 the least p-value
        is 1 in 2,001.

    Examples
    --------
    >>> gold, right = ["up", "down"] * 40, [[0.9, 0.1], [0.1, 0.9]] * 40
    >>> wrong = [[0.1, 0.9], [0.9, 0.1]] * 40
    >>> found = evaluate_slices(
    ...     {"outlook": gold},
    ...     {"outlook": right[:40] + wrong[:40]},
    ...     {"outlet": ["Herald"] * 40 + ["Post"] * 40},
    ...     labels={"outlook": ["up", "down"]},
    ... )
    >>> [(one.value, one.accuracy.value) for one in found[0].values], found[0].is_flagged
    ([('Herald', 1.0), ('Post', 0.0)], True)
    """
    found = evaluate_models_slices(
        y_true,
        {"": y_proba},
        columns,
        labels=labels,
        groups=groups,
        resamples=resamples,
        flips=flips,
        seed=seed,
    )
    return found[""]


def evaluate_models_slices(
    y_true: Mapping[str, Sequence[str | None]],
    y_proba: Mapping[str, Mapping[str, ArrayLike]],
    columns: Mapping[str, Sequence[Any] | SliceColumn],
    *,
    labels: Mapping[str, Sequence[str]],
    groups: Sequence[Any] | None = None,
    resamples: int = 2000,
    flips: int = 2000,
    seed: int = 0,
) -> dict[str, tuple[Slice, ...]]:
    """Give what :func:`evaluate_slices` gives for each of several models on the same rows.

    All models see the same resamples and flips. P-values are corrected over the models, too.

    Parameters
    ----------
    y_proba
        For each model by name, as :func:`~stancekit.evaluation.compare_models` takes them.
    """
    known = to_columns(columns)
    if flips:
        flips = max(flips, _FLIPS_PER_TEST * len(y_proba) * len(y_true) * len(known))
    options = _Options(resamples=resamples, flips=flips, seed=seed)
    found: list[tuple[str, Slice]] = []
    for axis, gold in y_true.items():
        coded = {
            model: code_rows(gold, proba[axis], axis=axis, labels=labels[axis], groups=groups)
            for model, proba in y_proba.items()
        }
        answers = _Answers.of(coded)
        for name, column in known.items():
            slices = _slices(axis, name, column, answers, options)
            found += zip(coded, slices, strict=True)
    adjusted = holm([one.p_value for _, one in found])
    by_model: dict[str, list[Slice]] = {model: [] for model in y_proba}
    for (model, one), p in zip(found, adjusted, strict=True):
        by_model[model].append(replace(one, adjusted_p=p))
    return {model: tuple(slices) for model, slices in by_model.items()}


@dataclass(frozen=True, kw_only=True)
class _Options:
    resamples: int
    flips: int
    seed: int


@dataclass(frozen=True, eq=False)
class _Answers:
    """What models say of the same rows of one axis: `predicted` has a column a model."""

    rows: CodedRows
    predicted: IntArray

    @classmethod
    def of(cls, coded: Mapping[str, CodedRows]) -> _Answers:
        first = next(iter(coded.values()))
        return cls(first, np.stack([each.predicted for each in coded.values()], axis=1))

    def cells(self, own: IntArray) -> FloatArray:
        """Give the confusion of those rows, shape (rows, models, labels, labels)."""
        gold, n_labels = self.rows.gold[own], self.rows.proba.shape[1]
        by_model = [
            confusion.confusion_rows(gold, said, n_labels) for said in self.predicted[own].T
        ]
        return np.stack(by_model, axis=1)


def _slices(
    axis: str, name: str, column: SliceColumn, answers: _Answers, options: _Options
) -> list[Slice]:
    """Give the slice of each model."""
    rows = answers.rows
    own = [column.values[place] for place in rows.places.tolist()]
    counts = Counter(value for value in own if value is not None)
    kept = [value for value in _ordered(counts, column.order) if counts[value] >= MIN_ROWS]
    n_pooled = len(counts) - len(kept)
    places = {value: place for place, value in enumerate(kept)}
    codes = np.array([-1 if v is None else places.get(v, len(kept)) for v in own], dtype=np.int64)
    names = [*((value, False) for value in kept), *([(OTHER, True)] if n_pooled else [])]
    values = [
        _values(value, is_pooled, np.flatnonzero(codes == i), answers, options)
        for i, (value, is_pooled) in enumerate(names)
    ]
    tested = _tested(codes, answers, options)
    return [
        Slice(
            axis=axis,
            name=name,
            values=tuple(by_model[model] for by_model in values),
            n_missing=int((codes < 0).sum()),
            n_pooled=n_pooled,
            p_value=p_value,
            note=note,
        )
        for model, (p_value, note) in enumerate(tested)
    ]


def _tested(
    codes: IntArray, answers: _Answers, options: _Options
) -> list[tuple[float | None, str | None]]:
    """Give the p-value of each model, or why there is none."""
    if not options.flips:
        return [(None, "no test asked for")] * answers.predicted.shape[1]
    valued = codes >= 0
    groups = _renumbered(answers.rows.groups[valued])
    wrong = (answers.rows.gold[:, None] != answers.predicted)[valued].astype(np.float64)
    return [
        slice_p_value(each, codes[valued], groups, flips=options.flips, seed=options.seed)
        for each in wrong.T
    ]


def _ordered(counts: Counter[str], order: tuple[str, ...] | None) -> list[str]:
    if order is not None:
        return [value for value in order if value in counts]
    return sorted(counts, key=lambda value: (-counts[value], value))


def _values(
    value: str, is_pooled: bool, own: IntArray, answers: _Answers, options: _Options
) -> list[SliceValue]:
    """Give the rows of one value as each model does on them."""
    groups = _renumbered(answers.rows.groups[own])
    n_groups = int(groups.max(initial=-1)) + 1
    if len(own) < MIN_ROWS:
        refused = Score(None, note=f"too few rows ({len(own)}, at least {MIN_ROWS} are needed)")
        pooled = SliceValue(value, len(own), n_groups, refused, refused, is_pooled)
        return [pooled] * answers.predicted.shape[1]
    cells = {"cells": answers.cells(own)}
    sums = resample_sums(cells, groups, resamples=options.resamples, seed=options.seed)
    accuracy = sums.scores(lambda drawn: confusion.accuracy(drawn["cells"]))
    macro_f1 = sums.scores(lambda drawn: confusion.macro_f1(drawn["cells"]))
    return [
        SliceValue(value, len(own), n_groups, *scores, is_pooled)
        for scores in zip(accuracy, macro_f1, strict=True)
    ]


def _renumbered(groups: IntArray) -> IntArray:
    return np.asarray(np.unique(groups, return_inverse=True)[1], dtype=np.int64)
