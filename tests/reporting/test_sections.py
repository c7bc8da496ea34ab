import json

import pytest

from stancekit.evaluation import Score
from stancekit.reporting import Flag, Noted, Section, Sentences, Table
from stancekit.reporting.cells import cell_kind, cell_note, cell_text, cell_value

FEW = Score(None, note="too few rows (4)")


@pytest.mark.parametrize(
    ("cell", "value", "note", "kind"),
    [
        pytest.param(Score(0.5, 0.4, 0.6), "0.500", "0.400 to 0.600", "number", id="score"),
        pytest.param(Score(0.5, note="too few groups (3)"), "0.500", "", "number", id="bare score"),
        pytest.param(Score(1.0, 1.0, 1.0), "1.000", "", "number", id="no width"),
        pytest.param(FEW, "–", "too few rows (4)", "refused", id="refused"),
        pytest.param(1234, "1,234", "", "number", id="count"),
        pytest.param(-0.25, "−0.250", "", "number", id="number"),
        pytest.param(True, "yes", "", "number", id="yes"),
        pytest.param(None, "–", "", "number", id="unknown"),
        pytest.param("Herald", "Herald", "", "word", id="word"),
        pytest.param("The sides should talk at once.", None, "", "text", id="text"),
        pytest.param(Flag("fails"), "fails", "", "bad", id="flag"),
        pytest.param(Noted(12, "10%"), "12", "10%", "number", id="noted"),
        pytest.param(
            Noted(Score(0.5, 0.4, 0.6), "12 rows"),
            "0.500",
            "0.400 to 0.600, 12 rows",
            "number",
            id="noted score",
        ),
    ],
)
def test_a_cell_is_a_value_and_what_stands_under_it(cell, value, note, kind):
    value = cell if value is None else value
    assert (cell_value(cell), cell_note(cell), cell_kind(cell)) == (value, note, kind)
    assert cell_text(cell) == (f"{value} ({note})" if note else value)


def test_a_section_is_plain_data_by_its_keys():
    table = Table.of(
        {"part": "outlet", "n": "rows", "f1": "macro F1", "flag": "flag"},
        [
            {"part": "Herald", "n": 12, "f1": Score(0.5, 0.4, 0.6), "flag": Flag("errors", "bad")},
            {"part": Noted("other", "pooled"), "n": 4, "f1": FEW},
        ],
        caption="By outlet",
    )
    inner = Section(key="outlet", title="Outlet", parts=(table, Sentences(("One.",))))
    content = Section(key="slices", lead="Parts of the rows.", sections=(inner,)).to_dict()
    assert json.loads(json.dumps(content)) == content
    assert (content["key"], content["title"], content["lead"]) == (
        "slices",
        None,
        "Parts of the rows.",
    )
    parts = content["sections"][0]["parts"]
    assert [part["kind"] for part in parts] == ["table", "sentences"]
    assert parts[0]["columns"] == {
        "part": "outlet",
        "n": "rows",
        "f1": "macro F1",
        "flag": "flag",
    }
    assert parts[0]["rows"] == [
        {
            "part": "Herald",
            "n": 12,
            "f1": {"value": 0.5, "low": 0.4, "high": 0.6},
            "flag": {"flag": "errors", "is": "bad"},
        },
        {
            "part": {"value": "other", "note": "pooled"},
            "n": 4,
            "f1": {"value": None, "low": None, "high": None, "note": "too few rows (4)"},
            "flag": None,
        },
    ]


def test_columns_of_numbers_are_told_from_those_with_words():
    table = Table.of(
        {"a": "a", "n": "n", "word": "word", "share": "share"},
        [{"a": 1, "n": 2, "word": "x", "share": Noted(3, "10%")}, {"a": 1, "n": None, "word": 2}],
    )
    assert table.number_columns == {1, 3}


def test_a_row_of_another_width_is_an_error():
    columns = Table.of({"a": "first", "b": "second"}, []).columns
    with pytest.raises(ValueError, match="table 'first', row 0: found 1 cells, expected 2"):
        Table(columns=columns, rows=((1,),))
