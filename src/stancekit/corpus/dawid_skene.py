"""True labels and annotators' error rates at once, by expectation maximisation.

After Dawid and Skene (1979), "Maximum Likelihood Estimation of Observer Error-Rates Using the EM
Algorithm". Each annotator has a confusion matrix; given the true label, annotators err
independently of each other.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from stancekit.corpus.axis_annotations import AxisAnnotations
from stancekit.errors import CorpusError
from stancekit.resampling import FloatArray

LEAST_ANNOTATORS = 3
"""Two who differ cannot be told apart: a third one shows who is right more often."""

LEAST_SHARED = 10
"""Under this many passages that others labelled, too, an annotator's errors are guesswork."""

_SMALLEST = 1e-300  # keeps the logarithm of an unsmoothed 0 finite


@dataclass(frozen=True, eq=False)
class DawidSkene:
    """The estimates.

    Parameters
    ----------
    probabilities
        Of each label of each passage, shape (passages, labels); NaN where nobody labelled it.
    prevalence
        Of each label.
    confusion
        For each annotator the chance of each label given, in columns, for each true label, in rows:
        shape (annotators, labels, labels).
    n_iterations, converged
        How the estimation ended.
    """

    probabilities: FloatArray
    prevalence: FloatArray
    confusion: FloatArray
    n_iterations: int
    converged: bool


def estimate_dawid_skene(
    annotations: AxisAnnotations,
    *,
    smoothing: float = 0.01,
    max_iterations: int = 1000,
    tolerance: float = 1e-6,
) -> DawidSkene:
    """Estimate true labels, prevalence and confusion matrices from annotations.

    It starts from the annotators' shares, so that equal annotations give equal estimates.

    Parameters
    ----------
    smoothing
        Labels added to each cell of every confusion matrix and to each label's prevalence, so that
        a mistake that was not seen is not taken for impossible; 0 is the paper's.
    max_iterations, tolerance
        It ends when no prevalence and no cell changes by more than `tolerance`, or gives up.
    """
    n_labels, n_annotators = len(annotations.label_names), len(annotations.annotators)
    given = _given(annotations)
    counts = annotations.counts()
    is_labelled = counts.sum(axis=1) > 0
    proba = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1.0)
    previous, n_iterations, change = np.zeros(0), 0, np.inf
    while change > tolerance and n_iterations < max_iterations:
        prevalence = _normalized(proba.sum(axis=0) + smoothing)
        by_label = (given.T @ proba).reshape(n_annotators, n_labels, n_labels)
        confusion = _normalized(by_label.transpose(0, 2, 1) + smoothing)
        proba = _true_labels(given, prevalence, confusion) * is_labelled[:, None]
        estimates = np.concatenate([prevalence, confusion.ravel()])
        change = np.abs(estimates - previous).max() if len(previous) else np.inf
        previous, n_iterations = estimates, n_iterations + 1
    proba[~is_labelled] = np.nan
    return DawidSkene(proba, prevalence, confusion, n_iterations, bool(change <= tolerance))


def require_overlap(annotations: AxisAnnotations) -> None:
    """Raise where there are too few annotators, or passages that they share, to tell who errs.

    Raises
    ------
    CorpusError
        Naming what is missing, and what to do.
    """
    where = f"axis {annotations.axis!r}: Dawid-Skene"
    advice = "use majority or adjudicated, or have more passages labelled by several annotators"
    names = annotations.annotators
    if len(names) < LEAST_ANNOTATORS:
        found = ", ".join(names) or "none"
        raise CorpusError(
            f"{where} found {len(names)} annotators ({found}), expected {LEAST_ANNOTATORS} or "
            f"more; {advice}"
        )
    others = annotations.counts().sum(axis=1)[annotations.passage] > 1
    shared = np.bincount(annotations.annotator[others], minlength=len(names))
    least = int(shared.argmin())
    if shared[least] < LEAST_SHARED:
        raise CorpusError(
            f"{where} found {int(shared[least])} passages of annotator {names[least]!r} that "
            f"another one labelled, too, expected {LEAST_SHARED} or more; {advice}, or leave that "
            "annotator out"
        )
    _require_one_circle(annotations, where, advice)


def _require_one_circle(annotations: AxisAnnotations, where: str, advice: str) -> None:
    names, shape = annotations.annotators, (len(annotations.annotators), annotations.n_passages)
    ones = np.ones(len(annotations.label))
    labelled = csr_array((ones, (annotations.annotator, annotations.passage)), shape=shape)
    n_circles, circle = connected_components(labelled @ labelled.T, directed=False)
    if n_circles > 1:
        apart = names[int(np.flatnonzero(circle != circle[0])[0])]
        raise CorpusError(
            f"{where} found {n_circles} circles of annotators without a common passage (such as "
            f"{names[0]!r} and {apart!r}), expected one; {advice}"
        )


def _given(annotations: AxisAnnotations) -> csr_array:
    """Give how often each annotator gave each label to a passage: passages by annotator, label."""
    n_labels = len(annotations.label_names)
    columns = annotations.annotator * n_labels + annotations.label
    shape = (annotations.n_passages, len(annotations.annotators) * n_labels)
    return csr_array((np.ones(len(columns)), (annotations.passage, columns)), shape=shape)


def _true_labels(given: csr_array, prevalence: FloatArray, confusion: FloatArray) -> FloatArray:
    """Give the probability of each label of each passage, by Bayes' rule."""
    n_labels = len(prevalence)
    likelihood = np.maximum(confusion, _SMALLEST).transpose(0, 2, 1).reshape(-1, n_labels)
    logs = given @ np.log(likelihood) + np.log(np.maximum(prevalence, _SMALLEST))
    return _normalized(np.exp(logs - logs.max(axis=1, keepdims=True)))


def _normalized(weights: FloatArray) -> FloatArray:
    total = weights.sum(axis=-1, keepdims=True)
    normalized: FloatArray = np.divide(weights, total, out=np.zeros_like(weights), where=total > 0)
    return normalized
