"""What a behavioural test found: a rate with its interval, a verdict, and every failing case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from stancekit.resampling import Score

Kind = Literal["INV", "DIR", "MFT", "probe"]
"""Invariance, directional and minimum functionality (Ribeiro et al., 2020); a probe reports."""

Outcome = Literal["passes", "fails", "cannot be told", "reported", "left out"]

Source = Literal["sentences", "rows", "codebook", "articles"]
"""Whence the cases: our own sentences, the user's rows, the codebook's examples, our articles."""


@dataclass(frozen=True, kw_only=True)
class FailedCase:
    """One case that did not come out as it should.

    Parameters
    ----------
    case
        Which sentence, row or form it was made from.
    texts
        The text, or the original and what was made of it.
    found
        For each text the label, or who was found to speak.
    probabilities
        For each text the probability of each label; empty for an attribution.
    """

    case: str
    texts: tuple[str, ...]
    expected: str
    found: tuple[str, ...]
    probabilities: tuple[Mapping[str, float], ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON."""
        return {
            "case": self.case,
            "texts": list(self.texts),
            "expected": self.expected,
            "found": list(self.found),
            "probabilities": [dict(each) for each in self.probabilities],
        }


@dataclass(frozen=True, kw_only=True)
class BehaviourCheck:
    """One line of the suite: what was asked, of how many cases, and how it came out.

    Parameters
    ----------
    test
        B1 to B24.
    measure
        What is measured, as the test has more than one: "label stays".
    axis
        ``None`` for attribution.
    n, n_clusters
        Cases that count, and the sentences, articles or forms that they were made from.
    n_left_out
        Cases of which nothing can be said, such as a negation of what the model never saw as a
        stance.
    bar, direction
        What is asked of the score; ``None`` where it is only reported.
    failures
        Every failing case.
    note
        Why nothing was run, or what to mind.
    """

    test: str
    kind: Kind
    checks: str
    measure: str
    axis: str | None
    source: Source
    n: int
    n_clusters: int
    score: Score
    bar: float | None
    direction: Literal["at least", "at most", "above"]
    outcome: Outcome
    n_left_out: int = 0
    failures: tuple[FailedCase, ...] = ()
    note: str | None = None

    def to_dict(self, *, failures: bool = True) -> dict[str, Any]:
        """Give plain data for JSON; without the failing cases, their number stands for them."""
        content: dict[str, Any] = {
            "test": self.test,
            "kind": self.kind,
            "checks": self.checks,
            "measure": self.measure,
            "axis": self.axis,
            "source": self.source,
            "n": self.n,
            "n_clusters": self.n_clusters,
            "n_left_out": self.n_left_out,
            "score": self.score.to_dict(),
            "bar": self.bar,
            "direction": self.direction,
            "outcome": self.outcome,
            "note": self.note,
            "n_failures": len(self.failures),
        }
        if failures:
            content["failures"] = [case.to_dict() for case in self.failures]
        return content


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """A test that was not run, and why."""

    test: str
    checks: str
    axis: str | None
    reason: str

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON."""
        return {
            "test": self.test,
            "checks": self.checks,
            "axis": self.axis,
            "reason": self.reason,
        }


@dataclass(frozen=True, kw_only=True)
class BehaviourReport:
    """All checks of the suite, in the order of the tests, and the tests that were left out."""

    checks: tuple[BehaviourCheck, ...]
    left_out: tuple[LeftOut, ...] = ()
    seed: int = 0
    notes: tuple[str, ...] = field(default=())

    def check(
        self, test: str, *, axis: str | None = None, measure: str | None = None
    ) -> BehaviourCheck:
        """Give the first check of that test, and where asked of that axis and measure.

        Raises
        ------
        KeyError
            If there is none.
        """
        for one in self.checks:
            if one.test == test and axis in (None, one.axis) and measure in (None, one.measure):
                return one
        raise KeyError(f"no check {test}, axis {axis!r}, measure {measure!r}, was run")

    def counts(self) -> dict[Outcome, int]:
        """Count the checks by outcome."""
        found: dict[Outcome, int] = {}
        for one in self.checks:
            found[one.outcome] = found.get(one.outcome, 0) + 1
        return found

    def failure_rows(self) -> list[dict[str, Any]]:
        """Give every failing case as one flat row, for a JSONL file."""
        return [
            {
                "test": one.test,
                "measure": one.measure,
                "axis": one.axis,
                "source": one.source,
                **case.to_dict(),
            }
            for one in self.checks
            for case in one.failures
        ]

    def section(self, *, shown: int = 3) -> dict[str, Any]:
        """Give what a report page shows: one row a check, the first failing cases of each."""
        return {
            "seed": self.seed,
            "counts": dict(self.counts()),
            "rows": [
                {
                    **one.to_dict(failures=False),
                    "failures": [case.to_dict() for case in one.failures[:shown]],
                }
                for one in self.checks
            ],
            "left_out": [one.to_dict() for one in self.left_out],
            "notes": list(self.notes),
        }

    def to_dict(self) -> dict[str, Any]:
        """Give the key ``behaviour`` of ``stancekit evaluate --json``, every failing case in it."""
        return {
            "seed": self.seed,
            "counts": dict(self.counts()),
            "checks": [one.to_dict() for one in self.checks],
            "left_out": [one.to_dict() for one in self.left_out],
            "notes": list(self.notes),
        }
