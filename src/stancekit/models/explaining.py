"""Why a model predicts what it does, whatever its family: what each span of a text adds to a label.

A scorer that can tell exactly has a method `explain`; every other one is asked again with parts of
the text left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol, runtime_checkable

from stancekit.errors import ModelError, nearest
from stancekit.models.contract import StanceScorer
from stancekit.models.occlusion import MOST_SPANS, occlude
from stancekit.models.passages import to_columns
from stancekit.records import StanceExplanation

__all__ = ["MOST_SPANS", "ExplainingScorer", "asked_labels", "explain_passage"]


@runtime_checkable
class ExplainingScorer(Protocol):
    """A scorer that tells exactly what each word adds."""

    def explain(self, X: Any, labels: Mapping[str, str | None]) -> dict[str, StanceExplanation]:
        """Explain one passage; a label of ``None`` is the most probable one of its axis."""
        ...


def asked_labels(
    axes: Mapping[str, Sequence[str]], axis: str | None, label: str | None
) -> dict[str, str | None]:
    """Give the label to explain on each axis asked for, ``None`` for the most probable one.

    Raises
    ------
    ModelError
        If there is no such axis, or a label that an axis does not have.
    """
    if axis is not None and axis not in axes:
        raise ModelError(f"axis: found {axis!r}; {nearest(axis, axes)}")
    asked = list(axes) if axis is None else [axis]
    for name in asked:
        if label is not None and label not in axes[name]:
            hint = "; name the axis that has it" if axis is None and len(axes) > 1 else ""
            raise ModelError(
                f"axis {name!r} has no label {label!r}, expected one of {list(axes[name])}{hint}"
            )
    return dict.fromkeys(asked, label)


def explain_passage(
    scorer: StanceScorer,
    passage: Any,
    labels: Mapping[str, str | None],
    *,
    most_spans: int = MOST_SPANS,
) -> dict[str, StanceExplanation]:
    """Explain one label on each axis that is asked for.

    Parameters
    ----------
    passage
        A text, or a mapping with ``text`` and, where known, ``target``, ``speaker`` and
        ``affiliation``.
    labels
        For each axis that is explained the label, or ``None`` for the most probable one.
    most_spans
        Where the scorer cannot tell exactly: into how many parts the text is divided at most. Each
        costs a pass over the text.

    Raises
    ------
    ModelError
        If `most_spans` is less than 1.
    """
    if most_spans < 1:
        raise ModelError(f"most_spans: found {most_spans!r}, expected 1 or more")
    row = passage.to_dict() if hasattr(passage, "to_dict") else passage  # a row of a DataFrame
    columns = to_columns([row])
    if isinstance(scorer, ExplainingScorer):
        return scorer.explain(columns, labels)
    return occlude(scorer, columns, labels, most_spans=most_spans)
