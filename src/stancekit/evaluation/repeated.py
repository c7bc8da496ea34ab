"""How much a score moves from one random division of the rows to another.

Divisions of the same rows share most of what they fit on, so that their scores resemble each other
and the usual standard error of a mean promises too much: a t test on it finds differences where
there are none. Nadeau and Bengio (2003, "Inference for the generalization error", Machine Learning
52) add the share of test to training rows to it, which is still an approximation: the variance has
no unbiased estimate (Bengio and Grandvalet, 2004).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.special import stdtrit

from stancekit.resampling import MIN_GROUPS, Score

LEVEL = 0.95


@dataclass(frozen=True, slots=True)
class RepeatedScore:
    """One measure over several divisions.

    Parameters
    ----------
    values
        Of each division, in order; ``None`` where it has no score.
    mean
        Over those that have one, with its 95% interval by the corrected resampled t.
    sd
        Standard deviation of the values (of n - 1); ``None`` of fewer than two.
    """

    values: tuple[float | None, ...]
    mean: Score
    sd: float | None

    @property
    def known(self) -> tuple[float, ...]:
        """The values that there are."""
        return tuple(value for value in self.values if value is not None)

    def to_dict(self) -> dict[str, Any]:
        """Give each value, the mean with its interval, and the standard deviation."""
        return {"values": list(self.values), "mean": self.mean.to_dict(), "sd": self.sd}


def repeated_score(
    values: Sequence[float | None],
    *,
    test_to_fit: float,
    n_groups: int,
    span: tuple[float, float] = (-np.inf, np.inf),
    note: str | None = None,
) -> RepeatedScore:
    """Give the mean of a measure over divisions, and between what bounds it lies.

    The bounds are ``mean ± t sqrt((1 / n + test_to_fit) s²)``, with ``t`` of n - 1 degrees of
    freedom.

    Parameters
    ----------
    test_to_fit
        Rows to test on by rows to fit on, in the mean of the divisions.
    n_groups
        That were kept whole; under 10, no interval is given.
    span
        The least and the greatest that the measure can be: the interval ends there.
    note
        What a reader of the mean should know.

    Examples
    --------
    >>> found = repeated_score([0.6, 0.7, 0.8], test_to_fit=0.25, n_groups=40)
    >>> found.mean.in_words(), round(found.sd, 3)
    ('0.700 (0.371 to 1.029)', 0.1)
    """
    known = np.array([value for value in values if value is not None])
    if len(known) == 0:
        told = "; ".join(each for each in ("no division has a score", note) if each)
        return RepeatedScore(tuple(values), Score(None, note=told), None)
    mean = float(known.mean())
    sd = float(known.std(ddof=1)) if len(known) > 1 else None
    why = _without_interval(known, n_groups)
    if sd is None or why is not None:
        told = "; ".join(each for each in (why, note) if each)
        return RepeatedScore(tuple(values), Score(mean, note=told), sd)
    reach = float(stdtrit(len(known) - 1, (1 + LEVEL) / 2)) * sd
    reach *= float(np.sqrt(1 / len(known) + test_to_fit))
    low, high = max(mean - reach, span[0]), min(mean + reach, span[1])
    return RepeatedScore(tuple(values), Score(mean, low, high, note), sd)


def _without_interval(known: np.ndarray[Any, Any], n_groups: int) -> str | None:
    if n_groups < MIN_GROUPS:
        return f"too few groups ({n_groups})"
    if len(known) < 2:
        return "a single division has a score"
    if np.ptp(known) == 0:
        # An interval of no width would promise what a few equal scores cannot.
        return "all divisions score the same"
    return None
