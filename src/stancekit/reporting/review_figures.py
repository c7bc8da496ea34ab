"""Pictures of a corpus: its labels, the agreement on them, its lengths, its shortcuts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from stancekit.corpus import AxisAgreement
from stancekit.corpus.lengths import BINS
from stancekit.evaluation.shortcuts import Shortcut
from stancekit.reporting.figures import ACCENT, INK, STYLE
from stancekit.resampling import Score

_TENTATIVE, _FIRM = 0.667, 0.8
_ROW = 0.34


@mpl.rc_context(STYLE)
def labels_figure(counts: Mapping[str, int], *, axis: str) -> Figure:
    """Draw how many passages have each label, in codebook order from the top."""
    figure, axes = _rows(len(counts))
    axes.barh(range(len(counts)), list(counts.values()), color=ACCENT, height=0.62)
    _name_rows(axes, list(counts))
    total = max(sum(counts.values()), 1)
    for row, n in enumerate(counts.values()):
        axes.annotate(
            f"{n:,} ({n / total:.0%})",
            (n, row),
            xytext=(4, 0),
            textcoords="offset points",
            va="center",
        )
    axes.set_xlim(0, max(counts.values(), default=1) * 1.3 + 1)
    axes.set_xticks([])
    axes.set_title(axis, parse_math=False)
    return figure


@mpl.rc_context(STYLE)
def agreement_figure(agreement: Mapping[str, AxisAgreement]) -> Figure:
    """Draw alpha of each axis with its interval; dotted lines are the customary bars."""
    figure, axes = _rows(len(agreement))
    for place in (_TENTATIVE, _FIRM):
        axes.axvline(place, linestyle=":", color=INK, linewidth=1)
    _draw_scores(axes, [found.alpha for found in agreement.values()])
    _name_rows(axes, list(agreement))
    lows = [found.alpha.low for found in agreement.values() if found.alpha.low is not None]
    axes.set_xlim(min([0.0, *lows]) - 0.02, 1.02)
    axes.set_xlabel("Krippendorff's alpha")
    return figure


@mpl.rc_context(STYLE)
def lengths_figure(bins: Sequence[int]) -> Figure:
    """Draw how many texts have up to so many tokens."""
    figure = Figure(figsize=(4.2, 2.6), layout="constrained")
    axes = figure.add_subplot()
    axes.bar(range(len(bins)), list(bins), color=ACCENT, width=0.8)
    names = [*(f"≤ {end}" for end in BINS), f"> {BINS[-1]}"]
    axes.set_xticks(range(len(bins)), names)
    axes.set(xlabel="tokens", ylabel="texts")
    return figure


@mpl.rc_context(STYLE)
def shortcuts_figure(shortcuts: Sequence[Shortcut]) -> Figure:
    """Draw how far guesses by each shortcut go with the label; at the line they do not."""
    figure, axes = _rows(len(shortcuts))
    axes.axvline(0, linestyle=":", color=INK, linewidth=1)
    _draw_scores(axes, [shortcut.mcc for shortcut in shortcuts])
    _name_rows(axes, [f"{shortcut.axis}: {shortcut.name}" for shortcut in shortcuts])
    axes.set_xlabel("Matthews correlation of guess and label")
    return figure


def _rows(n: int) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(4.8, 0.9 + _ROW * n), layout="constrained")
    axes: Axes = figure.add_subplot()
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    return figure, axes


def _name_rows(axes: Axes, names: Sequence[str]) -> None:
    axes.set_yticks(range(len(names)), names, parse_math=False)
    axes.set_ylim(len(names) - 0.4, -0.6)


def _draw_scores(axes: Axes, scores: Sequence[Score]) -> None:
    for row, score in enumerate(scores):
        if score.value is None:
            continue
        if score.low is not None and score.high is not None:
            axes.plot([score.low, score.high], [row, row], color=ACCENT)
        axes.plot([score.value], [row], marker="o", color=ACCENT)
