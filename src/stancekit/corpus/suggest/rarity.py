"""How likely each passage holds a label of which there are few so far."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from stancekit.corpus.suggest.pool import Floats


def rarity(probabilities: Mapping[str, Floats], shares: Mapping[str, Floats]) -> Floats:
    """Give the probability of rare labels in each passage, 0 to 1, as the mean over the axes.

    Each label counts by how rare it is (:func:`rareness`). Search for a rare label by its
    probability, where sampling at random would hardly meet it, is the guided search of Attenberg
    and Provost (2010), with the model as the guide.
    """
    axes = [proba @ rareness(shares[axis]) for axis, proba in probabilities.items()]
    mean: Floats = np.mean(axes, axis=0)
    return mean


def rareness(shares: Floats) -> Floats:
    """Give by what part each label falls short of an equal share; 0 where it does not.

    Examples
    --------
    >>> import numpy as np
    >>> rareness(np.array([0.7, 0.2, 0.1])).round(2).tolist()
    [0.0, 0.4, 0.7]
    """
    short: Floats = np.maximum(0.0, 1.0 - shares * len(shares))
    return short
