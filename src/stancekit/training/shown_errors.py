"""The largest errors of a model, with what drove each and the article around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from stancekit.codebook import Codebook
from stancekit.corpus import Corpus
from stancekit.records import StanceExplanation
from stancekit.reporting import ErrorCase, largest_errors
from stancekit.training.around import passages_around
from stancekit.training.rows import Rows
from stancekit.training.scoring import Scores

ExplainPassage = Callable[[Mapping[str, Any], str, str], StanceExplanation]
"""What the words of a passage add, on an axis, to a label."""

EXPLAINED_SPANS = 32
"""Parts into which the text of an error is divided at most, where that costs passes over it."""


def error_cases(
    codebook: Codebook, scores: Scores, corpus: Corpus, explain: ExplainPassage | None
) -> tuple[ErrorCase, ...]:
    """Give the largest errors of each axis, with their texts and the article around them.

    Parameters
    ----------
    corpus
        That the scored rows are from.
    explain
        Tells what drove them, where that can be told.
    """
    rows = scores.rows
    neighbours = passages_around(rows, corpus)
    return tuple(
        case
        for name, axis in codebook.axes.items()
        for case in largest_errors(
            rows.y[name].tolist(),
            scores.proba[name],
            rows.X["text"].tolist(),
            axis=name,
            labels=axis.label_names,
            ids=rows.ids,
            explain=None if explain is None else partial(_explained, explain, rows, name),
            neighbours=neighbours,
        )
    )


def _explained(
    explain: ExplainPassage, rows: Rows, axis: str, row: int, label: str
) -> StanceExplanation:
    return explain({str(name): rows.X[name].iloc[row] for name in rows.X}, axis, label)
