"""The commonest label, whatever a text says."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from stancekit.evaluation.baselines.shares import code_training, label_shares
from stancekit.evaluation.rows import FloatArray


def majority_proba(y_train: Sequence[str | None], labels: Sequence[str], n: int) -> FloatArray:
    """Give the shares of the labels in training as the probabilities of each of `n` rows.

    The most probable label is therefore the commonest one, and the probabilities are calibrated.

    Examples
    --------
    >>> majority_proba(["up", "up", "down", "up", None], ["down", "up"], 2)
    array([[0.25, 0.75],
           [0.25, 0.75]])
    """
    return np.tile(label_shares(code_training(y_train, labels), len(labels)), (n, 1))
