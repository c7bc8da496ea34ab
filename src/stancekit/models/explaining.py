"""Why a model predicts what it does, whatever its family: what each span of a text adds to a label.

A scorer that can tell exactly has a method `explain`; every other one is asked again with parts of
the text left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol, runtime_checkable

from stancekit.models.contract import StanceScorer
from stancekit.models.occlusion import MOST_SPANS, occlude
from stancekit.models.passages import to_columns
from stancekit.records import StanceExplanation


@runtime_checkable
class ExplainingScorer(Protocol):
    """A scorer that tells exactly what each word adds."""

    def explain(self, X: Any, labels: Mapping[str, str | None]) -> dict[str, StanceExplanation]:
        """Explain one passage; a label of ``None`` is the most probable one of its axis."""
        ...


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
    """
    columns = to_columns([passage])
    if isinstance(scorer, ExplainingScorer):
        return scorer.explain(columns, labels)
    return occlude(scorer, columns, labels, most_spans=most_spans)
