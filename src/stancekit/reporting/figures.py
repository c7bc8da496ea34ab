"""Figures of one axis' evaluation, drawn without matplotlib's global state.

Ink is one neutral colour and the ground is transparent in SVG, so that a page can recolour both.
"""

from __future__ import annotations

import io
import re

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from stancekit.evaluation import AxisEvaluation

INK = "#5b6472"
ACCENT = "#2563ab"
_ON_LIGHT, _ON_DARK = "#1b222c", "#ffffff"
STYLE = {
    "font.family": "sans-serif",
    "font.size": 9.0,
    "text.color": INK,
    "axes.labelcolor": INK,
    "axes.edgecolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
}


@mpl.rc_context(STYLE)
def confusion_figure(evaluation: AxisEvaluation) -> Figure:
    """Draw the confusion matrix: counts, shaded by the share of each gold label's rows."""
    labels, cells = evaluation.labels, evaluation.confusion
    side = 1.9 + 0.62 * len(labels)
    figure = Figure(figsize=(side + 0.5, side), layout="constrained")
    axes = figure.add_subplot()
    shares = [[cell / max(1, sum(row)) for cell in row] for row in cells]
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1)
    ticks = range(len(labels))
    axes.set_xticks(ticks, labels, rotation=40, ha="right", parse_math=False)
    axes.set_yticks(ticks, labels, parse_math=False)
    axes.set(xlabel="predicted", ylabel="gold")
    axes.set_title(_title(evaluation), parse_math=False)
    for i, row in enumerate(cells):
        for j, count in enumerate(row):
            ink = _ON_DARK if shares[i][j] > 0.5 else _ON_LIGHT
            axes.text(j, i, str(count), ha="center", va="center", color=ink)
    return figure


@mpl.rc_context(STYLE)
def reliability_figure(evaluation: AxisEvaluation) -> Figure:
    """Draw how often the model was right against how sure it was, one point a bin.

    Bars are the intervals of the accuracy; on the dotted line, probabilities can be believed.
    """
    figure = Figure(figsize=(4.2, 3.6), layout="constrained")
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1], linestyle=":", color=INK, linewidth=1)
    _draw_bins(axes, evaluation)
    lowest = 1 / len(evaluation.labels)
    axes.set(
        xlabel="probability of the predicted label",
        ylabel="share right",
        xlim=(max(0.0, lowest - 0.05), 1.02),
        ylim=(-0.02, 1.02),
    )
    axes.set_title(_title(evaluation), parse_math=False)
    return figure


def figure_to_svg(figure: Figure, *, name: str) -> str:
    """Give the figure as an ``<svg>`` element for a page: same figure and name, same bytes.

    Text stays text, and ink takes the colour of the text around the figure. `name` keeps the ids of
    two figures on one page apart.
    """
    buffer = io.StringIO()
    with mpl.rc_context({"svg.hashsalt": name, "svg.fonttype": "none"}):
        figure.savefig(
            buffer,
            format="svg",
            transparent=True,
            metadata={"Date": None, "Creator": None, "Format": None, "Type": None},
        )
    svg = buffer.getvalue()
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r"<metadata>.*?</metadata>", "", svg, flags=re.DOTALL)
    svg = re.sub(r'<g id="[^"]*">', "<g>", svg)
    svg = svg.replace(ACCENT, f"var(--accent, {ACCENT})")
    return svg.replace(INK, "currentColor").strip()


def _draw_bins(axes: Axes, evaluation: AxisEvaluation) -> None:
    for one in evaluation.reliability:
        accuracy = one.accuracy
        if accuracy.value is None:
            continue
        if accuracy.low is not None and accuracy.high is not None:
            axes.plot([one.confidence] * 2, [accuracy.low, accuracy.high], color=ACCENT)
        axes.plot([one.confidence], [accuracy.value], marker="o", color=ACCENT)


def _title(evaluation: AxisEvaluation) -> str:
    return f"{evaluation.axis} (n = {evaluation.n})"
