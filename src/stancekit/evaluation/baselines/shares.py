"""The labels that a baseline learns from, as numbers, and their shares."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from stancekit.evaluation.rows import EvaluationError, FloatArray, IntArray, code_labels


def code_training(y: Sequence[str | None], labels: Sequence[str]) -> IntArray:
    """Give each training label's place in `labels`, -1 where it is null.

    Raises
    ------
    EvaluationError
        If all are null, or one is not in `labels`.
    """
    codes = code_labels(y, labels, where="baseline, training labels")
    if not (codes >= 0).any():
        raise EvaluationError(
            f"baseline, training labels: all {len(codes)} rows are null, expected at least one of "
            f"{list(labels)}. Leave this axis out, or label some of its rows."
        )
    return codes


def labelled_rows(
    frame: pd.DataFrame, y: Sequence[str | None], labels: Sequence[str], *, name: str
) -> tuple[pd.DataFrame, IntArray]:
    """Give the rows with a label, and each one's label as its place in `labels`.

    Parameters
    ----------
    name
        Of the baseline that learns from them.
    """
    codes = code_training(y, labels)
    if len(frame) != len(codes):
        raise EvaluationError(
            f"{name} baseline: found {len(codes)} labels, expected {len(frame)}, one a row"
        )
    known = codes >= 0
    return frame[known], codes[known]


def label_shares(codes: IntArray, n_labels: int) -> FloatArray:
    """Give each label's share of the rows that have one."""
    counts = np.bincount(codes[codes >= 0], minlength=n_labels)
    shares: FloatArray = counts / counts.sum()
    return shares
