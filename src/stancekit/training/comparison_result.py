"""What a comparison of models found, and what a reader has to know of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from stancekit.evaluation import Comparison
from stancekit.evaluation.rows import FloatArray
from stancekit.reporting import Answer
from stancekit.training.frozen_check import FrozenCheck
from stancekit.training.looks import Looks
from stancekit.training.notes import MACHINE_WRITTEN
from stancekit.training.rows import Proba, Rows


@dataclass(frozen=True, eq=False, kw_only=True)
class ComparisonResult:
    """Models compared on one data set.

    Parameters
    ----------
    n_seen_in_training
        For each model the rows whose text it was trained on; each flatters it beside the others.
    unshared_axes
        Axes that only some of the models have and nobody asked for: they were not compared.
    rows, proba
        What was predicted, and each model's probabilities.
    report
        Where the page was written; ``None`` where none was asked for.
    looks
        How often the rows were scored before, where that was to be counted.
    frozen
        How the comparison stands to what was frozen; ``None`` for an exploratory one that nothing
        was frozen for.
    """

    data: str
    comparison: Comparison
    n_seen_in_training: Mapping[str, int]
    unshared_axes: tuple[str, ...]
    is_machine_written: bool
    rows: Rows
    proba: Mapping[str, Proba]
    report: Path | None = None
    looks: Looks | None = None
    frozen: FrozenCheck | None = None

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a reader has to know before any number, one sentence each."""
        told = comparison_doubts(self.n_seen_in_training, len(self.rows), self.unshared_axes)
        return (*told, MACHINE_WRITTEN) if self.is_machine_written else told

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON of ``stancekit compare --json``."""
        return {
            "data": self.data,
            "report": None if self.report is None else str(self.report),
            "n_rows": len(self.rows),
            "n_seen_in_training": dict(self.n_seen_in_training),
            "warnings": list(self.warnings),
            "looks": None if self.looks is None else self.looks.to_dict(),
            **({} if self.frozen is None else {"frozen": self.frozen.to_dict()}),
            **self.comparison.to_dict(),
        }

    def differing_rows(self) -> Iterator[dict[str, Any]]:
        """Yield the rows with a gold label that not all models label alike, axis by axis.

        Each has its id, group, axis and inputs, the gold label, and for each model its label, that
        label's probability, and whether it is right.
        """
        for axis, found in self.comparison.axes.items():
            gold = self.rows.y[axis].tolist()
            for place in found.differing:
                yield {
                    "id": self.rows.ids[place],
                    "group": self.rows.groups[place],
                    "axis": axis,
                    **self._inputs(place),
                    "gold": gold[place],
                    "models": {
                        model: _without_name(
                            answer_of(model, proba[axis][place], found.labels, gold[place])
                        )
                        for model, proba in self.proba.items()
                    },
                }

    def _inputs(self, place: int) -> dict[str, Any]:
        known = self.rows.X.iloc[place].dropna()
        return {str(name): value for name, value in known.items()}


def comparison_doubts(
    n_seen: Mapping[str, int], n_rows: int, unshared_axes: Sequence[str]
) -> tuple[str, ...]:
    """Give what flatters a model, and what was not compared."""
    told = [
        f"{model} was trained on {n} of {n_rows} texts: they flatter it beside the other models."
        for model, n in n_seen.items()
        if n
    ]
    if unshared_axes:
        axes = ", ".join(unshared_axes)
        told.append(f"Not compared, since only some of the models have it: {axes}.")
    return tuple(told)


def answer_of(model: str, proba: FloatArray, labels: Sequence[str], gold: str) -> Answer:
    """Give what a model says of a row, by its probabilities for that row."""
    code = int(proba.argmax())
    return Answer(model, labels[code], float(proba[code]), labels[code] == gold)


def _without_name(answer: Answer) -> dict[str, Any]:
    return {name: value for name, value in asdict(answer).items() if name != "model"}
