"""Passages and their labels to a fitted linear model, with further columns beside its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp

from stancekit.errors import ModelError
from stancekit.models.arrays import FloatArray, IntArray
from stancekit.models.contract import Progress
from stancekit.models.folds import make_folds
from stancekit.models.held_out import HeldOut
from stancekit.models.linear.counts import PREFIX, TrainingCounts, count_passages
from stancekit.models.linear.fitting import AxisFit, fit_axis
from stancekit.models.linear.folding import to_tables
from stancekit.models.linear.options import FittingOptions, LinearOptions
from stancekit.models.linear.scorer import LinearParts
from stancekit.models.linear.weighting import FeatureSpace, fit_space, to_features
from stancekit.models.masking import masked_texts
from stancekit.models.passages import PassageColumns
from stancekit.models.task import Task


@dataclass(frozen=True, eq=False, kw_only=True)
class Learned:
    """A fitted model.

    Parameters
    ----------
    parts
        The n-grams' tables, with intercepts and temperatures.
    beside
        Weights of the further columns, shape (labels of all axes, columns).
    fits
        What was chosen for each axis.
    """

    parts: LinearParts
    beside: FloatArray
    fits: Mapping[str, AxisFit]


@dataclass(frozen=True, eq=False, kw_only=True)
class Fold:
    """A fold that all axes share, with features that were learned without its validation rows.

    Parameters
    ----------
    features
        Of all rows, shape (rows, features).
    train, validation
        Row numbers.
    """

    features: Any
    train: IntArray
    validation: IntArray

    def among(self, rows: IntArray) -> tuple[Any, IntArray, IntArray]:
        """Give the features of some rows, and which of them are for training and validation."""
        sides = [np.flatnonzero(np.isin(rows, side)) for side in (self.train, self.validation)]
        return self.features[rows], sides[0], sides[1]


def learn(
    columns: PassageColumns,
    task: Task,
    options: LinearOptions,
    *,
    beside: FloatArray | None = None,
    progress: Progress | None = None,
) -> Learned:
    """Fit all axes to the n-grams of passages, and to further columns where there are any.

    Parameters
    ----------
    beside
        Shape (rows, columns): what else is known of each passage, as an encoder's embedding.

    Raises
    ------
    ModelError
        If the training texts hold no word.
    """
    masked = masked_texts(columns, speakers=options.mask_speaker, names=options.mask_names)
    has_targets = any(target is not None for target in columns.targets)
    counts = count_passages(columns, masked, options, targets=has_targets)
    further = None if beside is None else sp.csr_matrix(beside)
    space = fit_space(counts, np.arange(counts.n_rows), options.min_df)
    own = to_features(counts, space)
    if not own.shape[1]:
        raise ModelError(
            "found no word to learn from in the training texts, expected texts with words; "
            "check the text column, or lower min_df"
        )

    def of_fold(rows: IntArray, train: IntArray) -> Any:
        """Learn a fold's features from its training rows alone."""
        found = to_features(counts, fit_space(counts, rows[train], options.min_df))
        return _joined(found, further)[rows]

    fits = fit_axes(_joined(own, further), task, options, of_fold=of_fold, progress=progress)
    coefficients = np.concatenate([fit.coefficients for fit in fits.values()])
    parts = _assemble(task.labels, counts, space, fits, coefficients[:, : own.shape[1]], options)
    return Learned(parts=parts, beside=coefficients[:, own.shape[1] :], fits=fits)


def fit_axes(
    features: Any,
    task: Task,
    options: FittingOptions,
    *,
    of_fold: Any = None,
    folds: Sequence[Fold] | None = None,
    progress: Progress | None = None,
) -> dict[str, AxisFit]:
    """Fit each axis to the rows that have a label on it.

    Parameters
    ----------
    features
        Shape (rows, features), sparse or not.
    of_fold
        From an axis' labelled rows, and a fold's training rows among them, to the features of
        those labelled rows, where they are learned from the training rows; by default `features`
        as they are.
    folds
        Those of all axes; by default the rows of each axis are divided on their own.
    """
    steps = _Steps(len(task.labels) * (options.folds * len(options.C) + 1), progress)
    fits = {}
    for axis, names in task.labels.items():
        steps.name = f"fit {axis}"
        rows = task.labelled(axis)
        own = task.targets[axis][rows]
        groups = None if task.groups is None else [task.groups[row] for row in rows.tolist()]
        if folds is None:
            divisions = make_folds(own.argmax(axis=1), groups, options.folds, task.seed)
            divided: Iterable[tuple[Any, IntArray, IntArray]] = (
                (features[rows] if of_fold is None else of_fold(rows, train), train, validation)
                for train, validation in divisions
            )
        else:
            divided = (fold.among(rows) for fold in folds)
        weight: Any = options.class_weight
        if isinstance(weight, dict):
            weight = {code: weight.get(name, 1.0) for code, name in enumerate(names)}
        fits[axis] = fit_axis(features[rows], own, divided, options, weight, steps)
    steps.finish()
    return fits


def held_out(fits: Mapping[str, AxisFit], task: Task) -> dict[str, HeldOut]:
    """Give each axis' out-of-fold predictions for the rows that have a label on it."""
    logits = {}
    for axis, fit in fits.items():
        logits[axis] = np.full(task.targets[axis].shape, np.nan)
        logits[axis][task.labelled(axis)] = fit.held_out
    return task.held_out(logits)


def describe_fit(fit: AxisFit) -> dict[str, Any]:
    """Give what was chosen, as plain data."""
    return {
        "C": fit.C,
        "temperature": fit.temperature,
        "out_of_fold": {str(C): score for C, score in fit.scores.items()},
    }


class _Steps:
    """Counts fits and tells of each."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self.name = ""
        self._done = 0
        self._total = total
        self._progress = progress

    def __call__(self) -> None:
        self._done += 1
        if self._progress is not None:
            self._progress(self.name, self._done, self._total)

    def finish(self) -> None:
        """Tell that all is done, also where there were fewer folds than planned."""
        if self._progress is not None and self._done < self._total:
            self._progress(self.name, self._total, self._total)


def _joined(own: Any, further: Any) -> Any:
    return own if further is None else sp.hstack([own, further]).tocsr()


def _assemble(
    labels: Mapping[str, tuple[str, ...]],
    counts: TrainingCounts,
    space: FeatureSpace,
    fits: Mapping[str, AxisFit],
    coefficients: FloatArray,
    options: LinearOptions,
) -> LinearParts:
    relation = space.slices().get("relation")
    blocks = counts.blocks.items()
    return LinearParts(
        axes=dict(labels),
        words=list(counts.lexicon.words),
        ngrams=counts.ngrams,
        prefix=PREFIX,
        characters=options.characters,
        pairs=options.pairs,
        near=options.near,
        mask_speaker=options.mask_speaker,
        mask_names=options.mask_names,
        tables=to_tables(counts, space, coefficients),
        keys={name: block.keys for name, block in blocks if block.keys is not None},
        intercepts=np.concatenate([fit.intercepts for fit in fits.values()]),
        temperatures={axis: fit.temperature for axis, fit in fits.items()},
        relation=space.relation,
        relation_weights=None if relation is None else coefficients[:, relation],
    )
