"""Rows that a model got wrong, as a part of a section."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from stancekit.reporting.report import ErrorCase


@dataclass(frozen=True, slots=True)
class Cases:
    """Wrong rows with their texts, what drove each, and the article around it."""

    cases: tuple[ErrorCase, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give each case as plain data."""
        return {"kind": "cases", "cases": [case_to_dict(case) for case in self.cases]}

    @property
    def method(self) -> str | None:
        """How the words were weighed, ``None`` where they were not."""
        explained = [case.explanation for case in self.cases if case.explanation is not None]
        return explained[0].method if explained else None


def case_to_dict(case: ErrorCase) -> dict[str, Any]:
    """Give one case as plain data: the row, both labels, its words' weights, its neighbours."""
    explanation = case.explanation
    return {
        "id": case.id,
        "text": case.text,
        "gold": case.gold,
        "predicted": case.predicted,
        "probability": case.probability,
        "explanation": None
        if explanation is None
        else {
            "method": explanation.method,
            "score": explanation.score,
            "intercept": explanation.intercept,
            "rest": explanation.rest,
            "spans": [span.to_dict() for span in explanation.spans if span.weight],
        },
        "before": case.before,
        "after": case.after,
    }
