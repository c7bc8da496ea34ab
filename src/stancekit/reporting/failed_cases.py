"""Cases that a behavioural test failed on, as a part of a section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from stancekit.reporting.numbers import number

if TYPE_CHECKING:
    from stancekit.evaluation.behaviour import FailedCase


@dataclass(frozen=True, slots=True)
class FailedCases:
    """Every case that failed one check, with both of its texts; a page shows them unfolded.

    `title` says which check it was, and how many of its cases failed.
    """

    title: str
    cases: tuple[FailedCase, ...]

    def to_dict(self) -> dict[str, Any]:
        """Give the title and each case as plain data."""
        cases = [case.to_dict() for case in self.cases]
        return {"kind": "failed_cases", "title": self.title, "cases": cases}


def told_texts(case: FailedCase) -> Iterator[tuple[str, str | None]]:
    """Give each text with what was found for it, and how probable that was, where it was.

    ``None`` where what was found belongs to no text alone; :func:`told_found` then says it.
    """
    for place, text in enumerate(case.texts):
        if len(case.found) != len(case.texts):
            yield text, None
            continue
        found = case.found[place]
        proba = case.probabilities[place] if case.probabilities else {}
        yield text, f"{found} ({number(proba[found], 2)})" if found in proba else found


def told_found(case: FailedCase) -> str | None:
    """Give what was found in all of the texts; ``None`` where each text says it itself."""
    return None if len(case.found) == len(case.texts) else "; ".join(case.found)
