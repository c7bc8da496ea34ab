"""Suggestions: the passages to label next, in order, each with its reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

import numpy.typing as npt

from stancekit.corpus.suggest import strategies
from stancekit.corpus.suggest.pool import make_pool
from stancekit.corpus.suggest.reasons import reasons
from stancekit.errors import CorpusError, nearest

Strategy = Literal["mix", "uncertainty", "diversity", "rare", "random"]
STRATEGIES: tuple[Strategy, ...] = get_args(Strategy)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A passage to label.

    Parameters
    ----------
    row
        Where it stands among the texts given.
    id
        Its id, where ids were given.
    score
        What its label is worth by the strategy's own measure, 0 to 1: under ``uncertainty`` the
        entropy, under ``rare`` the probability of rare labels, under ``diversity`` the distance
        from what is labelled or suggested before, under ``mix`` the share that it takes from the
        variance of the predictions for the whole pool. Scores of two strategies do not compare.
    reasons
        What speaks for it, in words.
    """

    row: int
    id: str | None
    score: float
    reasons: tuple[str, ...]


def suggest_passages(
    texts: Sequence[str],
    probabilities: Mapping[str, npt.ArrayLike],
    n: int,
    *,
    labels: Mapping[str, Sequence[str]],
    strategy: Strategy = "mix",
    labelled: Sequence[str] = (),
    label_counts: Mapping[str, Sequence[int]] | None = None,
    ids: Sequence[str] | None = None,
    seed: int = 0,
) -> list[Suggestion]:
    """Give the passages whose labels would teach most, the most useful first.

    What is suggested depends on the texts, their probabilities and the seed, not on the order of
    the rows. Texts without a letter or a digit, near-duplicates of labelled texts, and all but one
    of a family of near-duplicates are left out.

    Parameters
    ----------
    probabilities
        For each axis, what a model gives to the labels: shape (texts, labels).
    n
        How many to suggest; fewer are given where the pool does not hold as many.
    labels
        The axes that count and the names of their labels, in the order of the columns.
    labelled
        Texts that are labelled already: to stay away from.
    label_counts
        For each axis how often each label was given so far, for what is rare; by default what the
        model expects of the pool.
    ids
        An id for each text.

    Raises
    ------
    CorpusError
        If there is no such strategy, `n` is below 1, or arrays and labels do not fit the texts.

    Examples
    --------
    >>> proba = {"outlook": [[0.9, 0.1], [0.5, 0.5]]}
    >>> names = {"outlook": ["hopeful", "none"]}
    >>> found = suggest_passages(
    ...     ["The talks will go well.", "They may meet."], proba, 1, labels=names,
    ...     strategy="uncertainty",
    ... )
    >>> found[0].row, found[0].reasons
    (1, ('outlook: none .50 or hopeful .50',))
    """
    if strategy not in STRATEGIES:
        raise CorpusError(
            f"there is no strategy {strategy!r}; {nearest(str(strategy), STRATEGIES)}"
        )
    if n < 1:
        raise CorpusError(f"n={n!r}, expected 1 or more passages to suggest")
    if not labels:
        raise CorpusError("found no axis to suggest for, expected the labels of one or more")
    if ids is not None and len(ids) != len(texts):
        raise CorpusError(f"found {len(ids)} ids for {len(texts)} texts, expected one a text")
    pool = make_pool(
        texts,
        probabilities,
        labels=labels,
        labelled=labelled,
        label_counts=label_counts,
        seed=seed,
    )
    if not len(pool):
        return []
    choice = strategies.STRATEGIES[strategy](pool, min(n, len(pool)), seed)
    rows = pool.rows[choice.order].tolist()
    return [
        Suggestion(row, None if ids is None else ids[row], float(score), told)
        for row, score, told in zip(
            rows, choice.scores.tolist(), reasons(pool, choice, strategy), strict=True
        )
    ]
