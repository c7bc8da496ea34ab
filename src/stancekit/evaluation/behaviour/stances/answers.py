"""Asks the model about all passages of all tests at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Protocol

import numpy as np
import pandas as pd

from stancekit.evaluation.behaviour.stances.cases import ABSTAINED, Answer
from stancekit.evaluation.rows import EvaluationError, FloatArray, check_proba
from stancekit.records import Passage

Progress = Callable[[str, int, int], None]

_TOGETHER = 1024


class Model(Protocol):
    """Whatever gives probabilities for each axis, in the codebook's order of labels."""

    def predict_proba(self, X: Any) -> Mapping[str, Any]:
        """Give for each axis an array of shape (n, labels).

        `X` is a DataFrame with ``text``, ``speaker``, ``affiliation`` and ``target``.
        """
        ...


class Answers:
    """What a model says of passages, each asked once.

    Parameters
    ----------
    threshold
        The model abstains where its most probable label is less probable than this.
    """

    def __init__(
        self,
        model: Model,
        labels: Mapping[str, Sequence[str]],
        passages: Iterable[Passage],
        *,
        threshold: float | None = None,
        progress: Progress | None = None,
    ) -> None:
        self._labels = labels
        self._threshold = threshold
        self._places = {one: place for place, one in enumerate(dict.fromkeys(passages))}
        self._proba = _ask(model, labels, list(self._places), progress)

    def of(self, passage: Passage, axis: str) -> Answer:
        """Give the answer to one passage on one axis; of equal labels the first."""
        row = self.proba(passage, axis)
        best = int(row.argmax())
        abstains = self._threshold is not None and row[best] < self._threshold
        label = ABSTAINED if abstains else self._labels[axis][best]
        return Answer(label, dict(zip(self._labels[axis], row.tolist(), strict=True)))

    def proba(self, passage: Passage, axis: str) -> FloatArray:
        """Give the probabilities of one passage on one axis."""
        row: FloatArray = self._proba[axis][self._places[passage]]
        return row


def _ask(
    model: Model,
    labels: Mapping[str, Sequence[str]],
    passages: list[Passage],
    progress: Progress | None,
) -> dict[str, FloatArray]:
    parts: dict[str, list[FloatArray]] = {axis: [] for axis in labels}
    for start in range(0, len(passages), _TOGETHER):
        part = passages[start : start + _TOGETHER]
        found = model.predict_proba(_frame(part))
        for axis, words in labels.items():
            where = f"behavioural tests, axis {axis!r}"
            if axis not in found:
                raise EvaluationError(
                    f"{where}: the model gives probabilities for {sorted(found)} only, expected "
                    "all axes of the codebook. Restrict it: codebook.restricted_to([...])"
                )
            parts[axis].append(check_proba(found[axis], n=len(part), labels=words, where=where))
        if progress is not None:
            progress("behavioural tests", start + len(part), len(passages))
    return {
        axis: np.concatenate(arrays) if arrays else np.zeros((0, len(labels[axis])))
        for axis, arrays in parts.items()
    }


def _frame(passages: Sequence[Passage]) -> pd.DataFrame:
    names = ("text", "speaker", "affiliation", "target", "outlet")
    columns = {name: [getattr(one, name) for one in passages] for name in names}
    return pd.DataFrame(columns, dtype=object)
