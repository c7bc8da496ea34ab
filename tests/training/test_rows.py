from __future__ import annotations

import pandas as pd

from stancekit.training.rows import Rows


def rows(ids, **inputs):
    return Rows(
        X=pd.DataFrame({"text": [f"text {each}" for each in ids], **inputs}, dtype=object),
        y=pd.DataFrame({"outlook": ["optimistic", None][: len(ids)]}, dtype=object),
        groups=tuple(each[0] for each in ids),
        ids=tuple(ids),
    )


def test_selected_rows_stand_in_the_order_asked_for():
    picked = rows(["a1", "b1"]).select([1, 0])
    assert picked.ids == ("b1", "a1")
    assert picked.groups == ("b", "a")
    assert picked.X["text"].tolist() == ["text b1", "text a1"]
    assert picked.y["outlook"].tolist() == [None, "optimistic"]
    assert picked.X.index.tolist() == [0, 1]


def test_a_column_that_one_part_lacks_is_null_there():
    joined = Rows.joined([rows(["a1"]), rows(["b1"], speaker=["Ana"])])
    assert len(joined) == 2
    assert joined.X["speaker"].tolist() == [None, "Ana"]
    assert joined.ids == ("a1", "b1")
