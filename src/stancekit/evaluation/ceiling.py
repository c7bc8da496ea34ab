"""How well each annotator agrees with gold on the rows a model is scored on: the human ceiling.

Where gold was made of the same annotators' labels, each had a part in it, so that their agreement
with it is generous: a bound from above. The model's agreement with gold is no inter-coder
reliability, and is not called so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from stancekit.evaluation import confusion
from stancekit.evaluation.rows import CodedRows, IntArray, code_labels, code_rows
from stancekit.resampling import Measure, Score, Sums, resample_sums


@dataclass(frozen=True, slots=True)
class AnnotatorScores:
    """One annotator's agreement with gold and the model's, on the rows that both labelled.

    `difference` is the model's macro F1 minus the annotator's.
    """

    annotator: str
    n: int
    n_groups: int
    macro_f1: Score
    accuracy: Score
    model_macro_f1: Score
    model_accuracy: Score
    difference: Score

    def to_dict(self) -> dict[str, Any]:
        """Give the counts and the five scores."""
        names = ("macro_f1", "accuracy", "model_macro_f1", "model_accuracy", "difference")
        return {
            "annotator": self.annotator,
            "n": self.n,
            "n_groups": self.n_groups,
            **{name: getattr(self, name).to_dict() for name in names},
        }


@dataclass(frozen=True, kw_only=True)
class HumanCeiling:
    """What annotators reach on one axis, and Krippendorff's alpha among them on the same rows."""

    axis: str
    annotators: tuple[AnnotatorScores, ...]
    alpha: Score

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON."""
        return {
            "axis": self.axis,
            "annotators": [one.to_dict() for one in self.annotators],
            "alpha": self.alpha.to_dict(),
        }


def score_annotators(
    y_true: Sequence[str | None],
    annotations: Mapping[str, Sequence[str | None]],
    y_proba: ArrayLike,
    *,
    axis: str,
    labels: Sequence[str],
    groups: Sequence[Any] | None = None,
    resamples: int = 2000,
    seed: int = 0,
) -> tuple[AnnotatorScores, ...]:
    """Score each annotator against gold, beside the model on the same rows.

    Parameters
    ----------
    annotations
        By annotator, a label a row; null where they gave none. An annotator without a label on a
        row with a gold label is left out.

    Examples
    --------
    >>> proba = [[0.9, 0.1], [0.2, 0.8], [0.6, 0.4]]
    >>> [found] = score_annotators(
    ...     ["up", "down", "down"], {"Kim": ["up", "up", None]}, proba, axis="outlook",
    ...     labels=["up", "down"],
    ... )
    >>> found.n, found.accuracy.value, found.model_accuracy.value
    (2, 0.5, 1.0)
    """
    rows = code_rows(y_true, y_proba, axis=axis, labels=labels, groups=groups)
    found = []
    for name, given in annotations.items():
        where = f"axis {axis!r}, labels of annotator {name!r}"
        codes = code_labels(given, labels, where=where)[rows.places]
        if (codes >= 0).any():
            found.append(_beside(name, codes, rows, resamples=resamples, seed=seed))
    return tuple(found)


def _beside(
    name: str, codes: IntArray, rows: CodedRows, *, resamples: int, seed: int
) -> AnnotatorScores:
    own = np.flatnonzero(codes >= 0)
    groups = np.asarray(np.unique(rows.groups[own], return_inverse=True)[1], dtype=np.int64)
    n_labels = rows.proba.shape[1]
    cells = {
        "annotator": confusion.confusion_rows(rows.gold[own], codes[own], n_labels),
        "model": confusion.confusion_rows(rows.gold[own], rows.predicted[own], n_labels),
    }
    sums = resample_sums(cells, groups, resamples=resamples, seed=seed)
    return AnnotatorScores(
        annotator=name,
        n=len(own),
        n_groups=int(groups.max(initial=-1)) + 1,
        macro_f1=sums.score(_macro_f1("annotator")),
        accuracy=sums.score(_accuracy("annotator")),
        model_macro_f1=sums.score(_macro_f1("model")),
        model_accuracy=sums.score(_accuracy("model")),
        difference=sums.score(_difference),
    )


def _macro_f1(who: str) -> Measure:
    return lambda sums: confusion.macro_f1(sums[who])


def _accuracy(who: str) -> Measure:
    return lambda sums: confusion.accuracy(sums[who])


def _difference(sums: Sums) -> Any:
    return confusion.macro_f1(sums["model"]) - confusion.macro_f1(sums["annotator"])
