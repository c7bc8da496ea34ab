"""The evaluation report, the review of a corpus, their figures, and the model card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stancekit.lazy import lazy_names
from stancekit.reporting.comparison.report import ComparedModel, ComparisonReport
from stancekit.reporting.differing import Answer, DifferingRow, DifferingRows
from stancekit.reporting.plots import Curve, CurvePlot, IntervalPlot
from stancekit.reporting.report import ErrorCase, Report, RunFacts
from stancekit.reporting.sections import Column, Section, Sentences, Table
from stancekit.reporting.values import Drawn, Flag, Noted
from stancekit.reporting.word_lists import WordLists

if TYPE_CHECKING:
    from stancekit.reporting.axis_section import risk_coverage_section
    from stancekit.reporting.behaviour_section import behaviour_sections
    from stancekit.reporting.card import CardFacts, model_card
    from stancekit.reporting.ceiling_section import ceiling_sections
    from stancekit.reporting.comparison.names import short_names
    from stancekit.reporting.comparison.page import render_comparison
    from stancekit.reporting.corpus_review import CorpusReview, review_corpus
    from stancekit.reporting.drawn_spans import draw_spans
    from stancekit.reporting.end_to_end_section import end_to_end_sections
    from stancekit.reporting.error_cases import largest_errors
    from stancekit.reporting.failed_cases import FailedCases
    from stancekit.reporting.figures import confusion_figure, reliability_figure
    from stancekit.reporting.markdown import render_markdown
    from stancekit.reporting.neighbours import article_neighbours
    from stancekit.reporting.page import render_report
    from stancekit.reporting.plain import render_json, report_to_dict
    from stancekit.reporting.reforms import ReformsAnswer, ReformsItem, render_reforms
    from stancekit.reporting.review_page import render_review, write_review
    from stancekit.reporting.slices_section import slice_sections
    from stancekit.reporting.writing import check_report_place, write_report

__all__ = [
    "Answer",
    "CardFacts",
    "Column",
    "ComparedModel",
    "ComparisonReport",
    "CorpusReview",
    "Curve",
    "CurvePlot",
    "DifferingRow",
    "DifferingRows",
    "Drawn",
    "ErrorCase",
    "FailedCases",
    "Flag",
    "IntervalPlot",
    "Noted",
    "ReformsAnswer",
    "ReformsItem",
    "Report",
    "RunFacts",
    "Section",
    "Sentences",
    "Table",
    "WordLists",
    "article_neighbours",
    "behaviour_sections",
    "ceiling_sections",
    "check_report_place",
    "confusion_figure",
    "draw_spans",
    "end_to_end_sections",
    "largest_errors",
    "model_card",
    "reliability_figure",
    "render_comparison",
    "render_json",
    "render_markdown",
    "render_reforms",
    "render_report",
    "render_review",
    "report_to_dict",
    "review_corpus",
    "risk_coverage_section",
    "short_names",
    "slice_sections",
    "write_report",
    "write_review",
]

# a model folder needs its card without matplotlib being imported
__getattr__ = lazy_names(
    __name__,
    {
        "CardFacts": "card",
        "CorpusReview": "corpus_review",
        "FailedCases": "failed_cases",
        "ReformsAnswer": "reforms",
        "ReformsItem": "reforms",
        "article_neighbours": "neighbours",
        "behaviour_sections": "behaviour_section",
        "ceiling_sections": "ceiling_section",
        "check_report_place": "writing",
        "confusion_figure": "figures",
        "draw_spans": "drawn_spans",
        "end_to_end_sections": "end_to_end_section",
        "largest_errors": "error_cases",
        "model_card": "card",
        "reliability_figure": "figures",
        "render_comparison": "comparison.page",
        "render_json": "plain",
        "render_markdown": "markdown",
        "render_reforms": "reforms",
        "render_report": "page",
        "render_review": "review_page",
        "report_to_dict": "plain",
        "review_corpus": "corpus_review",
        "risk_coverage_section": "axis_section",
        "short_names": "comparison.names",
        "slice_sections": "slices_section",
        "write_report": "writing",
        "write_review": "review_page",
    },
)
