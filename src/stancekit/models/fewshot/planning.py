"""How much a few-shot tuning does, known from the number of labels before it starts."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass

from stancekit.models.fewshot.options import FewshotOptions

FEW = 100
"""Labelled passages up to which every fold is held out by a tuning of its own."""

FEWEST_TO_TUNE_LONG = 40
"""Labelled passages from which on each is read more often."""

# A sentence of some thirty words forth and back through MiniLM, on one core.
_SECONDS_A_PASSAGE = 0.1


@dataclass(frozen=True, kw_only=True)
class Workload:
    """What one fit does.

    Parameters
    ----------
    n_tunings
        How often the encoder is tuned: once to be kept, and once for each fold held out.
    n_steps, n_passages
        The steps of one tuning, and how many passages each of them reads.
    n_pairs
        The most pairs that one tuning learns from, over all steps and axes.
    """

    n_tunings: int
    n_steps: int
    n_passages: int
    n_pairs: int

    def describe(self) -> str:
        """Give it in words.

        Examples
        --------
        >>> Workload(n_tunings=5, n_steps=12, n_passages=32, n_pairs=5952).describe()
        '5 tunings of 12 steps, each of 32 passages; at most 5,952 pairs a tuning'
        """
        tunings = "1 tuning" if self.n_tunings == 1 else f"{self.n_tunings} tunings"
        return (
            f"{tunings} of {self.n_steps} steps, each of {self.n_passages} passages; at most "
            f"{self.n_pairs:,} pairs a tuning"
        )


def expect_work(labelled: Collection[int], options: FewshotOptions) -> Workload:
    """Give what a fit does.

    Parameters
    ----------
    labelled
        How many passages have a label, one number an axis.
    """
    most = max(labelled)
    n_steps = count_steps(most, passes_over(most, options), options)
    each = options.batch_size * (options.batch_size - 1) // 2
    return Workload(
        n_tunings=1 + count_held_out(most, options),
        n_steps=n_steps,
        n_passages=options.batch_size,
        n_pairs=each * n_steps * len(labelled),
    )


def passes_over(labelled: int, options: FewshotOptions) -> float:
    """Give how often each of that many labelled passages is read.

    Examples
    --------
    >>> [passes_over(n, FewshotOptions()) for n in (24, 48)]
    [8.0, 24.0]
    """
    if options.passes is not None:
        return options.passes
    return 24.0 if labelled >= FEWEST_TO_TUNE_LONG else 8.0


def count_steps(labelled: int, passes: float, options: FewshotOptions) -> int:
    """Give the steps that so many passes over that many passages take.

    Examples
    --------
    >>> [count_steps(n, 8, FewshotOptions(batch_size=32)) for n in (24, 100, 5000)]
    [6, 25, 200]
    """
    return min(options.max_steps, math.ceil(passes * labelled / options.batch_size))


def count_held_out(labelled: int, options: FewshotOptions) -> int:
    """Give how many folds are held out, each by a tuning of its own."""
    wanted = options.n_held_out
    if wanted is None:
        wanted = options.folds if labelled <= FEW else 1
    return min(wanted, options.folds)


def seconds_to_tune(work: Workload, options: FewshotOptions) -> float | None:
    """Give roughly how long it takes on one core; ``None`` for an encoder of unknown size."""
    if options.checkpoint != FewshotOptions().checkpoint:
        return None
    return work.n_tunings * work.n_steps * work.n_passages * _SECONDS_A_PASSAGE
