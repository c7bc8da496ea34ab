"""The evaluation report, its figures, and the model card."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

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
_LAZY = {
    "CardFacts": "card",
    "confusion_figure": "figures",
    "largest_errors": "error_cases",
    "model_card": "card",
    "reliability_figure": "figures",
    "render_report": "page",
    "write_report": "page",
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_LAZY[name]}"), name)
