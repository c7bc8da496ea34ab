"""The review of a corpus as one HTML file that needs nothing else: no script, no network."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup
from matplotlib.figure import Figure

from stancekit.output import write_text
from stancekit.reporting.corpus_review import CorpusReview
from stancekit.reporting.figures import figure_to_svg
from stancekit.reporting.review_figures import (
    agreement_figure,
    labels_figure,
    lengths_figure,
    shortcuts_figure,
)
from stancekit.reporting.templating import environment

_SHOWN_CASES = 20


def render_review(review: CorpusReview) -> str:
    """Give the page: one self-contained HTML document; same review, same bytes."""
    template = environment().get_template("review.html.j2")
    return template.render(
        review=review,
        figures=_figures(review),
        axes=[
            {
                "name": axis,
                "agreement": review.agreement.get(axis),
                "adjudication": review.adjudication.get(axis),
                "n_errors": review.n_label_errors.get(axis, 0),
                "errors": [one for one in review.label_errors if one.axis == axis][:_SHOWN_CASES],
            }
            for axis in review.check.label_counts
        ],
    )


def write_review(path: Path, review: CorpusReview) -> Path:
    """Write the page to `path`, whole or not at all, and give the path.

    Raises
    ------
    OutputError
        If the file cannot be written.
    """
    write_text(path, render_review(review))
    return path


def _figures(review: CorpusReview) -> dict[str, Markup]:
    figures: dict[str, Figure] = {
        f"labels-{axis}": labels_figure(counts, axis=axis)
        for axis, counts in review.check.label_counts.items()
    }
    figures["lengths"] = lengths_figure(review.tokens.bins)
    if review.agreement:
        figures["agreement"] = agreement_figure(review.agreement)
    if review.shortcuts:
        figures["shortcuts"] = shortcuts_figure(review.shortcuts)
    return {
        name: Markup(figure_to_svg(figure, name=f"figure-{place}"))  # noqa: S704 - as in page.py
        for place, (name, figure) in enumerate(figures.items())
    }
