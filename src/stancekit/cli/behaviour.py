"""The behavioural tests of ``evaluate --behaviour``: a table, failing pairs, and a file of all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stancekit.cli.rows import json_line
from stancekit.cli.streams import print_note, print_text
from stancekit.output import whole_file

if TYPE_CHECKING:
    from stancekit.evaluation.behaviour import BehaviourCheck, BehaviourReport, FailedCase

Behaviour = Annotated[
    bool,
    typer.Option(
        "--behaviour",
        help="Run the behavioural tests B1 to B24, too; without DATA, these alone.",
    ),
]
Poles = Annotated[
    Path | None,
    typer.Option(
        "--poles",
        help="YAML that says what the axes of your codebook concern: "
        "'stance: {concern: posture, poles: {dove: positive, hawk: negative}}'.",
    ),
]
BehaviourOut = Annotated[
    Path | None,
    typer.Option(
        "--behaviour-out",
        help="Where every failing case goes, a row a line; behaviour.jsonl beside the report.",
    ),
]

_SHOWN_CASES = 2


def print_behaviour(report: BehaviourReport, path: Path) -> None:
    """Print one row a check, the first failing cases with both texts, and what was left out."""
    _print_checks(report)
    shown: set[str] = set()
    for check in report.checks:
        if check.failures and check.outcome == "fails" and check.test not in shown:
            shown.add(check.test)
            _print_failures(check)
    reasons: dict[str, list[str]] = {}
    for one in report.left_out:
        reasons.setdefault(one.reason, []).append(f"{one.test} {one.axis or ''}".strip())
    for reason, tests in reasons.items():
        print_text(f"left out: {', '.join(tests)}: {reason}")
    for note in report.notes:
        print_text(note)
    print_text(f"failing cases  {path}")


def write_failures(report: BehaviourReport, path: Path) -> None:
    """Write every failing case as a line of JSON."""
    rows = report.failure_rows()
    with whole_file(path) as file:
        for row in rows:
            file.write(json_line(row))
    print_note(f"{len(rows)} failing cases of the behavioural tests: {path}")


def _print_checks(report: BehaviourReport) -> None:
    told = None
    for check in report.checks:
        about = f"{check.test:4}{check.kind}: {check.checks}"
        if about != told:
            print_text(about)
            told = about
        print_text(
            f"    {check.measure:38.38} {check.axis or '':10.10} {check.source:9} {check.n:5}  "
            f"{check.score.in_words():24} {_bar(check):9} {_outcome(check)}"
        )
    print_text(", ".join(f"{outcome}: {n}" for outcome, n in report.counts().items()))


def _print_failures(check: BehaviourCheck) -> None:
    where = " ".join(part for part in (check.test, check.axis, check.source) if part)
    print_text(f"{where}, {check.measure}: {len(check.failures)} of {check.n} fail")
    for case in check.failures[:_SHOWN_CASES]:
        for line in _lines(case):
            print_text(f"  {line}")


def _lines(case: FailedCase) -> list[str]:
    lines = [f"expected {case.expected}"]
    for place, text in enumerate(case.texts):
        told = ""
        if len(case.found) == len(case.texts):
            proba = case.probabilities[place] if case.probabilities else {}
            found = case.found[place]
            told = f"  -> {found}" + (f" ({proba[found]:.2f})" if found in proba else "")
        lines.append(f"| {' '.join(text.split())}{told}")
    if len(case.found) != len(case.texts):
        lines.append(f"found {'; '.join(case.found)}")
    return lines


def _bar(check: BehaviourCheck) -> str:
    signs = {"at least": ">=", "at most": "<=", "above": ">"}
    return "" if check.bar is None else f"{signs[check.direction]} {check.bar:g}"


def _outcome(check: BehaviourCheck) -> str:
    """Say how it came out, of how many cases nothing could be said, and what to mind."""
    left_out = f", {check.n_left_out} left out" if check.n_left_out else ""
    note = f": {check.note}" if check.note and check.kind != "probe" else ""
    return f"{check.outcome}{left_out}{note}"
