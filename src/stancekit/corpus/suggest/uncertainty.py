"""How unsure the model is of each passage."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from stancekit.corpus.suggest.pool import Floats


def uncertainty(probabilities: Mapping[str, Floats]) -> Floats:
    """Give the entropy of each passage's labels, 0 to 1, as the mean over the axes.

    An axis' entropy is divided by that of equal probabilities, so that an axis with many labels
    has no more say than one with few (uncertainty sampling: Lewis and Gale 1994; entropy over more
    than two labels: Settles 2009, section 3.1).

    Examples
    --------
    >>> import numpy as np
    >>> uncertainty({"outlook": np.array([[0.5, 0.5], [1.0, 0.0]])}).tolist()
    [1.0, 0.0]
    """
    mean: Floats = np.mean([entropy(proba) for proba in probabilities.values()], axis=0)
    return mean


def entropy(proba: Floats) -> Floats:
    """Give each row's entropy as a share of the largest that its labels allow."""
    logs = np.log(proba, out=np.zeros_like(proba), where=proba > 0)
    share: Floats = -(proba * logs).sum(axis=1) / np.log(max(proba.shape[1], 2))
    return np.abs(share)  # a sure row would be -0.0


def margin(proba: Floats) -> Floats:
    """Give by how much each row's most probable label leads the next one."""
    if proba.shape[1] < 2:
        return np.ones(len(proba))
    highest = np.sort(proba, axis=1)[:, -2:]
    lead: Floats = highest[:, 1] - highest[:, 0]
    return lead
