"""P-values that are read together, corrected so that they may be."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np


def holm(p_values: Sequence[float | None]) -> list[float | None]:
    """Correct p-values by Holm (1979): the risk of any false finding stays what one test's is.

    The smallest of m is multiplied by m, the next by m - 1, and so on; none falls below one
    before it. A null p-value is no test: it stays null, and counts for nothing.

    Examples
    --------
    >>> holm([0.01, None, 0.04, 0.03])
    [0.03, None, 0.06, 0.06]
    """
    tested = sorted((value, place) for place, value in enumerate(p_values) if value is not None)
    values = np.array([value for value, _ in tested], dtype=np.float64)
    raised = np.maximum.accumulate(values * np.arange(len(tested), 0, -1)).clip(max=1.0)
    corrected: list[float | None] = [None] * len(p_values)
    for (_, place), value in zip(tested, raised.tolist(), strict=True):
        corrected[place] = value
    return corrected
