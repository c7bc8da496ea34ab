"""The strategies: which passages of a pool to choose, and what each choice is worth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from stancekit.corpus.suggest.design import choose_by_design
from stancekit.corpus.suggest.pool import Floats, Ints, Pool
from stancekit.corpus.suggest.rarity import rarity
from stancekit.corpus.suggest.space import text_points
from stancekit.corpus.suggest.spread import choose_spread
from stancekit.corpus.suggest.uncertainty import uncertainty


@dataclass(frozen=True, eq=False)
class Choice:
    """Passages of a pool in the order of choice.

    Parameters
    ----------
    order
        Their places in the pool.
    scores
        What each is worth, 0 to 1, by the strategy's own measure.
    open
        Where the strategy looks at the texts: how little like each was labelled or chosen before
        it, 1 for nothing.
    """

    order: Ints
    scores: Floats
    open: Floats | None = field(default=None)


ChooseFrom = Callable[[Pool, int, int], Choice]
"""Chooses a number of passages from a pool, by a seed."""


def choose_random(pool: Pool, n: int, seed: int) -> Choice:
    """Choose at random: the order of a pool is drawn by the seed already."""
    del seed
    return Choice(np.arange(n), np.full(n, 1.0 / max(len(pool), 1)))


def choose_uncertain(pool: Pool, n: int, seed: int) -> Choice:
    """Choose what the model is least sure of."""
    del seed
    return _highest(uncertainty(pool.probabilities), n)


def choose_rare(pool: Pool, n: int, seed: int) -> Choice:
    """Choose what most likely holds labels of which there are few so far."""
    del seed
    return _highest(rarity(pool.probabilities, pool.shares), n)


def choose_diverse(pool: Pool, n: int, seed: int) -> Choice:
    """Choose texts that are unlike each other and those labelled."""
    points, labelled = text_points(pool.texts, pool.labelled, seed=seed)
    order, distances = choose_spread(points, labelled, n, seed)
    return Choice(order, distances, distances)


def choose_mixed(pool: Pool, n: int, seed: int) -> Choice:
    """Choose texts that stand for many others not yet labelled, uncertain and rare ones above all.

    Uncertainty and rarity say how much a label there would tell, and the design of the batch counts
    it so. BADGE (Ash et al. 2020) joins uncertainty and diversity by other means; outliers, which
    it draws, are passed over here.
    """
    told = uncertainty(pool.probabilities) * (1.0 + rarity(pool.probabilities, pool.shares))
    # Where the model is sure of everything, nothing tells more than anything else.
    worth = told / told.mean() if told.mean() > 0 else np.ones(len(pool))
    points, labelled = text_points(pool.texts, pool.labelled, seed=seed)
    design = choose_by_design(points, labelled, n, worth)
    return Choice(design.order, design.gains, design.open)


STRATEGIES: dict[str, ChooseFrom] = {
    "mix": choose_mixed,
    "uncertainty": choose_uncertain,
    "diversity": choose_diverse,
    "rare": choose_rare,
    "random": choose_random,
}


def _highest(scores: Floats, n: int) -> Choice:
    order = np.argsort(-scores, kind="stable")[:n]
    return Choice(order, scores[order])
