import json
import xml.etree.ElementTree as ET

import pytest

from stancekit.evaluation import Score
from stancekit.reporting import Curve, CurvePlot, IntervalPlot, risk_coverage_section
from stancekit.reporting.cells import cell_text
from stancekit.reporting.curve_figure import curve_figure
from stancekit.reporting.figures import figure_to_svg
from stancekit.reporting.plots import Confusion, Reliability

WIDER = IntervalPlot(
    rows=(("encoder", Score(0.04, -0.02, 0.1)), ("none", Score(None, note="no rows"))),
    measure="difference",
    reference=0.0,
)
CURVES = CurvePlot(
    x="groups",
    y="macro F1",
    curves=(
        Curve("model", ((10.0, Score(0.4, 0.3, 0.5)), (20.0, Score(0.5, 0.4, 0.6)))),
        Curve("name-only", ((10.0, Score(0.2)),)),
    ),
)


def told(table):
    return [[cell_text(cell) for cell in row] for row in table.rows]


@pytest.mark.parametrize("part", [WIDER, CURVES], ids=["intervals", "curves"])
def test_a_picture_is_plain_data(part):
    content = part.to_dict()
    assert json.loads(json.dumps(content)) == content


def test_a_scale_holds_every_interval_and_the_reference():
    assert WIDER.scale() == (-0.02, 0.1)
    above = IntervalPlot(rows=(("a", Score(0.3)),), measure="gain", reference=0.0)
    assert above.scale() == (0.0, 0.3)
    assert IntervalPlot(rows=(("a", Score(0.3)),), measure="gain").scale() == (-0.2, 0.8)
    assert IntervalPlot(rows=(), measure="gain").scale() == (0.0, 1.0)
    assert IntervalPlot(rows=(("a", Score(0.3)),), measure="F1", span=(0, 1)).scale() == (0, 1)


def test_what_a_score_is_made_of_is_on_the_scale_and_in_the_data():
    rings = {"posture": (0.5, 0.9)}
    plot = IntervalPlot(rows=(("posture", Score(0.7, 0.6, 0.8)),), measure="F1", rings=rings)
    assert plot.scale() == (0.5, 0.9)
    (row,) = plot.to_dict()["rows"]
    assert row["made_of"] == [0.5, 0.9]
    (row,) = IntervalPlot(rows=plot.rows, measure="F1").to_dict()["rows"]
    assert "made_of" not in row


def test_a_picture_is_read_as_a_table():
    assert told(WIDER.table()) == [["encoder", "0.040 (−0.020 to 0.100)"], ["none", "– (no rows)"]]
    assert [column.title for column in CURVES.table().columns] == ["groups", "model", "name-only"]
    assert told(CURVES.table()) == [
        ["10", "0.400 (0.300 to 0.500)", "0.200"],
        ["20", "0.500 (0.400 to 0.600)", "–"],
    ]


def test_shares_of_rows_keep_their_digits():
    (part,) = risk_coverage_section([(0.5, Score(0.1)), (1.0, Score(0.2))]).parts
    table = part.table()
    assert [cell_text(row[0], table.columns[0].digits) for row in table.rows] == ["0.50", "1.00"]
    assert table.columns[1].title == "error rate of these"


def test_confusion_and_reliability_are_read_as_tables(evaluation):
    confusion = Confusion(evaluation)
    # 10 of the 40 rows that are gold none were called for
    assert told(confusion.table())[2] == ["none", "10 (25%)", "0 (0%)", "30 (75%)"]
    assert confusion.to_dict()["cells"] == [[40, 0, 0], [0, 40, 0], [10, 0, 30]]
    rows = told(Reliability(evaluation).table())
    assert [row[:3] for row in rows] == [
        ["0.70 to 0.70", "90", "0.700"],
        ["0.80 to 0.80", "30", "0.800"],
    ]


def test_a_curve_is_drawn_with_a_band_where_there_are_intervals():
    (axes,) = curve_figure(CURVES).axes
    assert [line.get_label() for line in axes.lines] == ["model", "name-only"]
    assert len(axes.collections) == 1
    looks = {(line.get_color(), line.get_linestyle(), line.get_marker()) for line in axes.lines}
    assert len(looks) == 2
    assert axes.get_legend() is not None


def test_the_same_curve_gives_the_same_svg():
    first, again = (figure_to_svg(curve_figure(CURVES), name="a") for _ in range(2))
    assert first == again
    assert ET.fromstring(first.replace("xlink:href", "href")).tag.endswith("svg")
