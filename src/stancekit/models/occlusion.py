"""What words do for a label, told by leaving them out (Zeiler and Fergus 2014)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

import numpy as np

from stancekit.models.arrays import FloatArray
from stancekit.models.contract import StanceScorer
from stancekit.models.led_back import LedBack
from stancekit.models.masking import MASKS, substitutions
from stancekit.models.passages import PassageColumns
from stancekit.records import Span, StanceExplanation, WeighedSpan

MOST_SPANS: Final = 128
"""Spans that are left out of one passage, unless other is asked: a model reads it at most once
more than that."""

_WORD = re.compile(rf"[{MASKS}]|\w+(?:[\'\u2019.,-]\w+)*")
_PHRASE_END = re.compile(r"[.!?;:,\u2014\n]")


def occlude(
    scorer: StanceScorer,
    columns: PassageColumns,
    labels: Mapping[str, str | None],
    *,
    most_spans: int = MOST_SPANS,
) -> dict[str, StanceExplanation]:
    """Tell by how much a label's log-odds fall where a part of one passage is left out.

    Parts are words, or, where there are more than `most_spans` of them, phrases of as many words
    as keep within it. The model reads one passage more than there are parts, for all axes at once.

    Parameters
    ----------
    labels
        For each axis that is explained the label, or ``None`` for the most probable one.

    Notes
    -----
    Names, numbers and what is masked count as one word each, as a model that hides them sees them
    so. With `mask_names`, a name behind the first word of a sentence is no longer hidden where
    that word is left out.
    """
    spans = _parts(columns, most_spans)
    text = columns.texts[0]
    texts = [text, *(_without(text, span) for span in spans)]
    n = len(texts)
    proba = scorer.predict_proba(
        PassageColumns(texts, columns.targets * n, columns.speakers * n, columns.affiliations * n)
    )
    explained = {}
    for axis, label in labels.items():
        names = scorer.axes[axis]
        code = int(proba[axis][0].argmax()) if label is None else names.index(label)
        odds = _log_odds(proba[axis], code)
        explained[axis] = StanceExplanation(
            label=names[code],
            method="occlusion",
            score=float(odds[0]),
            spans=tuple(
                WeighedSpan(start, end, text[start:end], weight)
                for (start, end), weight in zip(spans, (odds[0] - odds[1:]).tolist(), strict=True)
            ),
        )
    return explained


def _parts(columns: PassageColumns, most: int) -> list[Span]:
    """Give the words, or, of a long text, its phrases."""
    text = columns.texts[0]
    words = _words(columns)
    least = -(-len(words) // most)
    if least <= 1:
        return words
    parts: list[Span] = []
    first = 0
    for last, (_, end) in enumerate(words, start=1):
        following = words[last][0] if last < len(words) else len(text)
        n = last - first
        if n == 2 * least or (n >= least and _PHRASE_END.search(text, end, following)):
            parts.append((words[first][0], end))
            first = last
    if first < len(words):
        parts.append((words[first][0], words[-1][1]))
    return parts


def _words(columns: PassageColumns) -> list[Span]:
    [masks] = substitutions(columns, names=True)
    masked = LedBack.of(columns.texts[0]).plain().masked(masks)
    return [masked.span(*word.span()) for word in _WORD.finditer(masked.text)]


def _without(text: str, span: Span) -> str:
    """Leave out a span and the blanks behind it, so that none are doubled."""
    return text[: span[0]] + text[span[1] :].lstrip(" ")


def _log_odds(proba: FloatArray, code: int) -> FloatArray:
    """Give the log-odds of a label, finite where it, or all else, is impossible."""
    least = np.finfo(float).tiny
    # All else added up, as 1 - p is 0 where p is nearly 1.
    other = np.delete(proba, code, axis=1).sum(axis=1)
    odds: FloatArray = np.log(np.maximum(proba[:, code], least)) - np.log(np.maximum(other, least))
    return odds
