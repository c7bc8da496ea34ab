"""How far a model's probabilities can be believed.

Bins hold equally many rows (Nguyen and O'Connor, 2015), since with equal widths most bins of a
confident model are empty. Rows of equal probability share a bin, so that the order of rows does
not matter.
"""

from __future__ import annotations

import numpy as np

from stancekit.evaluation.rows import FloatArray, IntArray
from stancekit.resampling import ratio

_MOST_BINS = 10
_ROWS_PER_BIN = 10


def bin_rows(probability: FloatArray, happened: FloatArray) -> FloatArray:
    """Give each row's place in equal-mass bins, shape (n, bins, 3).

    Summed over rows, the last dimension holds a bin's rows, its probability and how often the
    event happened. There are at most 10 bins, fewer where a bin would hold under 10 rows.
    """
    n = len(probability)
    bins = equal_mass_bins(probability)
    cells = np.zeros((n, int(bins.max(initial=0)) + 1, 3))
    cells[np.arange(n), bins] = np.stack([np.ones(n), probability, happened], axis=1)
    return cells


def equal_mass_bins(probability: FloatArray) -> IntArray:
    """Give the number of each row's bin, counted from 0 at the least probability."""
    if len(probability) == 0:
        return np.zeros(0, dtype=np.int64)
    n_bins = int(np.clip(len(probability) // _ROWS_PER_BIN, 1, _MOST_BINS))
    inner_edges = np.quantile(probability, np.linspace(0, 1, n_bins + 1)[1:-1])
    occupied = np.searchsorted(inner_edges, probability)
    return np.unique(occupied, return_inverse=True)[1].astype(np.int64)


def brier_rows(proba: FloatArray, gold: IntArray) -> FloatArray:
    """Give each row's squared distance between its probabilities and its gold label (0 to 2)."""
    happened = np.eye(proba.shape[1])[gold]
    distances: FloatArray = ((proba - happened) ** 2).sum(axis=1)
    return distances


def calibration_error(bins: FloatArray) -> FloatArray:
    """Mean gap between probability and frequency, weighted by the rows of a bin.

    Takes sums as :func:`bin_rows` defines them, shape (..., bins, 3). The gap is never negative,
    so that even a perfectly calibrated model scores above 0 on few rows.
    """
    gaps = np.abs(bins[..., 1] - bins[..., 2]).sum(axis=-1)
    return ratio(gaps, bins[..., 0].sum(axis=-1))
