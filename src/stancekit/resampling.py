"""Scores with intervals by the cluster bootstrap: whole groups are drawn again, with replacement.

Statements of one article resemble each other, so that rows drawn one by one would promise more
than the data hold (Field and Welsh, 2007, "Bootstrapping clustered data"). Every score here is a
function of sums over rows; a resample is therefore a product of how often each group was drawn
with the sums of the groups, and no row is touched twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.sparse import csr_array

from stancekit.intervals import effective_number, interval_of

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

MIN_GROUPS = 10
"""Under this many groups no interval is given: the percentiles would mean nothing."""

Sums = Mapping[str, FloatArray]
"""Named sums over rows; each array has the resamples, if any, on its first dimensions."""

Measure = Callable[[Sums], FloatArray]
"""Gives one number for each resample, NaN where it is undefined."""

_CHUNK_CELLS = 2_000_000
_MAX_UNDEFINED = 0.05
_MOST_LEFT_OUT = 300  # with more groups, jackknife and bootstrap see the same spread


@dataclass(frozen=True, slots=True)
class Score:
    """A number and the interval it lies in.

    `value` is ``None`` where the number is undefined or refused, `low` and `high` where no honest
    interval can be given; `note` then says why. A note may stand beside a number, too.

    Examples
    --------
    >>> Score(0.5, 0.4, 0.6).to_dict()
    {'value': 0.5, 'low': 0.4, 'high': 0.6}
    >>> Score(None, note="too few gold rows").to_dict()["note"]
    'too few gold rows'
    """

    value: float | None
    low: float | None = None
    high: float | None = None
    note: str | None = None

    def in_words(self, digits: int = 3) -> str:
        """Give the number with its interval, as a table has them; a dash where it is undefined.

        Examples
        --------
        >>> Score(0.5, 0.4, 0.6).in_words(2), Score(0.5).in_words(2), Score(None).in_words()
        ('0.50 (0.40 to 0.60)', '0.50', '–')
        """
        if self.value is None:
            return "\N{EN DASH}"
        bounds = ""
        if self.low is not None and self.high is not None:
            bounds = f" ({self.low:.{digits}f} to {self.high:.{digits}f})"
        return f"{self.value:.{digits}f}{bounds}"

    def to_dict(self) -> dict[str, Any]:
        """Give value, low and high, and the note where there is one."""
        numbers = {"value": self.value, "low": self.low, "high": self.high}
        return numbers if self.note is None else {**numbers, "note": self.note}


@dataclass(frozen=True)
class ResampledSums:
    """Sums over all rows, and the same sums over every resample of the groups.

    Parameters
    ----------
    draws
        ``None`` where no interval is given; `note` then says why.
    effective_groups
        How many groups of one size would tell as much.
    left_out
        The sums without each group in turn; ``None`` where there are many groups.
    """

    total: Sums
    draws: Sums | None
    note: str | None = None
    effective_groups: float = np.inf
    left_out: Sums | None = None

    def score(
        self,
        measure: Measure,
        *,
        level: float = 0.95,
        note: str | None = None,
        undefined: str = "no gold row counts for it",
    ) -> Score:
        """Give the measure over all rows, with its interval.

        The percentiles are those of :func:`~stancekit.intervals.interval_of`. The interval is
        widened to hold the value where they leave it out, which happens to measures with a bias
        such as the calibration error.

        Parameters
        ----------
        note
            What a reader of the number should know.
        undefined
            Why there is no number, where the measure gives none and there is no `note`.
        """
        value = np.asarray(measure(self.total))
        drawn = None if self.draws is None else measure(self.draws)
        without = None if self.left_out is None else measure(self.left_out)
        return self._score(float(value), drawn, without, level, note, undefined)

    def scores(
        self,
        measures: Measure,
        *,
        level: float = 0.95,
        note: str | None = None,
        undefined: str = "no gold row counts for it",
    ) -> tuple[Score, ...]:
        """Give many scores at once: those of measures that are computed together.

        Parameters
        ----------
        measures
            Gives several numbers for each resample, on its last dimension.
        level, note, undefined
            As :meth:`score` has them.
        """
        values = measures(self.total)
        # A measure a line, each of them in one stretch of memory: they are ordered one by one.
        drawn = None if self.draws is None else np.ascontiguousarray(measures(self.draws).T)
        without = None if self.left_out is None else measures(self.left_out).T
        return tuple(
            self._score(
                float(value),
                None if drawn is None else drawn[i],
                None if without is None else without[i],
                level,
                note,
                undefined,
            )
            for i, value in enumerate(values)
        )

    def _score(
        self,
        value: float,
        drawn: FloatArray | None,
        without: FloatArray | None,
        level: float,
        note: str | None,
        undefined: str,
    ) -> Score:
        if np.isnan(value):
            return Score(None, note=note or f"undefined: {undefined}")
        low, high, reason = self._interval(value, drawn, without, level)
        reasons = [text for text in (note, reason) if text]
        return Score(value, low, high, "; ".join(reasons) or None)

    def _interval(
        self,
        value: float,
        drawn: FloatArray | None,
        without: FloatArray | None,
        level: float,
    ) -> tuple[float | None, float | None, str | None]:
        if drawn is None:
            return None, None, self.note
        defined = drawn[~np.isnan(drawn)]
        if len(defined) < (1 - _MAX_UNDEFINED) * len(drawn):
            return None, None, f"undefined in {len(drawn) - len(defined)} of {len(drawn)} resamples"
        low, high = interval_of(
            defined,
            value,
            level=level,
            effective_groups=self.effective_groups,
            left_out=None if without is None else without[~np.isnan(without)],
        )
        reason = None
        if low == high == value:
            reason = "every resample gives this value"
        elif not low <= value <= high:
            reason = "widened to hold the value: resampling raises or lowers this measure"
        return min(low, value), max(high, value), reason


def resample_sums(rows: Sums, groups: IntArray, *, resamples: int, seed: int) -> ResampledSums:
    """Give the sums of `rows` over all rows and over resamples of the groups.

    Parameters
    ----------
    rows
        Named arrays with the rows on the first dimension.
    groups
        Number of each row's group, counted from 0 without a gap.
    resamples
        0 gives no interval.
    """
    total = {name: values.sum(axis=0) for name, values in rows.items()}
    n_groups = int(groups.max(initial=-1)) + 1
    if resamples < 1:
        return ResampledSums(total, None, "no interval asked for")
    if n_groups < MIN_GROUPS:
        return ResampledSums(total, None, f"too few groups ({n_groups})")
    flat = np.concatenate([values.reshape(len(groups), -1) for values in rows.values()], axis=1)
    by_group = sum_by_group(flat, groups, n_groups)
    drawn = np.concatenate([weights @ by_group for weights in _weights(n_groups, resamples, seed)])
    return ResampledSums(
        total,
        _unflatten(drawn, total),
        effective_groups=effective_number(np.bincount(groups, minlength=n_groups)),
        left_out=_left_out(by_group, total) if n_groups <= _MOST_LEFT_OUT else None,
    )


def ratio(above: ArrayLike, below: ArrayLike, *, empty: float = np.nan) -> FloatArray:
    """Give `above` / `below`, and `empty` where `below` is 0; NaN stands for undefined.

    Examples
    --------
    >>> ratio([1.0, 0.0], [2.0, 0.0], empty=0.0)
    array([0.5, 0. ])
    """
    numerator = np.asarray(above, dtype=np.float64)
    denominator = np.asarray(below, dtype=np.float64)
    filled = np.full(np.broadcast_shapes(numerator.shape, denominator.shape), empty)
    divided: FloatArray = np.divide(numerator, denominator, out=filled, where=denominator > 0)
    return divided


def sum_by_group(flat: FloatArray, groups: IntArray, n_groups: int) -> FloatArray:
    """Give the sums of the rows of each group, shape (groups, columns)."""
    ones = np.ones(len(groups))
    membership = csr_array((ones, (groups, np.arange(len(groups)))), shape=(n_groups, len(groups)))
    return np.asarray(membership @ flat, dtype=np.float64)


def _left_out(by_group: FloatArray, total: Sums) -> Sums:
    everything = np.concatenate([values.ravel() for values in total.values()])
    return _unflatten(everything - by_group, total)


def _weights(n_groups: int, resamples: int, seed: int) -> Iterator[FloatArray]:
    """Yield how often each group is drawn, some resamples at a time to bound the memory."""
    chunk = max(1, _CHUNK_CELLS // n_groups)
    if resamples <= chunk:
        yield _remembered_counts(n_groups, resamples, seed).astype(np.float64)
        return
    generator = np.random.default_rng(seed)
    for start in range(0, resamples, chunk):
        yield _counts(generator, n_groups, min(chunk, resamples - start)).astype(np.float64)


# Scores of one report share their seed, and most of them their number of groups.
@lru_cache(maxsize=128)
def _remembered_counts(n_groups: int, resamples: int, seed: int) -> NDArray[np.unsignedinteger]:
    counts = _counts(np.random.default_rng(seed), n_groups, resamples)
    return counts.astype(np.min_scalar_type(counts.max()))


def _counts(generator: np.random.Generator, n_groups: int, resamples: int) -> IntArray:
    """Give how often each resample draws each group."""
    drawn: IntArray = generator.integers(n_groups, size=(resamples, n_groups))
    drawn += np.arange(resamples)[:, None] * n_groups
    counts = np.bincount(drawn.ravel(), minlength=resamples * n_groups)
    return counts.reshape(resamples, n_groups)


def _unflatten(flat: FloatArray, like: Sums) -> dict[str, FloatArray]:
    ends = np.cumsum([values.size for values in like.values()])
    parts = np.split(flat, ends[:-1], axis=1)
    return {
        name: part.reshape(len(flat), *values.shape)
        for (name, values), part in zip(like.items(), parts, strict=True)
    }
