"""What each word of one passage adds to its scores, so that the words add up to them exactly.

A score is a sum over features, and a feature stands at certain words: its share is divided evenly
among its occurrences, and that of an occurrence among the words it is made of.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stancekit.models.arrays import FloatArray, IntArray
from stancekit.models.linear.bags import damped
from stancekit.records import Span, StanceExplanation, WeighedSpan


@dataclass(frozen=True, slots=True)
class Occurrences:
    """Where the features of one kind stand in a passage.

    `features` has shape (occurrences,), and `words`, the places of the words that each is made of,
    shape (occurrences, words an occurrence).
    """

    features: IntArray
    words: IntArray


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributions:
    """What the scores of one passage are made of.

    `spans` are the words' places in the untouched text; `shares` has shape (scores, words), and
    the other arrays (scores,): the words' shares, `intercepts` and `rest` add up to `scores`.
    """

    spans: list[Span]
    shares: FloatArray
    intercepts: FloatArray
    rest: FloatArray
    scores: FloatArray

    def of(self, label: str, place: int, text: str) -> StanceExplanation:
        """Tell of one label, whose score stands at `place`."""
        return StanceExplanation(
            label=label,
            method="contributions",
            score=float(self.scores[place]),
            spans=tuple(
                WeighedSpan(start, end, text[start:end], weight)
                for (start, end), weight in zip(
                    self.spans, self.shares[place].tolist(), strict=True
                )
            ),
            intercept=float(self.intercepts[place]),
            rest=float(self.rest[place]),
        )


def word_shares(
    found: Occurrences,
    weights: NDArray[np.float32],
    squares: NDArray[np.float32],
    n_words: int,
) -> FloatArray:
    """Give what each word adds to each score through features of one kind.

    Parameters
    ----------
    weights, squares
        The table of the features: see `stancekit.models.linear.scorer.Table`.

    Returns
    -------
    Shape (scores, words of the passage).
    """
    features, which, counts = np.unique(found.features, return_inverse=True, return_counts=True)
    damping = damped(counts)
    length = np.sqrt((damping**2 * squares[features]).sum())
    if length == 0:
        return np.zeros((len(weights), n_words))
    n_shared = counts * found.words.shape[1]
    each = (weights[:, features] * (damping / n_shared / length))[:, which]
    places = found.words.ravel()
    return np.stack(
        [np.bincount(places, np.repeat(line, found.words.shape[1]), n_words) for line in each]
    )
