"""Embeddings to the columns that are fitted: centred, and once more for each frequent target."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from stancekit.models.arrays import FloatArray

FEWEST_OF_A_TARGET: Final = 50
"""Training passages of a target that gets columns of its own."""
MOST_TARGETS: Final = 20


def frequent_targets(targets: Sequence[str | None]) -> tuple[str, ...]:
    """Give the targets that many training passages speak of, the most frequent first."""
    counts = Counter(target for target in targets if target is not None)
    often = [target for target, n in counts.items() if n >= FEWEST_OF_A_TARGET]
    return tuple(sorted(often, key=lambda target: (-counts[target], target))[:MOST_TARGETS])


def embedding_columns(
    embeddings: npt.NDArray[np.float32],
    targets: Sequence[str | None],
    *,
    centre: FloatArray,
    own: Sequence[str] = (),
    scale: float,
) -> FloatArray:
    """Give the columns that weights are fitted to.

    Each target of `own` has the embedding once more in columns that are its alone, and a
    column that says that it is this target: what is learned of all targets and of this one adds
    up (Daumé 2007).

    Returns
    -------
    Shape (passages, columns of an embedding x (1 + targets) + targets).
    """
    centred = (embeddings - centre) * scale
    if not own:
        return np.asarray(centred, np.float64)
    named = np.array([[t == known for known in own] for t in targets], np.float64)
    copies = (named[:, :, None] * centred[:, None, :]).reshape(len(centred), -1)
    return np.concatenate([centred, copies, named], axis=1)
