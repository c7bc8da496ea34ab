"""Krippendorff's alpha from coincidences: which labels meet on one passage, and how often.

After Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability". A passage with m labels
holds m (m - 1) ordered pairs of them, each of which counts 1 / (m - 1), so that every label counts
once. Passages with fewer than two labels hold no pair and do not count. Coincidences add up over
passages, and every measure here takes one matrix or a stack of them, shape (..., labels, labels).
NaN means undefined.
"""

from __future__ import annotations

import numpy as np

from stancekit.resampling import FloatArray, IntArray, ratio


def group_coincidences(counts: FloatArray, groups: IntArray, n_groups: int) -> FloatArray:
    """Give the coincidences of each group of passages, shape (groups, labels, labels).

    Parameters
    ----------
    counts
        How many annotators gave a passage each label, shape (passages, labels).
    groups
        Number of each passage's group, counted from 0.
    """
    n_labels = counts.shape[1]
    # A single label pairs with none: its numerator below is 0.
    share = 1.0 / np.maximum(counts.sum(axis=1) - 1.0, 1.0)
    cells = np.zeros((n_groups, n_labels, n_labels))
    for one in range(n_labels):
        for other in range(one, n_labels):
            partners = counts[:, other] - (one == other)
            pairs = np.bincount(groups, counts[:, one] * partners * share, minlength=n_groups)
            cells[:, one, other] = cells[:, other, one] = pairs
    return cells


def agreement(coincidences: FloatArray) -> FloatArray:
    """Give the share of coincidences of a label with itself."""
    return ratio(np.trace(coincidences, axis1=-2, axis2=-1), coincidences.sum(axis=(-2, -1)))


def specific_agreement(coincidences: FloatArray) -> FloatArray:
    """Give for each label the share of its coincidences that are with itself.

    The chance that a second annotator gives the label, too, where a first one did. With two
    annotators this is Dice's coefficient (Fleiss 1981, proportions of specific agreement).
    """
    itself = np.diagonal(coincidences, axis1=-2, axis2=-1)
    return ratio(itself, coincidences.sum(axis=-1))


def nominal_alpha(coincidences: FloatArray) -> FloatArray:
    """Give alpha for labels without order: any two labels differ alike.

    Examples
    --------
    >>> round(float(nominal_alpha(np.array([[10.0, 4.0], [4.0, 2.0]]))), 3)
    0.095
    """
    differences = 1.0 - np.eye(coincidences.shape[-1])
    return _alpha(coincidences, differences)


def ordinal_alpha(coincidences: FloatArray) -> FloatArray:
    """Give alpha for labels in their order.

    Two labels differ by the square of the number of labels given between their middles.
    """
    marginals = coincidences.sum(axis=-1)
    middles = marginals.cumsum(axis=-1) - marginals / 2.0
    return _alpha(coincidences, (middles[..., :, None] - middles[..., None, :]) ** 2)


def _alpha(coincidences: FloatArray, differences: FloatArray) -> FloatArray:
    marginals = coincidences.sum(axis=-1)
    observed = (coincidences * differences).sum(axis=(-2, -1))
    by_chance = marginals[..., :, None] * marginals[..., None, :]
    expected = (by_chance * differences).sum(axis=(-2, -1))
    alpha: FloatArray = 1.0 - ratio((marginals.sum(axis=-1) - 1.0) * observed, expected)
    return alpha
