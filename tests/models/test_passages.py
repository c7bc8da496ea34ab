from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from stancekit.models.passages import to_columns


@pytest.mark.parametrize(
    "X",
    [
        [{"text": "a", "speaker": "Mara"}, {"text": "b"}],
        [{"text": "a", "speaker": "Mara"}, {"text": "b", "speaker": " "}],
        pd.DataFrame({"text": ["a", "b"], "speaker": ["Mara", np.nan]}),
        pd.DataFrame({"text": ["a", "b"], "speaker": pd.array(["Mara", pd.NA], dtype="string")}),
        {"text": ["a", "b"], "speaker": ["Mara", None]},
    ],
    ids=["rows", "blank", "nan", "na", "columns"],
)
def test_every_form_gives_the_same_columns(X):
    columns = to_columns(X)
    assert columns.texts == ["a", "b"]
    assert columns.speakers == ["Mara", None]
    assert columns.targets == columns.affiliations == [None, None]
    assert len(columns) == 2


def test_columns_are_passed_on():
    columns = to_columns(["a"])
    assert to_columns(columns) is columns


def test_nothing_is_nothing():
    assert len(to_columns([])) == 0
    assert len(to_columns(pd.DataFrame({"text": []}))) == 0


def test_texts_stay_as_written_and_what_is_known_of_them_is_written_plainly():
    odd = "\ufeffZoe\u0308\u00a0 O’Neil"
    [text], [speaker], [target] = (
        getattr(to_columns([{"text": odd, "speaker": odd, "target": odd}]), name)
        for name in ("texts", "speakers", "targets")
    )
    assert text == odd
    assert speaker == target == "Zo\u00eb O'Neil"


def test_a_name_of_nothing_visible_is_none():
    assert to_columns([{"text": "a", "speaker": "\u200b \u00a0"}]).speakers == [None]
