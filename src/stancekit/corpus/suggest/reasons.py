"""Why a passage is suggested, in words."""

from __future__ import annotations

import numpy as np

from stancekit.corpus.suggest.pool import Floats, Pool
from stancekit.corpus.suggest.rarity import rareness
from stancekit.corpus.suggest.strategies import Choice
from stancekit.corpus.suggest.uncertainty import margin

_CLOSE = 0.2
"""Lead of the first label over the second up to which it is told that either may be right."""
_RARE = 0.5
"""A label with less than half of an equal share is called rare."""
_LIKELY = 0.1
_OPEN = 0.5


def reasons(pool: Pool, choice: Choice, strategy: str) -> list[tuple[str, ...]]:
    """Give for each chosen passage what speaks for it: at least one reason."""
    return [
        tuple(_told(pool, choice, place, passage, strategy))
        for place, passage in enumerate(choice.order.tolist())
    ]


def _told(pool: Pool, choice: Choice, place: int, passage: int, strategy: str) -> list[str]:
    if strategy == "random":
        return ["drawn at random"]
    told = _unsure(pool, passage) if strategy != "rare" else []
    told += _rare(pool, passage) if strategy != "uncertainty" else []
    if choice.open is not None:
        told += _unlike(choice.open[place])
    return told or [_otherwise(strategy)]


def _unsure(pool: Pool, passage: int) -> list[str]:
    told = []
    for axis, proba in pool.probabilities.items():
        own = proba[passage]
        if len(own) > 1 and margin(own[np.newaxis])[0] <= _CLOSE:
            second, first = np.argsort(own, kind="stable")[-2:]
            names = pool.labels[axis]
            told.append(
                f"{axis}: {names[first]} {_share(own[first])} or {names[second]} "
                f"{_share(own[second])}"
            )
    return told


def _rare(pool: Pool, passage: int) -> list[str]:
    told = []
    for axis, proba in pool.probabilities.items():
        shortfall = rareness(pool.shares[axis])
        weighed: Floats = proba[passage] * (shortfall >= _RARE)
        label = int(weighed.argmax())
        if weighed[label] >= _LIKELY:
            told.append(
                f"{axis}: may be the rare label {pool.labels[axis][label]} "
                f"({_share(weighed[label])}; {pool.shares[axis][label]:.0%} of labels so far)"
            )
    return told


def _unlike(open_: float) -> list[str]:
    if open_ >= _OPEN:
        return ["little like it is labelled, or suggested before it"]
    return []


def _otherwise(strategy: str) -> str:
    if strategy == "mix":
        return "stands for many passages without a label"
    if strategy == "diversity":
        return "of those left, among the least like what is labelled"
    if strategy == "rare":
        return "as likely as any left to hold a rare label"
    return "of those left, the model is least sure of it"


def _share(probability: float) -> str:
    return f"{probability:.2f}".removeprefix("0")
