"""The linear family: logistic regression over n-grams of masked text, for all axes in one pass."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import numpy as np
import pandas as pd
from pydantic import ValidationError
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils.validation import check_is_fitted
from threadpoolctl import threadpool_limits

from stancekit.codebook import Codebook
from stancekit.errors import ModelError, nearest
from stancekit.models.arrays import FloatArray, IntArray
from stancekit.models.contract import Progress
from stancekit.models.folds import make_folds
from stancekit.models.held_out import HeldOut
from stancekit.models.labels import check_lengths, check_weights, own_labels, to_targets
from stancekit.models.linear.counts import PREFIX, TrainingCounts, count_passages
from stancekit.models.linear.fitting import AxisFit, fit_axis
from stancekit.models.linear.folding import to_tables
from stancekit.models.linear.options import LinearOptions
from stancekit.models.linear.scorer import LinearParts, LinearScorer
from stancekit.models.linear.storage import write_parts
from stancekit.models.linear.weighting import FeatureSpace, fit_space, to_features
from stancekit.models.masking import masked_texts
from stancekit.models.passages import to_columns


class LinearStanceClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Logistic regression over words, word pairs and character n-grams of masked passages.

    Parameters
    ----------
    codebook
        The axes to learn and their labels; ``None`` takes the columns of `y` and their sorted
        labels.
    options
        A `LinearOptions`, or a mapping of its fields; ``None`` for the defaults.
    random_state
        Seed of the folds in which strengths are chosen and temperatures fitted.

    Attributes
    ----------
    codebook_
        The codebook that was learned: the one given, or one made of the labels in `y`.
    scorer_
        The fitted model as tables (`LinearScorer`).
    choices_
        For each axis, what was chosen and how each choice scored.
    held_out_
        For each axis, the out-of-fold predictions of its labelled rows (`HeldOut`).

    Notes
    -----
    Passages with a target are read with the target marked, the words around it apart, and with
    features of how text and target relate. Temperatures are fitted to out-of-fold predictions
    (Guo et al. 2017).
    """

    family = "linear"

    def __init__(
        self,
        codebook: Codebook | None = None,
        *,
        options: LinearOptions | Mapping[str, Any] | None = None,
        random_state: int = 0,
    ) -> None:
        self.codebook = codebook
        self.options = options
        self.random_state = random_state

    def fit(
        self,
        X: Any,
        y: pd.DataFrame,
        *,
        groups: Sequence[Any] | None = None,
        progress: Progress | None = None,
    ) -> Self:
        """Fit all axes; rows whose label is null are masked for that axis.

        A cell of `y` is a label, or a mapping of labels to their shares: a soft label, which
        counts for each of them in proportion.

        Raises
        ------
        ModelError
            If an axis has fewer than two labels in `y`, or a label that the codebook lacks.
        """
        # One thread, whatever the machine: sums in another order would be another model.
        with threadpool_limits(1, user_api="blas"):
            return self._fit(X, y, groups, progress)

    def _fit(
        self, X: Any, y: pd.DataFrame, groups: Sequence[Any] | None, progress: Progress | None
    ) -> Self:
        options = self._checked_options()
        columns = to_columns(X)
        y = pd.DataFrame(y).reset_index(drop=True)
        groups = None if groups is None else list(groups)
        check_lengths(len(columns), len(y), groups)
        labels = self._labels(y)
        check_weights(options.class_weight, labels)
        targets = {axis: to_targets(axis, y[axis], names) for axis, names in labels.items()}
        masked = masked_texts(columns, speakers=options.mask_speaker, names=options.mask_names)
        has_targets = any(target is not None for target in columns.targets)
        counts = count_passages(columns, masked, options, targets=has_targets)
        steps = _Steps(len(labels) * (options.folds * len(options.C) + 1), progress)
        space = fit_space(counts, np.arange(counts.n_rows), options.min_df)
        features = to_features(counts, space)
        if not features.shape[1]:
            raise ModelError(
                "found no word to learn from in the training texts, expected texts with words; "
                "check the text column, or lower min_df"
            )
        fits = {}
        for axis in labels:
            steps.name = f"fit {axis}"
            fits[axis] = self._fit_axis(
                counts, features, targets[axis], groups, labels[axis], steps
            )
        steps.finish()
        self.codebook_ = self.codebook or Codebook.from_labels(labels, name="unnamed")
        self.choices_ = {axis: _choice(fit) for axis, fit in fits.items()}
        self.held_out_ = {axis: _held_out(fit, targets[axis], groups) for axis, fit in fits.items()}
        self.classes_ = {axis: np.array(names) for axis, names in labels.items()}
        self.scorer_ = LinearScorer(_assemble(labels, counts, space, fits, options))
        return self

    def predict_proba(self, X: Any) -> dict[str, FloatArray]:
        """Give calibrated probabilities for each axis, shape (n, labels in codebook order)."""
        check_is_fitted(self, "scorer_")
        return self.scorer_.predict_proba(X)

    def predict(self, X: Any) -> pd.DataFrame:
        """Give the most probable label of each axis, one column an axis."""
        proba = self.predict_proba(X)
        return pd.DataFrame(
            {axis: self.classes_[axis][proba[axis].argmax(axis=1)] for axis in proba}
        )

    def score(self, X: Any, y: pd.DataFrame, sample_weight: Any = None) -> float:
        """Give the mean accuracy over axes, each over its labelled rows."""
        predicted, gold = self.predict(X), pd.DataFrame(y).reset_index(drop=True)
        shares = [
            np.average(
                (predicted[axis] == gold[axis])[gold[axis].notna()],
                weights=None if sample_weight is None else sample_weight[gold[axis].notna()],
            )
            for axis in predicted
        ]
        return float(np.mean(shares))

    def describe(self) -> dict[str, Any]:
        """Give the chosen strengths, temperatures and out-of-fold scores of each axis."""
        check_is_fitted(self, "choices_")
        return dict(self.choices_)

    def write_weights(self, folder: Path) -> None:
        """Write the tables into the folder, as arrays and JSON."""
        check_is_fitted(self, "scorer_")
        write_parts(self.scorer_.parts, folder)

    def _checked_options(self) -> LinearOptions:
        if isinstance(self.options, LinearOptions):
            return self.options
        try:
            return LinearOptions.model_validate(dict(self.options or {}))
        except ValidationError as error:
            known = nearest(str(error.errors()[0]["loc"][0]), LinearOptions.model_fields)
            raise ModelError(f"options: {error.errors()[0]['msg']}; {known}") from error

    def _labels(self, y: pd.DataFrame) -> dict[str, tuple[str, ...]]:
        if self.codebook is not None:
            missing = [axis for axis in self.codebook.axes if axis not in y]
            if missing:
                raise ModelError(f"y has the columns {list(y)}, expected also {missing}")
            return {name: axis.label_names for name, axis in self.codebook.axes.items()}
        return {str(axis): own_labels(str(axis), y[axis]) for axis in y}

    def _fit_axis(
        self,
        counts: TrainingCounts,
        features: Any,
        targets: FloatArray,
        groups: Sequence[Any] | None,
        names: tuple[str, ...],
        steps: _Steps,
    ) -> AxisFit:
        options = self._checked_options()
        rows = np.flatnonzero(~np.isnan(targets[:, 0]))
        own = targets[rows]
        own_groups = None if groups is None else [groups[row] for row in rows.tolist()]
        divisions = make_folds(own.argmax(axis=1), own_groups, options.folds, self.random_state)
        folds = (
            (self._fold_features(counts, rows, train, options), train, validation)
            for train, validation in divisions
        )
        weight = options.class_weight
        by_code: Any = weight
        if isinstance(weight, dict):
            by_code = {code: weight.get(name, 1.0) for code, name in enumerate(names)}
        return fit_axis(features[rows], own, folds, options, by_code, steps)

    def _fold_features(
        self, counts: TrainingCounts, rows: IntArray, train: IntArray, options: LinearOptions
    ) -> Any:
        """Learn a fold's features from its training rows alone."""
        return to_features(counts, fit_space(counts, rows[train], options.min_df))[rows]


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


def _choice(fit: AxisFit) -> dict[str, Any]:
    return {
        "C": fit.C,
        "temperature": fit.temperature,
        "out_of_fold": {str(C): score for C, score in fit.scores.items()},
    }


def _held_out(fit: AxisFit, targets: FloatArray, groups: Sequence[Any] | None) -> HeldOut:
    logits: FloatArray = np.full(targets.shape, np.nan)
    logits[~np.isnan(targets[:, 0])] = fit.held_out
    return HeldOut.of(logits, targets, groups)


def _assemble(
    labels: dict[str, tuple[str, ...]],
    counts: TrainingCounts,
    space: FeatureSpace,
    fits: dict[str, AxisFit],
    options: LinearOptions,
) -> LinearParts:
    coefficients = np.concatenate([fit.coefficients for fit in fits.values()])
    relation = space.slices().get("relation")
    blocks = counts.blocks.items()
    return LinearParts(
        axes=labels,
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
