"""Features to coefficients for one axis: the strength chosen, the temperature fitted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from stancekit.models.arrays import FloatArray, IntArray
from stancekit.models.calibration import fit_temperature, softmax
from stancekit.models.linear.options import FittingOptions
from stancekit.models.linear.proportional import Merged, merge_proportional, unmerged


@dataclass(frozen=True, kw_only=True)
class AxisFit:
    """One axis, fitted.

    Parameters
    ----------
    coefficients
        Shape (labels, features), in codebook order; 0 for a label without a training row.
    intercepts
        Shape (labels,); -inf for a label without a training row.
    scores
        By strength tried: the score of its out-of-fold predictions.
    held_out
        The out-of-fold logits of the strength that was chosen, shape (rows, labels); NaN where a
        row was in no fold.
    """

    coefficients: FloatArray
    intercepts: FloatArray
    temperature: float
    C: float
    scores: dict[float, float]
    held_out: FloatArray


def fit_axis(
    features: Any,
    targets: FloatArray,
    folds: Iterable[tuple[Any, IntArray, IntArray]],
    options: FittingOptions,
    class_weight: Mapping[int, float] | str | None,
    step: Callable[[], None],
) -> AxisFit:
    """Choose the strength on out-of-fold predictions, fit a temperature to them, and fit all rows.

    Parameters
    ----------
    features
        Shape (rows, features), sparse or not, learned from all rows.
    targets
        The share of each label in each row, shape (rows, labels), in codebook order.
    folds
        For each fold the features learned from its training rows, and its training and
        validation rows. Without folds the first strength is taken, uncalibrated.
    step
        Called after each fit.
    """
    logits: dict[float, FloatArray] = {C: np.full(targets.shape, np.nan) for C in options.C}
    for fold_features, train, validation in folds:
        if np.count_nonzero(targets[train].any(axis=0)) < 2 or not fold_features.shape[1]:
            continue
        merged = _merged(fold_features[train])
        for C in options.C:
            fitted = _fit(merged, targets[train], C, options, class_weight)
            logits[C][validation] = fold_features[validation] @ fitted[0].T + fitted[1]
            step()
    seen = ~np.isnan(next(iter(logits.values()))[:, 0])
    out_of_fold = {C: values[seen] for C, values in logits.items() if seen.any()}
    best, scores = choose_strength(out_of_fold, targets[seen], options.scoring)
    if best is None:
        best = options.C[0]
    temperature = fit_temperature(out_of_fold[best], targets[seen]) if scores else 1.0
    merged = _merged(features)
    coefficients, intercepts = _fit(merged, targets, best, options, class_weight)
    step()
    return AxisFit(
        coefficients=coefficients,
        intercepts=intercepts,
        temperature=temperature,
        C=best,
        scores=scores,
        held_out=logits[best],
    )


def _merged(features: Any) -> Merged:
    return merge_proportional(features) if sp.issparse(features) else unmerged(features)


def _fit(
    merged: Merged,
    targets: FloatArray,
    C: float,
    options: FittingOptions,
    class_weight: Mapping[int, float] | str | None,
) -> tuple[FloatArray, FloatArray]:
    # A soft label is each of its labels at once, with its share as the weight.
    rows, codes = np.nonzero(targets)
    n_labels = targets.shape[1]
    if isinstance(class_weight, Mapping):
        class_weight = {code: class_weight.get(code, 1.0) for code in np.unique(codes).tolist()}
    model = LogisticRegression(C=C, class_weight=class_weight, max_iter=options.max_iter)
    if len(rows) == len(targets):
        model.fit(merged.features, codes)
    else:
        model.fit(merged.features[rows], codes, sample_weight=targets[rows, codes])
    coefficients = np.zeros((n_labels, merged.features.shape[1]))
    intercepts = np.full(n_labels, -np.inf)
    if len(model.classes_) == 2:
        # One score for two labels: half of it for the one, half against the other.
        halves = np.array([[-0.5], [0.5]])
        coefficients[model.classes_] = halves * model.coef_
        intercepts[model.classes_] = (halves * model.intercept_).ravel()
    else:
        coefficients[model.classes_] = model.coef_
        intercepts[model.classes_] = model.intercept_
    return merged.expand(coefficients), intercepts


def choose_strength(
    logits: Mapping[float, FloatArray], targets: FloatArray, scoring: str
) -> tuple[float | None, dict[float, float]]:
    """Choose among strengths by their out-of-fold logits.

    By log loss, the strongest regularisation within one standard error of the best is taken
    (Breiman et al. 1984), where the error is that of the difference between the two, row by row.
    By an F1 score, which has no row-wise value, the best is taken.

    Returns
    -------
    The strength, ``None`` where there are no predictions to choose by, and each one's score; the
    log loss is negative, so that more is better.
    """
    if not logits:
        return None, {}
    if scoring != "log_loss":
        average = scoring.removesuffix("_f1")
        codes = targets.argmax(axis=1)
        scores = {C: _f1(codes, values, average) for C, values in logits.items()}
        return max(scores, key=lambda C: scores[C]), scores
    losses = {C: _log_losses(targets, values) for C, values in logits.items()}
    means = {C: float(values.mean()) for C, values in losses.items()}
    best = min(means, key=lambda C: means[C])
    near = [C for C in losses if _is_near(losses[C] - losses[best])]
    return min(near), {C: -mean for C, mean in means.items()}


def _is_near(difference: FloatArray) -> bool:
    return bool(difference.mean() <= difference.std() / np.sqrt(len(difference)))


def _log_losses(targets: FloatArray, logits: FloatArray) -> FloatArray:
    """Give each row's log loss at the best temperature."""
    probabilities = softmax(logits, fit_temperature(logits, targets))
    logs = np.log(np.maximum(probabilities, np.finfo(float).tiny))
    losses: FloatArray = -(targets * logs).sum(axis=1)
    return losses


def _f1(codes: IntArray, logits: FloatArray, average: str) -> float:
    present = np.unique(codes)
    predicted = logits.argmax(axis=1)
    return float(f1_score(codes, predicted, labels=present, average=average, zero_division=0.0))
