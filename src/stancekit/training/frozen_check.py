"""How what is run stands to what was frozen of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from stancekit.training.options import Purpose

SHA256_TAG = "stancekit.frozen.sha256"
AT_TAG = "stancekit.frozen.at"
DEVIATIONS_TAG = "stancekit.frozen.deviations"

_SHOWN = 12


def told_digest(sha256: str) -> str:
    """Give the head of a digest, which tells one from another."""
    return f"SHA-256 {sha256[:_SHOWN]}"


@dataclass(frozen=True, slots=True)
class Deviation:
    """One thing that is not as it was frozen: what, how it was frozen, and what was found."""

    field: str
    frozen: str
    found: str

    def in_words(self) -> str:
        """Name it with both values."""
        return f"{self.field}: frozen {self.frozen}, found {self.found}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenCheck:
    """What was frozen before a run, and what of the run is otherwise.

    Parameters
    ----------
    sha256, frozen_at
        Of the file; ``None`` for a confirmatory run that nothing was frozen for.
    earlier_looks
        At the rows, by the time that it was frozen.
    primary
        The measure that each axis was to be judged by.
    notes
        What its author put on record.
    unchecked
        What the file fixes and this run cannot tell, a sentence each.
    """

    purpose: Purpose
    sha256: str | None = None
    frozen_at: str | None = None
    earlier_looks: int | None = None
    primary: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    unchecked: tuple[str, ...] = ()

    def warning(self) -> str | None:
        """Give what to mind: that nothing was frozen, or what deviates."""
        if self.sha256 is None:
            return (
                "a confirmatory run that nothing was frozen for: it cannot be shown which choices "
                "were made before the test rows were scored (stancekit freeze)"
            )
        if not self.deviations:
            return None
        listed = ", ".join(one.field for one in self.deviations)
        return f"not as it was frozen at {self.frozen_at}: {listed}"

    def in_words(self) -> str:
        """Say when it was frozen, under which SHA-256, and how much deviates."""
        if self.sha256 is None:
            return "nothing was frozen"
        n = len(self.deviations)
        told = "1 thing deviates" if n == 1 else f"{n or 'no'} things deviate"
        return f"at {self.frozen_at}, {told_digest(self.sha256)}: " + (
            told if n else "nothing that was checked deviates"
        )

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON."""
        return asdict(self)


def frozen_tags(check: FrozenCheck | None) -> dict[str, str]:
    """Give what a run in the MLflow store is found by."""
    if check is None:
        return {}
    if check.sha256 is None or check.frozen_at is None:
        return {SHA256_TAG: "none"}
    return {
        SHA256_TAG: check.sha256,
        AT_TAG: check.frozen_at,
        DEVIATIONS_TAG: ", ".join(one.field for one in check.deviations) or "none",
    }
