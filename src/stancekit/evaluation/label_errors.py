"""Rows whose label is probably wrong, by confident learning (Northcutt et al. 2021)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from stancekit.evaluation.rows import FloatArray, IntArray


@dataclass(frozen=True, slots=True)
class LabelErrorCandidate:
    """A row to look at again.

    Parameters
    ----------
    label, suggested
        The label it has, and the one that a model which did not see the row finds most probable.
    self_confidence
        The probability which that model gives to the label it has.
    """

    axis: str
    id: str
    label: str
    suggested: str
    self_confidence: float
    text: str

    def to_dict(self) -> dict[str, Any]:
        """Give the candidate as plain data for JSON."""
        return asdict(self)


def find_label_errors(
    axis: str,
    labels: Sequence[str],
    codes: IntArray,
    proba: FloatArray,
    *,
    ids: Sequence[str],
    texts: Sequence[str],
) -> list[LabelErrorCandidate]:
    """Give the candidates of one axis, the least confident first.

    Parameters
    ----------
    codes
        The label of each row, as its number in `labels`; -1 where it has none.
    proba
        Out-of-fold probabilities, shape (n, labels); rows of NaN are left out.

    Notes
    -----
    The candidates are those of ``cleanlab.filter.find_label_issues``: as many of each label as
    the joint counts of given and predicted labels make probable. They are rows to read, not
    errors: on a small corpus a row may only be unusual.
    """
    from cleanlab.filter import find_label_issues
    from cleanlab.rank import get_self_confidence_for_each_label

    rows = np.flatnonzero((codes >= 0) & ~np.isnan(proba[:, 0]))
    present = np.unique(codes[rows])
    if len(present) < 2:
        return []
    # cleanlab knows labels without a gap only.
    own = np.searchsorted(present, codes[rows])
    shares = proba[np.ix_(rows, present)]
    totals = shares.sum(axis=1, keepdims=True)
    shares = np.where(totals > 0, shares / np.where(totals > 0, totals, 1), 1 / len(present))
    found = find_label_issues(
        own, shares, return_indices_ranked_by="self_confidence", n_jobs=1, verbose=False
    )
    confidence = get_self_confidence_for_each_label(own, shares)
    return [
        LabelErrorCandidate(
            axis=axis,
            id=ids[rows[place]],
            label=labels[codes[rows[place]]],
            suggested=labels[present[shares[place].argmax()]],
            self_confidence=round(float(confidence[place]), 4),
            text=texts[rows[place]],
        )
        for place in found.tolist()
    ]
