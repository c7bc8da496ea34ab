"""A clause of a known pole, and what negation, a hedge or a condition makes of it."""

from __future__ import annotations

from dataclasses import dataclass

from stancekit.evaluation.behaviour.poles import Concern, Pole


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """What somebody says, without a capital and without a full stop, to stand in any frame.

    Parameters
    ----------
    pole
        Of its concern; of other concerns nothing is said.
    negated, hedged, conditional
        The same clause turned so; ``None`` where there is no plain way to.
    """

    text: str
    concern: Concern
    pole: Pole
    negated: str | None = None
    hedged: str | None = None
    conditional: str | None = None


def capital(clause: str) -> str:
    """Write a clause as the beginning of a sentence."""
    return clause[0].upper() + clause[1:]
