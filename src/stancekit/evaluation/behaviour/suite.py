"""The whole suite: who is found to speak, and what a model says (Ribeiro et al., 2020)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from stancekit.codebook import Codebook
from stancekit.evaluation.behaviour.attributions.cases import Attributor
from stancekit.evaluation.behaviour.attributions.suite import check_attribution
from stancekit.evaluation.behaviour.results import BehaviourCheck, BehaviourReport, LeftOut
from stancekit.evaluation.behaviour.stances.answers import Model
from stancekit.evaluation.behaviour.stances.suite import check_stances
from stancekit.evaluation.behaviour.stances.user_rows import UserRows

_INTERVALS = (
    "Pass rates have Wilson's 95% interval at the effective number of cases: those made from one "
    "sentence, form or article resemble each other. Where all pass, each of these counts once."
)
_OUTCOMES = (
    "A test passes where the whole interval clears the bar, fails where none of it does, and "
    "cannot be told otherwise; a bar of 100% is refuted by one case."
)
_OWN = (
    "The sentences are our own: what is measured is behaviour on texts of their kind, not accuracy "
    "in the field."
)


def check_behaviour(
    model: Model | None,
    codebook: Codebook | None = None,
    *,
    attributor: Attributor | None = None,
    rows: UserRows | None = None,
    poles: Mapping[str, Any] | None = None,
    threshold: float | None = None,
    seed: int = 0,
    progress: Callable[[str, int, int], None] | None = None,
) -> BehaviourReport:
    """Run the behavioural tests B1 to B24 and keep every failing case.

    Parameters
    ----------
    model, codebook, rows, poles, threshold
        As for `check_stances`; without a model only attribution is tested.
    attributor
        Whoever tells who says what in an article; without one only the model is tested.
    seed
        Of all that is drawn; the same seed gives the same report.

    Raises
    ------
    ValueError
        If there is a model and no codebook.
    """
    checks: list[BehaviourCheck] = []
    left_out: list[LeftOut] = []
    if model is not None:
        if codebook is None:
            raise ValueError("found a model without a codebook, expected both")
        found, left_out_here = check_stances(
            model,
            codebook,
            rows=rows,
            poles=poles,
            threshold=threshold,
            seed=seed,
            progress=progress,
        )
        checks += found
        left_out += left_out_here
    if attributor is not None:
        checks += check_attribution(attributor, seed=seed, progress=progress)
    return BehaviourReport(
        checks=tuple(sorted(checks, key=lambda check: int(check.test[1:]))),
        left_out=tuple(left_out),
        seed=seed,
        notes=(_INTERVALS, _OUTCOMES, _OWN),
    )
