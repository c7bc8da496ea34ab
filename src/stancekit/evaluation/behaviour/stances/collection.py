"""Which cases are made for which axes, and which tests are left out and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from stancekit.codebook import Codebook
from stancekit.evaluation.behaviour.poles import AxisPoles
from stancekit.evaluation.behaviour.results import LeftOut
from stancekit.evaluation.behaviour.sentences.clauses import Clause
from stancekit.evaluation.behaviour.sentences.outlook import outlook_clauses
from stancekit.evaluation.behaviour.sentences.posture import posture_clauses
from stancekit.evaluation.behaviour.sentences.sentiment import sentiment_clauses
from stancekit.evaluation.behaviour.stances.advice import demands_and_advice, forecasts_and_advice
from stancekit.evaluation.behaviour.stances.cases import Base, StanceCase
from stancekit.evaluation.behaviour.stances.directions import directions
from stancekit.evaluation.behaviour.stances.examples import negated_examples
from stancekit.evaluation.behaviour.stances.invariance import changed, reworded, sentence_bases
from stancekit.evaluation.behaviour.stances.measures import STANCE_TESTS
from stancekit.evaluation.behaviour.stances.minimum import minimum
from stancekit.records import Passage

INVARIANCE = ("B1", "B2", "B3", "B4", "B6", "B24")
_NEEDS_POLES = ("B7", "B8", "B9", "B10", "B11", "B17", "B18", "B19", "B21")
_CONCERNS: Mapping[str, tuple[str, ...]] = {
    "B8": ("posture", "outlook"),
    "B9": ("outlook",),
    "B10": ("posture",),
    "B11": ("posture",),
    "B17": ("posture", "outlook"),
    "B18": ("posture", "outlook"),
    "B21": ("posture", "outlook"),
    "B23": ("posture", "outlook"),
}
_UNMAPPED = (
    "it is not known what the labels of this axis mean; name its concern and poles (--poles) to "
    "run it on our own sentences"
)


def own_clauses() -> list[Clause]:
    """Give all clauses of all concerns."""
    return [*posture_clauses(), *outlook_clauses(), *sentiment_clauses()]


def sentence_cases(poles: Mapping[str, AxisPoles], seed: int) -> list[StanceCase]:
    """Give the cases made from our own sentences, for the axes whose poles are known."""
    if not poles:
        return []
    clauses, axes = own_clauses(), tuple(poles)
    found = changed(sentence_bases(clauses, axes, seed), seed) + reworded(clauses, axes, seed)
    for one in poles.values():
        found += directions(clauses, one, seed) + minimum(one, seed)
        if one.concern == "posture" and one.silent:
            found += forecasts_and_advice(one, seed) + demands_and_advice(one, seed)
    return found


def row_cases(
    rows: Sequence[tuple[Passage, str]], axes: tuple[str, ...], seed: int
) -> list[StanceCase]:
    """Give the cases made from a user's rows and their groups, for all axes."""
    bases = [Base(passage=one, cluster=group, source="rows", axes=axes) for one, group in rows]
    return changed(bases, seed)


def example_cases(codebook: Codebook, poles: Mapping[str, AxisPoles]) -> list[StanceCase]:
    """Give the codebook's examples negated, for the axes whose poles are not known."""
    return negated_examples(codebook, tuple(name for name in codebook.axes if name not in poles))


def left_out(
    codebook: Codebook,
    poles: Mapping[str, AxisPoles],
    cases: Sequence[StanceCase],
    *,
    has_rows: bool,
    has_gold: bool,
) -> list[LeftOut]:
    """Tell for each test and axis why there is no case, where it could have been expected."""
    run = {(case.test, axis) for case in cases for axis in case.axes}
    found = []
    for axis in codebook.axes:
        for test, definition in STANCE_TESTS.items():
            if (test, axis) not in run:
                reason = _reason(test, poles.get(axis), has_rows=has_rows)
                found.append(LeftOut(test=test, checks=definition.checks, axis=axis, reason=reason))
        if not has_gold:
            reason = "no labelled rows were given (DATA)"
            found.append(LeftOut(test="B22", checks="content masked", axis=axis, reason=reason))
        concern = poles[axis].concern if axis in poles else None
        if concern not in _CONCERNS["B23"]:
            reason = _UNMAPPED if concern is None else f"it is not asked of {concern}"
            found.append(LeftOut(test="B23", checks="other subjects", axis=axis, reason=reason))
    return found


def _reason(test: str, poles: AxisPoles | None, *, has_rows: bool) -> str:
    if poles is None:
        if test in INVARIANCE and not has_rows:
            return "no rows were given (DATA), and " + _UNMAPPED
        return "no row has anything of the kind" if test in INVARIANCE else _UNMAPPED
    if poles.concern not in _CONCERNS.get(test, (poles.concern,)):
        return f"it is not asked of {poles.concern}"
    return "the axis has no label for what is expected (mixed, or not expressed)"
