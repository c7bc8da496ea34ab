"""How much a fine-tuning does, known from the number of passages before it starts."""

from __future__ import annotations

import math
from dataclasses import dataclass

from stancekit.models.transformer.options import TransformerOptions

FEWEST_FOLDS = 5
"""One of so many folds is kept from a network, where there are no more networks than that."""

# A sentence of some thirty words forth and back through MiniLM, on one core, in float32.
_SECONDS_A_PASSAGE = 0.035


@dataclass(frozen=True, kw_only=True)
class Workload:
    """What one fit does: networks, the most epochs of each, and the steps of an epoch."""

    n_networks: int
    n_epochs: int
    n_steps: int
    pretrains: bool

    def describe(self) -> str:
        """Give it in words.

        Examples
        --------
        >>> Workload(n_networks=3, n_epochs=4, n_steps=120, pretrains=True).describe()
        '3 networks, each of at most 4 epochs of 120 steps, after pretraining'
        >>> Workload(n_networks=1, n_epochs=1, n_steps=120, pretrains=False).describe()
        '1 network of at most 1 epoch of 120 steps'
        """
        networks = "1 network" if self.n_networks == 1 else f"{self.n_networks} networks, each"
        epochs = "1 epoch" if self.n_epochs == 1 else f"{self.n_epochs} epochs"
        before = ", after pretraining" if self.pretrains else ""
        return f"{networks} of at most {epochs} of {self.n_steps} steps{before}"


def expect_work(n_passages: int, options: TransformerOptions) -> Workload:
    """Give what a fit on that many passages does."""
    n_folds = max(options.n_models, FEWEST_FOLDS)
    return Workload(
        n_networks=options.n_models,
        n_epochs=options.epochs,
        n_steps=math.ceil(n_passages * (n_folds - 1) / n_folds / options.batch_size),
        pretrains=options.pretraining is not None,
    )


def seconds_to_tune(work: Workload, options: TransformerOptions) -> float | None:
    """Give roughly how long it takes on one core.

    ``None`` for an encoder of unknown size, and with pretraining, whose texts are not yet read.
    """
    if options.checkpoint != TransformerOptions().checkpoint or work.pretrains:
        return None
    passages = work.n_networks * work.n_epochs * work.n_steps * options.batch_size
    return passages * _SECONDS_A_PASSAGE
