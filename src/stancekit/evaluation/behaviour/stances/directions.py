"""B7, B8 and B9: negation, a hedge and a condition move the label in a known direction."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from stancekit.evaluation.behaviour.poles import AxisPoles, Pole
from stancekit.evaluation.behaviour.sentences.clauses import Clause
from stancekit.evaluation.behaviour.stances.cases import Labels, StanceCase, chance
from stancekit.evaluation.behaviour.stances.frames import FRAMES, voices

_OPPOSITE: dict[Pole, Pole] = {"positive": "negative", "negative": "positive"}


def directions(clauses: Sequence[Clause], poles: AxisPoles, seed: int) -> list[StanceCase]:
    """Give what is said, and the same negated, hedged and made conditional."""

    def turned(clause: Clause) -> Labels:
        """Give what a negated stance may be: the other pole, or no stance."""
        return (*poles.of(_OPPOSITE[clause.pole]), *poles.silent)

    found = _cases("B7", "negated", clauses, lambda c: c.negated, turned, poles, seed)
    if poles.concern != "sentiment":
        found += _cases("B8", "hedged", clauses, lambda c: c.hedged, lambda _: (), poles, seed)
    if poles.concern == "outlook" and poles.of("both"):
        found += _cases(
            "B9",
            "under a condition",
            clauses,
            lambda c: c.conditional,
            lambda _: poles.of("both"),
            poles,
            seed,
        )
    return found


def _cases(
    test: str,
    change: str,
    clauses: Sequence[Clause],
    turn: Callable[[Clause], str | None],
    expected: Callable[[Clause], Labels],
    poles: AxisPoles,
    seed: int,
) -> list[StanceCase]:
    turnable = [c for c in clauses if c.concern == poles.concern and turn(c) is not None]
    found = []
    for i, (clause, voice) in enumerate(
        zip(turnable, voices(chance(seed, test), len(turnable)), strict=True)
    ):
        frame = FRAMES[i % len(FRAMES)]
        found.append(
            StanceCase(
                test=test,
                source="sentences",
                axes=(poles.axis,),
                cluster=clause.text,
                passages=(
                    voice.says(clause.text, frame),
                    voice.says(turn(clause) or "", frame),
                ),
                expected=(poles.of(clause.pole), expected(clause)),
                change=change,
            )
        )
    return found
