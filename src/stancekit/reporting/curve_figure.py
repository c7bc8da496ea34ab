"""Lines with the bands of their intervals, as a figure."""

from __future__ import annotations

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from stancekit.reporting.figures import ACCENT, INK, STYLE
from stancekit.reporting.plots import Curve, CurvePlot

_SECOND = "#d6710c"
_LOOKS = ((ACCENT, "-", "o"), (_SECOND, "--", "s"), (INK, ":", "^"), (ACCENT, "-.", "D"))
_FAINT = 0.15


@mpl.rc_context(STYLE)
def curve_figure(plot: CurvePlot) -> Figure:
    """Draw each line with the band of its intervals; they differ in more than their colours."""
    figure = Figure(figsize=(4.2, 3.2), layout="constrained")
    axes = figure.add_subplot()
    for place, curve in enumerate(plot.curves):
        _draw(axes, curve, *_LOOKS[place % len(_LOOKS)])
    axes.set_xlabel(plot.x, parse_math=False)
    axes.set_ylabel(plot.y, parse_math=False)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    if len(plot.curves) > 1:
        legend = axes.legend(frameon=False)
        for text in legend.get_texts():
            text.set_parse_math(False)
    return figure


def _draw(axes: Axes, curve: Curve, colour: str, line: str, marker: str) -> None:
    known = [(x, score.value) for x, score in curve.points if score.value is not None]
    bounded = [
        (x, score.low, score.high)
        for x, score in curve.points
        if score.low is not None and score.high is not None
    ]
    axes.plot(
        [x for x, _ in known],
        [value for _, value in known],
        color=colour,
        linestyle=line,
        marker=marker,
        markersize=4,
        label=curve.name,
    )
    if bounded:
        places, lows, highs = zip(*bounded, strict=True)
        axes.fill_between(places, lows, highs, color=colour, alpha=_FAINT, linewidth=0)
