"""The evaluation report, the review of a corpus, their figures, and the model card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stancekit.lazy import lazy_names
from stancekit.reporting.report import ErrorCase, Report, RunFacts

if TYPE_CHECKING:
    from stancekit.reporting.card import CardFacts, model_card
    from stancekit.reporting.corpus_review import CorpusReview, review_corpus
    from stancekit.reporting.drawn_spans import draw_spans
    from stancekit.reporting.error_cases import largest_errors
    from stancekit.reporting.figures import confusion_figure, reliability_figure
    from stancekit.reporting.page import render_report, write_report
    from stancekit.reporting.review_page import render_review, write_review

__all__ = [
    "CardFacts",
    "CorpusReview",
    "ErrorCase",
    "Report",
    "RunFacts",
    "confusion_figure",
    "draw_spans",
    "largest_errors",
    "model_card",
    "reliability_figure",
    "render_report",
    "render_review",
    "review_corpus",
    "write_report",
    "write_review",
]

# a model folder needs its card without matplotlib being imported
__getattr__ = lazy_names(
    __name__,
    {
        "CardFacts": "card",
        "CorpusReview": "corpus_review",
        "confusion_figure": "figures",
        "draw_spans": "drawn_spans",
        "largest_errors": "error_cases",
        "model_card": "card",
        "reliability_figure": "figures",
        "render_report": "page",
        "render_review": "review_page",
        "review_corpus": "corpus_review",
        "write_report": "page",
        "write_review": "review_page",
    },
)
