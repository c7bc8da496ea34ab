"""A text with the words that speak for and against a label marked, as a piece of HTML."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from markupsafe import Markup, escape

from stancekit.records import WeighedSpan
from stancekit.reporting.numbers import signed

LEAST_SHARE: Final = 0.2
"""Spans of less than this share of the largest weight are not marked: they would be noise."""

_STRONGEST: Final = 0.5  # a ground through which black ink and white can both be read
_WEAKEST: Final = 0.08
# The page that it stands on may set other colours; blue and orange are told apart by nearly all.
_FOR: Final = ("solid", "var(--for-rgb, 37, 99, 171)")
_AGAINST: Final = ("dashed", "var(--against-rgb, 214, 113, 12)")


def draw_spans(text: str, spans: Iterable[WeighedSpan]) -> Markup:
    """Give the text as HTML, each span marked the stronger the more it weighs.

    What speaks for the label has a solid line under it, what speaks against it a dashed one, so
    that it can be read without colours. The fragment needs no style sheet; line breaks are kept by
    whatever it is put in (``white-space: pre-line``).

    Raises
    ------
    ValueError
        If spans overlap, or one is not where it says that it is in the text.

    Examples
    --------
    >>> draw_spans("No deal.", [WeighedSpan(0, 2, "No", -0.5)]).striptags()
    'No deal.'
    """
    ordered = sorted(spans, key=lambda span: span.start)
    largest = max((abs(span.weight) for span in ordered), default=0.0)
    parts: list[Markup] = []
    done = 0
    for span in ordered:
        if span.start < done or text[span.start : span.end] != span.text:
            raise ValueError(
                f"found the span {span.start} to {span.end}, {span.text!r}, expected words of "
                f"the text behind {done}; give the text that was explained"
            )
        parts.append(escape(text[done : span.start]))
        parts.append(_drawn(span, abs(span.weight) / largest if largest else 0.0))
        done = span.end
    return Markup("").join([*parts, escape(text[done:])])


def _drawn(span: WeighedSpan, share: float) -> Markup:
    if share < LEAST_SHARE:
        return escape(span.text)
    line, colour = _FOR if span.weight > 0 else _AGAINST
    strength = _WEAKEST + (_STRONGEST - _WEAKEST) * share
    style = (
        f"color:inherit;background:rgba({colour},{f'{strength:.2f}'.lstrip('0')});"
        f"border-bottom:2px {line} rgb({colour})"
    )
    return Markup('<mark title="{}" style="{}">{}</mark>').format(
        signed(span.weight), style, span.text
    )
