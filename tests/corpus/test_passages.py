import datetime

import pytest

from stancekit.corpus.passages import build_passages


def test_types_follow_from_the_columns_part():
    columns = {
        "id": ["a", 2],
        "date": [datetime.date(2026, 3, 1), ""],
        "stance": ["for", None],
        "year": [2020, None],
    }

    passages = build_passages(columns, {"stance": ["against", "for"]})

    assert passages[:] == {
        "id": ["a", "2"],
        "date": ["2026-03-01", None],
        "stance": [1, None],
        "year": [2020, None],
    }
    assert passages.features["stance"].names == ["against", "for"]
    assert passages.cache_files == []


@pytest.mark.parametrize(
    ("values", "kept"),
    [
        ([1, "one", None], ["1", '"one"', None]),
        ([[1, "one"]], ['[1, "one"]']),
        ([10**30], ["1" + "0" * 30]),
        ([None, None], [None, None]),
        ([{"a": 1}, {"b": "é"}], [{"a": 1, "b": None}, {"a": None, "b": "é"}]),
    ],
    ids=["mixed", "mixed list", "huge", "nothing", "objects"],
)
def test_other_columns_keep_what_they_hold(values, kept):
    assert build_passages({"other": values}, {})["other"][:] == kept
