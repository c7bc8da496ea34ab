import warnings
import xml.etree.ElementTree as ET
from dataclasses import replace

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure

from stancekit.reporting import confusion_figure, reliability_figure
from stancekit.reporting.figures import figure_to_svg

FIGURES = [confusion_figure, reliability_figure]


def texts_of(figure):
    (axes,) = figure.axes
    return [text.get_text() for text in axes.texts]


def test_the_confusion_figure_shows_every_count(evaluation):
    figure = confusion_figure(evaluation)
    assert isinstance(figure, Figure)
    assert texts_of(figure) == ["40", "0", "0", "0", "40", "0", "10", "0", "30"]
    (axes,) = figure.axes
    assert [tick.get_text() for tick in axes.get_yticklabels()] == ["for", "against", "none"]
    assert (axes.get_xlabel(), axes.get_ylabel()) == ("predicted", "gold")


def test_the_reliability_figure_has_a_point_for_every_bin(evaluation):
    (axes,) = reliability_figure(evaluation).axes
    points = [
        (float(line.get_xdata()[0]), float(line.get_ydata()[0]))
        for line in axes.lines
        if line.get_marker() == "o"
    ]
    # 90 rows of 0.7, of which 80 are right, and 30 of 0.8, all right
    assert points == [pytest.approx((0.7, 80 / 90)), pytest.approx((0.8, 1.0))]


@pytest.mark.parametrize("draw", FIGURES)
def test_the_same_figure_gives_the_same_svg(evaluation, draw):
    first, again = (figure_to_svg(draw(evaluation), name="a") for _ in range(2))
    assert first == again
    assert first.startswith("<svg")
    assert ET.fromstring(first.replace("xlink:href", "href")).tag.endswith("svg")
    assert "date" not in first.lower()


def test_names_keep_the_ids_of_two_figures_apart(evaluation):
    def ids(name):
        svg = figure_to_svg(reliability_figure(evaluation), name=name)
        return {element.get("id") for element in ET.fromstring(svg).iter()} - {None}

    assert ids("a")
    assert not ids("a") & ids("b")


@pytest.mark.parametrize("draw", FIGURES)
def test_label_words_are_drawn_as_they_are(evaluation, draw):
    odd = ("<b>$x^2$</b>", "찬성", "none")
    changed = replace(evaluation, axis="<i>&$y$", labels=odd)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # fonts of the machine may lack a script
        svg = figure_to_svg(draw(changed), name="odd")
    assert "&lt;i&gt;&amp;$y$" in svg
    assert "<b>" not in svg


def test_drawing_leaves_no_global_state(evaluation):
    before = dict(mpl.rcParams)
    confusion_figure(evaluation)
    figure_to_svg(reliability_figure(evaluation), name="a")
    assert dict(mpl.rcParams) == before
