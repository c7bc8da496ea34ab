"""The behavioural tests as a section: how each came out, and every case that failed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

from stancekit.reporting.failed_cases import FailedCases
from stancekit.reporting.numbers import UNKNOWN, counted
from stancekit.reporting.sections import Column, Part, Section, Sentences, Table
from stancekit.reporting.values import Cell, Drawn, Flag, Noted

if TYPE_CHECKING:
    from stancekit.evaluation.behaviour import BehaviourCheck, BehaviourReport, LeftOut
    from stancekit.evaluation.behaviour.results import Outcome

_SOURCES: Final[Mapping[str, str]] = {
    "sentences": "our sentences",
    "rows": "labelled rows",
    "codebook": "codebook's examples",
    "articles": "our articles",
}
_KINDS: Final[Mapping[str, str]] = {
    "INV": "nothing may change",
    "DIR": "it has to change so",
    "MFT": "the answer is known",
    "probe": "a probe",
}
_SIGNS: Final[Mapping[str, str]] = {"at least": "≥", "at most": "≤", "above": ">"}
_FLAGS: Final[Mapping[str, Flag]] = {
    "passes": Flag("passes", "good"),
    "fails": Flag("fails", "bad"),
    "cannot be told": Flag("cannot be told", "open"),
}
_OUTCOMES: Final[Mapping[Outcome, str]] = {
    "passes": "passed",
    "fails": "failed",
    "cannot be told": "cannot be told",
    "reported": "only reported",
}
_METHOD: Final = (
    "Intervals are 95% intervals, of rates by Wilson's formula at the effective number of cases: "
    "those made from one sentence or article resemble each other."
)
_WORST: Final = ("fails", "cannot be told", "passes")


def behaviour_sections(report: BehaviourReport | None) -> tuple[Section, ...]:
    """Give one section of the suite, a test a section under it; none where it was not run."""
    if report is None:
        return ()
    tests = [(test, tuple(found)) for test, found in groupby(report.checks, lambda one: one.test)]
    failing = [test for test, found in tests if any(one.outcome == "fails" for one in found)]
    return (
        Section(
            key="behaviour",
            title="Behavioural tests",
            lead=_told_counts(report),
            cautions=_cautions(failing, len(tests)),
            parts=(_overview(tests), Sentences((*report.notes, _METHOD))),
            sections=(
                *(_test(test, found) for test, found in tests),
                *_left_out(report.left_out),
            ),
        ),
    )


def _told_counts(report: BehaviourReport) -> str:
    counts = report.counts()
    told = ", ".join(f"{counts[each]} {_OUTCOMES[each]}" for each in _OUTCOMES if each in counts)
    return f"Of {counted(len(report.checks), 'check')}: {told}."


def _cautions(failing: Sequence[str], n: int) -> tuple[str, ...]:
    if not failing:
        return ()
    return (f"{len(failing)} of {n} behavioural tests found a fault: {', '.join(failing)}.",)


def _overview(tests: Sequence[tuple[str, tuple[BehaviourCheck, ...]]]) -> Table:
    return Table.of(
        {
            "test": "test",
            "outcome": "outcome",
            "passed": "checks passed",
        },
        [
            {
                "test": Noted(test, found[0].checks),
                "outcome": _worst(found),
                "passed": _passed(found),
            }
            for test, found in tests
        ],
        caption="Each test by the worst of its checks",
    )


def _passed(found: Sequence[BehaviourCheck]) -> Cell:
    asked = [one.outcome for one in found if one.bar is not None]
    failing = sum(len(one.failures) for one in found)
    passed = f"{asked.count('passes')} of {len(asked)}"
    return Noted(passed, f"{counted(failing, 'case')} {_fail(failing)}") if failing else passed


def _fail(n: int) -> str:
    return "fails" if n == 1 else "fail"


def _worst(found: Sequence[BehaviourCheck]) -> Cell:
    outcomes = {one.outcome for one in found}
    return next((_FLAGS[each] for each in _WORST if each in outcomes), "only reported")


def _test(test: str, found: Sequence[BehaviourCheck]) -> Section:
    found = _by_measure(found)
    parts: list[Part] = [_table(found)]
    notes = _notes(found)
    if notes:
        parts.append(Sentences(notes, is_list=True))
    parts += [_failed(one) for one in found if one.failures]
    return Section(
        key=test,
        title=f"{test} {found[0].checks}",
        lead=f"{_KINDS[found[0].kind].capitalize()}.",
        parts=tuple(parts),
    )


def _by_measure(found: Sequence[BehaviourCheck]) -> list[BehaviourCheck]:
    """Put what is measured alike side by side, in the order in which it comes up."""
    measures = [one.measure for one in found]
    sources = list(_SOURCES)
    return sorted(found, key=lambda one: (measures.index(one.measure), sources.index(one.source)))


def _table(found: Sequence[BehaviourCheck]) -> Table:
    return Table(
        columns=(
            Column("measure", "measured"),
            Column("axis", "axis"),
            Column("source", "made from"),
            Column("n", "cases"),
            Column("n_left_out", "left out"),
            Column("score", "rate"),
            Column("bar", "asked"),
            Column("outcome", "outcome"),
        ),
        rows=tuple(
            (
                one.measure,
                one.axis or "attribution",
                _SOURCES[one.source],
                one.n,
                one.n_left_out,
                Drawn(one.score, reference=one.bar, span=_span(one)),
                UNKNOWN if one.bar is None else f"{_SIGNS[one.direction]} {one.bar:g}",
                _FLAGS.get(one.outcome, one.outcome),
            )
            for one in found
        ),
    )


def _span(check: BehaviourCheck) -> tuple[float, float]:
    """Give the ends of the scale: rates are shares, what probes measure may lie under 0."""
    known = [check.score.low, check.score.value]
    return (-1.0, 1.0) if any(x is not None and x < 0 for x in known) else (0.0, 1.0)


def _notes(found: Sequence[BehaviourCheck]) -> tuple[str, ...]:
    """Give what to mind, each with all that it is said of."""
    notes: dict[str, list[str]] = {}
    for one in found:
        if one.note:
            notes.setdefault(one.note, []).append(one.measure)
    return tuple(f"{', '.join(dict.fromkeys(said))}: {note}" for note, said in notes.items())


def _failed(check: BehaviourCheck) -> FailedCases:
    where = f"{check.axis or 'attribution'}, {check.measure}, {_SOURCES[check.source]}"
    return FailedCases(
        title=f"{where}: {len(check.failures):,} of {check.n:,} {_fail(len(check.failures))}",
        cases=check.failures,
    )


def _left_out(left_out: Sequence[LeftOut]) -> tuple[Section, ...]:
    reasons: dict[str, list[str]] = {}
    for one in left_out:
        reasons.setdefault(one.reason, []).append(f"{one.test} {one.axis or ''}".strip())
    if not reasons:
        return ()
    lines = tuple(f"{', '.join(tests)}: {reason}" for reason, tests in reasons.items())
    parts = (Sentences(lines, is_list=True),)
    return (Section(key="left_out", title="Tests left out", parts=parts),)
