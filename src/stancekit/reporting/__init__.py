"""The evaluation report, its figures, and the model card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stancekit.lazy import lazy_names
from stancekit.reporting.report import ErrorCase, Report, RunFacts

if TYPE_CHECKING:
    from stancekit.reporting.card import CardFacts, model_card
    from stancekit.reporting.error_cases import largest_errors
    from stancekit.reporting.figures import confusion_figure, reliability_figure
    from stancekit.reporting.page import render_report, write_report

__all__ = [
    "CardFacts",
    "ErrorCase",
    "Report",
    "RunFacts",
    "confusion_figure",
    "largest_errors",
    "model_card",
    "reliability_figure",
    "render_report",
    "write_report",
]

# a model folder needs its card without matplotlib being imported
__getattr__ = lazy_names(
    __name__,
    {
        "CardFacts": "card",
        "confusion_figure": "figures",
        "largest_errors": "error_cases",
        "model_card": "card",
        "reliability_figure": "figures",
        "render_report": "page",
        "write_report": "page",
    },
)
