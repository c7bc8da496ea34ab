"""Score one axis: gold labels and probabilities in, every measure with its interval out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from numpy.typing import ArrayLike

from stancekit.evaluation.measures import (
    label_scores,
    metric_scores,
    reliability_bins,
    risk_coverage,
    row_sums,
)
from stancekit.evaluation.rows import EvaluationError, code_rows
from stancekit.evaluation.scores import AxisEvaluation
from stancekit.resampling import resample_sums


def evaluate_axis(
    y_true: Sequence[str | None],
    y_proba: ArrayLike,
    *,
    axis: str,
    labels: Sequence[str],
    absent: str | None = None,
    groups: Sequence[Any] | None = None,
    resamples: int = 2000,
    seed: int = 0,
    abstained: Sequence[bool] | None = None,
    positions: Mapping[str, float | None] | None = None,
) -> AxisEvaluation:
    """Score the probabilities of one axis against its gold labels.

    The predicted label is the most probable one, of equals the first in codebook order; a row the
    model abstains from counts with it, too. Rows whose gold label is null are left out and counted.

    ====================================== ======================================================
    metric                                 is
    ====================================== ======================================================
    ``macro_f1``                           mean F1 of the labels that occur in gold
    ``accuracy``                           share of rows with the right label
    ``weighted_f1``                        mean F1, weighted by how often a label is gold
    ``mcc``                                Matthews correlation
    ``brier``                              squared error of all probabilities, 0 to 2, 0 is best
    ``brier_reliability``,                 what ``brier`` is made of: the first minus the second
    ``brier_resolution``,                  plus the two others; see :mod:`.brier`
    ``brier_uncertainty``,
    ``brier_within_bins``
    ``calibration_error``                  gap between top probability and accuracy, 10 equal-mass
                                           bins
    ``classwise_calibration_error``        the same for each label's probability, mean over labels
    ``aurc``                               area under the risk-coverage curve, 0 is best; see
                                           :mod:`.selective`
    ``quadratic_kappa``, ``position_mae``  weighted kappa, and mean absolute error, of positions;
                                           see :mod:`.ordinal`
    ``gate_f1``, ``gate_accuracy``         expressed (any label but `absent`) against not expressed
    ``expressed_macro_f1``                 mean F1 of the labels but `absent` that occur in gold,
                                           over all rows
    ``answered_accuracy``,                 over the rows the model did not abstain from
    ``answered_macro_f1``
    ``answered_share``                     rows the model did not abstain from, of all rows
    ``strict_accuracy``,                   over all rows, an abstention counted as an error: it
    ``strict_macro_f1``                    misses the gold label and calls no other
    ====================================== ======================================================

    The gate metrics exist where the axis has an absent label, the answered and strict ones where
    `abstained` is given, those of positions where labels have three different positions. A row
    without a position in gold or prediction is left out of the latter, and never counts as 0; their
    note says how many count. A label with fewer than 10 gold rows gets no score of its own, and
    ``macro_f1`` notes that it counts in it.

    Parameters
    ----------
    y_proba
        Shape (n, labels), columns in the order of `labels`.
    groups
        What was kept together in the split, most often the article; groups are what the bootstrap
        draws. ``None`` or a null: the row stands alone. With under 10 groups, no interval is given.
    resamples
        Of the bootstrap; 0 gives no intervals.
    abstained
        True where the model abstains.
    positions
        Where each label stands on the axis; ``None``, or no entry, for one that stands nowhere.

    Raises
    ------
    EvaluationError
        If lengths differ, a gold label is not in `labels`, or probabilities are none.

    Examples
    --------
    >>> proba = [[0.9, 0.1], [0.2, 0.8], [0.6, 0.4], [0.5, 0.5]]
    >>> evaluation = evaluate_axis(
    ...     ["up", "down", "down", None], proba, axis="outlook", labels=["up", "down"]
    ... )
    >>> evaluation.n, evaluation.n_missing, evaluation.metrics["accuracy"].note
    (3, 1, 'too few groups (3)')
    """
    if absent is not None and absent not in labels:
        raise EvaluationError(f"axis {axis!r}: absent={absent!r}, expected one of {list(labels)}")
    rows = code_rows(y_true, y_proba, axis=axis, labels=labels, groups=groups, abstained=abstained)
    sums = resample_sums(row_sums(rows), rows.groups, resamples=resamples, seed=seed)
    support = sums.total["confusion"].sum(axis=1)
    return AxisEvaluation(
        axis=axis,
        labels=tuple(labels),
        absent=absent,
        n=len(rows.gold),
        n_groups=rows.n_groups,
        n_missing=rows.n_missing,
        prevalence={
            label: float(count) / max(1, len(rows.gold))
            for label, count in zip(labels, support, strict=True)
        },
        metrics=metric_scores(sums, labels, absent, positions or {}),
        per_label={label: label_scores(sums, i) for i, label in enumerate(labels)},
        confusion=tuple(tuple(int(cell) for cell in row) for row in sums.total["confusion"]),
        reliability=reliability_bins(sums, rows),
        n_abstained=None if rows.abstained is None else int(rows.abstained.sum()),
        resamples=resamples,
        seed=seed,
        positions={
            label: position
            for label, position in (positions or {}).items()
            if label in labels and position is not None
        },
        risk_coverage=risk_coverage(sums, rows),
    )
