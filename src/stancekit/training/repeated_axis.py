"""The scores on one axis over several divisions of the rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from stancekit.evaluation import AxisEvaluation
from stancekit.evaluation.repeated import RepeatedScore, repeated_score
from stancekit.training.rows import Rows

MODEL: Final = "model"
"""The name that the family's own evaluations go by, beside those of the baselines."""

Evaluations = Mapping[str, Mapping[str, AxisEvaluation]]
"""On one division: by model and baselines, then by axis."""

_SPANS: Final[Mapping[str, tuple[float, float]]] = {
    "macro_f1": (0.0, 1.0),
    "accuracy": (0.0, 1.0),
    "mcc": (-1.0, 1.0),
}


@dataclass(frozen=True, kw_only=True)
class RepeatedAxis:
    """Scores on one axis over all divisions.

    Parameters
    ----------
    metrics
        ``macro_f1``, ``accuracy`` and ``mcc``.
    over_baselines
        By baseline: macro F1 minus its own, on the same divisions.
    """

    metrics: Mapping[str, RepeatedScore]
    over_baselines: Mapping[str, RepeatedScore] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON."""
        return {
            **{name: one.to_dict() for name, one in self.metrics.items()},
            "over_baselines": {name: one.to_dict() for name, one in self.over_baselines.items()},
        }


@dataclass(frozen=True, eq=False)
class AxisDivisions:
    """What was found on one axis on each division; a text says why there is nothing."""

    axis: str
    labels: Sequence[str]
    parts: Sequence[tuple[Rows, Rows]]
    done: Sequence[Evaluations | str]
    n_groups: int

    def scores(self, baselines: Sequence[str]) -> RepeatedAxis:
        """Give every measure over the divisions, and macro F1 minus that of the baselines."""
        note = "; ".join(self._missing()) or None
        own = {metric: self._values(MODEL, metric) for metric in _SPANS}
        return RepeatedAxis(
            metrics={
                metric: self._repeated(values, _SPANS[metric], note)
                for metric, values in own.items()
            },
            over_baselines={
                name: self._repeated(
                    _minus(own["macro_f1"], self._values(name, "macro_f1")), (-1.0, 1.0), note
                )
                for name in baselines
            },
        )

    def _values(self, name: str, metric: str) -> list[float | None]:
        return [
            None if isinstance(found, str) else found[name][self.axis].metrics[metric].value
            for found in self.done
        ]

    def _repeated(
        self, values: Sequence[float | None], span: tuple[float, float], note: str | None
    ) -> RepeatedScore:
        return repeated_score(
            values, test_to_fit=self._test_to_fit(), n_groups=self.n_groups, span=span, note=note
        )

    def _test_to_fit(self) -> float:
        """Give labelled rows to test by those to fit on, in the mean of the divisions."""
        counts = [(self._labelled(fit), self._labelled(test)) for fit, test in self.parts]
        return float(np.mean([test / fit for fit, test in counts if fit] or [np.inf]))

    def _labelled(self, rows: Rows) -> int:
        return int(rows.y[self.axis].notna().sum())

    def _missing(self) -> Iterator[str]:
        """Say which labels some divisions have on one side alone."""
        held = [
            (set(fit.y[self.axis].dropna()), set(test.y[self.axis].dropna()))
            for fit, test in self.parts
        ]
        lacking = [
            Counter(label for sides in held for label in (sides[0] | sides[1]) - sides[side])
            for side in (0, 1)
        ]
        for counts, words in zip(lacking, ("fit on", "score"), strict=True):
            for label in self.labels:
                if counts[label]:
                    yield f"{counts[label]} of {len(held)} have no row of {label} to {words}"


def _minus(one: Sequence[float | None], other: Sequence[float | None]) -> list[float | None]:
    return [
        None if first is None or second is None else first - second
        for first, second in zip(one, other, strict=True)
    ]
