"""What a Brier score is made of: calibration, resolution, and how hard the labels are to tell.

Murphy (1973), "A new vector partition of the probability score", over the equal-mass bins of each
label's probability that the calibration error uses, summed over labels. Probabilities of one bin
differ, so that the three parts do not quite make up the score; what is missing is given as a part
of its own (Stephenson, Coelho and Jolliffe, 2008), and the four add up exactly:
``brier = reliability - resolution + uncertainty + within_bins``.

The measures of one label take sums as :func:`~stancekit.evaluation.calibration.bin_rows` defines
them, shape (..., bins, 3), and give one number for each.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from stancekit.evaluation.rows import FloatArray
from stancekit.resampling import Measure, ResampledSums, Score, Sums, ratio


def brier_scores(sums: ResampledSums, n_labels: int) -> dict[str, Score]:
    """Give the Brier score, 0 to 2, and its four parts."""
    parts = {
        "brier_reliability": _over_labels(reliability, n_labels),
        "brier_resolution": _over_labels(resolution, n_labels),
        "brier_uncertainty": _over_labels(uncertainty, n_labels),
    }

    def within_bins(sums: Sums) -> FloatArray:
        gap, gain, variance = (part(sums) for part in parts.values())
        return _brier(sums) - (gap - gain + variance)

    measures = {"brier": _brier, **parts, "brier_within_bins": within_bins}
    return {name: sums.score(measure) for name, measure in measures.items()}


def reliability(bins: FloatArray) -> FloatArray:
    """Mean squared gap between a bin's probability and its frequency; 0 is calibrated."""
    gaps = ratio((bins[..., 1] - bins[..., 2]) ** 2, bins[..., 0], empty=0.0)
    return ratio(gaps.sum(axis=-1), bins[..., 0].sum(axis=-1))


def resolution(bins: FloatArray) -> FloatArray:
    """Mean squared distance of a bin's frequency from the overall one; the more the better."""
    n = bins[..., 0]
    overall = ratio(bins[..., 2].sum(axis=-1), n.sum(axis=-1))[..., None]
    distances = ratio((bins[..., 2] - overall * n) ** 2, n, empty=0.0)
    return ratio(distances.sum(axis=-1), n.sum(axis=-1))


def uncertainty(bins: FloatArray) -> FloatArray:
    """Variance of the label: what always giving its overall frequency would score."""
    overall = ratio(bins[..., 2].sum(axis=-1), bins[..., 0].sum(axis=-1))
    return np.asarray(overall * (1.0 - overall))


def _brier(sums: Sums) -> FloatArray:
    return ratio(sums["brier"], sums["confusion"].sum(axis=(-2, -1)))


def _over_labels(part: Callable[[FloatArray], FloatArray], n_labels: int) -> Measure:
    return lambda sums: np.asarray(sum(part(sums[f"label {i}"]) for i in range(n_labels)))
