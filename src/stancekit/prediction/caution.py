"""When a predictor abstains, and which labels it names beside the most probable one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from stancekit.errors import ModelError
from stancekit.models.confidence import Confidence


@dataclass(frozen=True, slots=True)
class Caution:
    """What a user asks of predictions.

    Parameters
    ----------
    threshold
        Abstain where the most probable label is less probable than this.
    precision
        Abstain where the most probable label is less probable than the threshold above which this
        share of the held-out training rows was right; each axis has its own.
    coverage
        Name, for each passage, a set of labels that holds the gold one this often.
    """

    threshold: float | None = None
    precision: float | None = None
    coverage: float | None = None

    @property
    def needs_held_out(self) -> bool:
        """Whether it takes what held-out rows taught."""
        return self.precision is not None or self.coverage is not None

    def check(self) -> None:
        """Raise `ModelError` unless each is a share, and not both of the first two are given."""
        for name in ("threshold", "precision", "coverage"):
            value = getattr(self, name)
            if value is not None and not 0.0 <= value <= 1.0:
                raise ModelError(f"{name}: found {value!r}, expected a number between 0 and 1")
        if self.threshold is not None and self.precision is not None:
            raise ModelError(
                f"found threshold {self.threshold:g} and precision {self.precision:g}, expected "
                "one of them: a precision is turned into a threshold"
            )

    def thresholds(
        self, axes: Mapping[str, object], known: Mapping[str, Confidence]
    ) -> dict[str, float]:
        """Give the probability below which each axis abstains."""
        if self.precision is None:
            return dict.fromkeys(axes, self.threshold or 0.0)
        found = {}
        for axis in axes:
            try:
                found[axis] = _of_axis(axis, known).threshold(self.precision)
            except ModelError as error:
                raise ModelError(f"axis {axis!r}: {error}") from error
        return found

    def least_probabilities(
        self, axes: Mapping[str, object], known: Mapping[str, Confidence]
    ) -> dict[str, float] | None:
        """Give the probability from which on a label is in an axis' sets; ``None`` without sets."""
        if self.coverage is None:
            return None
        return {axis: _of_axis(axis, known).least_probability(self.coverage) for axis in axes}


def _of_axis(axis: str, known: Mapping[str, Confidence]) -> Confidence:
    if axis not in known:
        raise ModelError(
            "the model has no held-out predictions to tell by: it was fitted on too few rows or "
            "groups to hold any out, or without labels. Use a threshold instead"
        )
    return known[axis]
