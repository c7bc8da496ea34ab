"""The tests of attribution: the cases of each, how a case is judged, and the bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from stancekit.evaluation.behaviour.attributions import (
    author_voice,
    boilerplate,
    continuations,
    names,
    opponents,
    relays,
    rewrites,
    roles,
    surroundings,
    typography,
)
from stancekit.evaluation.behaviour.attributions.cases import (
    Case,
    Judge,
    Judged,
    Verdict,
    judge_holder,
)
from stancekit.evaluation.behaviour.rates import Direction, outcome_of, pass_rate
from stancekit.evaluation.behaviour.results import BehaviourCheck, FailedCase, Kind


@dataclass(frozen=True, kw_only=True)
class AttributionTest:
    """One test: its cases, how a case is judged, and the bar.

    `counted` are the verdicts whose share is measured; all others are failing cases, or with
    `direction` "at most" those that are counted.
    """

    test: str
    kind: Kind
    checks: str
    measure: str
    cases: Callable[[int], list[Case]]
    judge: Judge
    bar: float
    counted: Verdict = "right"
    direction: Literal["at least", "at most"] = "at least"

    def run(self, verdicts: Sequence[tuple[Case, Judged]]) -> BehaviourCheck:
        """Give the check that the verdicts on all cases make."""
        counted = [verdict == self.counted for _, (verdict, _) in verdicts]
        score = pass_rate(counted, [case.form for case, _ in verdicts])
        direction: Direction = self.direction
        return BehaviourCheck(
            test=self.test,
            kind=self.kind,
            checks=self.checks,
            measure=self.measure,
            axis=None,
            source="articles",
            n=len(verdicts),
            n_clusters=len({case.form for case, _ in verdicts}),
            score=score,
            bar=self.bar,
            direction=direction,
            outcome=outcome_of(score, self.bar, direction),
            failures=tuple(
                _failed(case, found)
                for (case, (_, found)), counts in zip(verdicts, counted, strict=True)
                if counts == (direction == "at most")
            ),
        )


def _others(seed: int) -> list[Case]:
    return [case for case in roles.cases(seed) if case.expected != "expert"]


def _impersonal(seed: int) -> list[Case]:
    starts = ("scare", "titles", "passives", "things")
    return [case for case in author_voice.cases(seed) if case.form.startswith(starts)]


ATTRIBUTION_TESTS: tuple[AttributionTest, ...] = (
    AttributionTest(
        test="B4",
        kind="INV",
        checks="direct, indirect or according to; these quotes or those; said, argued, noted",
        measure="holder right",
        cases=rewrites.cases,
        judge=judge_holder,
        bar=1.0,
    ),
    AttributionTest(
        test="B5",
        kind="INV",
        checks="captions, bylines, related links and other page furniture, apart and glued",
        measure="paragraphs and attributions as before",
        cases=boilerplate.cases,
        judge=boilerplate.judge,
        bar=1.0,
    ),
    AttributionTest(
        test="B6",
        kind="INV",
        checks="a background sentence of the author; unrelated paragraphs in another order",
        measure="attributions as before",
        cases=surroundings.cases,
        judge=surroundings.judge,
        bar=0.98,
    ),
    AttributionTest(
        test="B12",
        kind="MFT",
        checks='"critics say X, but Y": X is theirs, Y the expert\'s',
        measure="both holders right",
        cases=opponents.cases,
        judge=opponents.judge,
        bar=0.9,
    ),
    AttributionTest(
        test="B13",
        kind="MFT",
        checks="the same words from an official, a spokesperson, an unnamed source, the author",
        measure="role right",
        cases=roles.cases,
        judge=roles.judge,
        bar=0.95,
    ),
    AttributionTest(
        test="B13",
        kind="MFT",
        checks="the same words from an official, a spokesperson, an unnamed source, the author",
        measure="no expert's",
        cases=_others,
        judge=roles.judge_absence,
        bar=1.0,
    ),
    AttributionTest(
        test="B14",
        kind="MFT",
        checks="chains of one to three relays",
        measure="holder right",
        cases=relays.cases,
        judge=judge_holder,
        bar=0.95,
    ),
    AttributionTest(
        test="B15",
        kind="MFT",
        checks="a quotation that goes on in a paragraph of its own",
        measure="holder right",
        cases=continuations.cases,
        judge=judge_holder,
        bar=0.95,
    ),
    AttributionTest(
        test="B15",
        kind="MFT",
        checks="a quotation behind a paragraph of the author",
        measure="nobody named",
        cases=continuations.resets,
        judge=continuations.judge_reset,
        bar=1.0,
    ),
    AttributionTest(
        test="B16",
        kind="MFT",
        checks="names of every order, short forms, namesakes",
        measure="speaker right",
        cases=names.cases,
        judge=names.judge,
        bar=0.95,
    ),
    AttributionTest(
        test="B16",
        kind="MFT",
        checks="names of every order, short forms, namesakes",
        measure="speaker wrong",
        cases=names.cases,
        judge=names.judge,
        bar=0.01,
        counted="wrong",
        direction="at most",
    ),
    AttributionTest(
        test="B20",
        kind="MFT",
        checks="scare quotes, titles, agentless passives, comments that suggest",
        measure="no expert's",
        cases=author_voice.cases,
        judge=author_voice.judge,
        bar=0.98,
    ),
    AttributionTest(
        test="B20",
        kind="MFT",
        checks="scare quotes, titles, agentless passives, comments that suggest",
        measure="nobody's",
        cases=_impersonal,
        judge=author_voice.judge_silence,
        bar=0.95,
    ),
    AttributionTest(
        test="B24",
        kind="INV",
        checks="line breaks, byte order mark, NFD, hyphens, blanks of another kind",
        measure="only offsets move",
        cases=typography.cases,
        judge=typography.judge,
        bar=1.0,
    ),
    AttributionTest(
        test="B24",
        kind="INV",
        checks="all in one line",
        measure="attributions as before",
        cases=typography.one_line_files,
        judge=typography.judge_one_line,
        bar=1.0,
    ),
)


def _failed(case: Case, found: str) -> FailedCase:
    texts = (case.text,) if case.original is None else (case.original, case.text)
    return FailedCase(case=case.form, texts=texts, expected=_expected(case), found=(found,))


def _expected(case: Case) -> str:
    if isinstance(case.expected, set):
        return " or ".join(sorted(name or "unresolved" for name in case.expected))
    return "nobody named" if case.expected is None else str(case.expected)
