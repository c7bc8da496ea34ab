"""McNemar's test: whether of the rows where one of two models is right, either has too many."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.special import bdtr


@dataclass(frozen=True, slots=True)
class McNemar:
    """The exact test of McNemar (1947), two-sided.

    It takes rows for independent, which rows of one article are not: where groups hold several
    rows, it finds differences too easily, and the test that swaps whole groups is the one to
    believe.

    Parameters
    ----------
    only_a, only_b
        Rows that this model alone labels right.
    p_value
        Of a fair coin falling as unevenly; 1 where no row parts the models.
    p_holm
        The same corrected over the tests that it is read with; ``None`` before that.
    """

    only_a: int
    only_b: int
    p_value: float
    p_holm: float | None = None

    def to_dict(self) -> dict[str, Any]:
        """Give the two counts and the p-values."""
        return asdict(self)


def mcnemar(right_a: NDArray[np.bool_], right_b: NDArray[np.bool_]) -> McNemar:
    """Test whether two models are right equally often, row by row.

    Examples
    --------
    >>> right = np.array([True] * 6)
    >>> mcnemar(right, ~right)
    McNemar(only_a=6, only_b=0, p_value=0.03125, p_holm=None)
    """
    only_a, only_b = int((right_a & ~right_b).sum()), int((right_b & ~right_a).sum())
    n_discordant = only_a + only_b
    tail = float(bdtr(min(only_a, only_b), n_discordant, 0.5))
    return McNemar(only_a, only_b, min(1.0, 2 * tail))
