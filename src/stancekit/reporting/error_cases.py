"""The rows a model got wrong while being surest of itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import ArrayLike

from stancekit.evaluation import EvaluationError, code_rows
from stancekit.records import StanceExplanation
from stancekit.reporting.neighbours import Neighbours
from stancekit.reporting.report import ErrorCase


def largest_errors(
    y_true: Sequence[str | None],
    y_proba: ArrayLike,
    texts: Sequence[str],
    *,
    axis: str,
    labels: Sequence[str],
    ids: Sequence[str | None] | None = None,
    limit: int = 10,
    explain: Callable[[int, str], StanceExplanation] | None = None,
    neighbours: Sequence[Neighbours] | None = None,
) -> tuple[ErrorCase, ...]:
    """Give the wrong rows whose predicted label is most probable, the surest first.

    Of equally sure rows, the earlier one comes first. Rows without a gold label are no errors.

    Parameters
    ----------
    explain
        Gives, of a row's number and a label, what the row's words add to it: what the page marks.
    neighbours
        Of each row, as :func:`~stancekit.reporting.neighbours.article_neighbours` gives them.

    Raises
    ------
    EvaluationError
        If texts, ids or neighbours are not as many as the rows.

    Examples
    --------
    >>> (case,) = largest_errors(
    ...     ["up", "down"], [[0.9, 0.1], [0.7, 0.3]], ["They will.", "They won't."],
    ...     axis="outlook", labels=["up", "down"],
    ... )
    >>> case.text, case.predicted, case.probability
    ("They won't.", 'up', 0.7)
    """
    rows = code_rows(y_true, y_proba, axis=axis, labels=labels)
    text_list, id_list = list(texts), list(ids) if ids is not None else [None] * len(texts)
    around = [(None, None)] * len(text_list) if neighbours is None else list(neighbours)
    for name, values in (("texts", text_list), ("ids", id_list), ("neighbours", around)):
        if len(values) != len(rows.gold) + rows.n_missing:
            raise EvaluationError(
                f"axis {axis!r}: found {len(values)} {name}, expected "
                f"{len(rows.gold) + rows.n_missing}, one for each row"
            )
    wrong = np.flatnonzero(rows.gold != rows.predicted)
    surest = wrong[np.argsort(-rows.top_probability[wrong], kind="stable")][:limit]
    cases = []
    for i in surest:
        place, predicted = int(rows.places[i]), labels[rows.predicted[i]]
        before, after = around[place]
        cases.append(
            ErrorCase(
                id=id_list[place],
                text=text_list[place],
                axis=axis,
                gold=labels[rows.gold[i]],
                predicted=predicted,
                probability=float(rows.top_probability[i]),
                explanation=None if explain is None else explain(place, predicted),
                before=before,
                after=after,
            )
        )
    return tuple(cases)
