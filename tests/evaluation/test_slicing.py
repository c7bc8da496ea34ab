import pandas as pd
import pytest

from stancekit.evaluation import EvaluationError
from stancekit.evaluation.slicing import lengths, periods, slice_columns


def frame_of(**columns):
    return pd.DataFrame({"text": ["a b", "a b c"], **columns}, dtype=object)


def test_columns_that_rows_have_are_cut_by_in_a_fixed_order():
    frame = frame_of(date=["2024-01-02", "2024-06-02"], outlet=["Post", None], speaker=["A", "B"])
    assert list(slice_columns(frame)) == ["speaker", "length", "period"]  # one outlet is no cut


def test_any_column_can_be_asked_for():
    assert slice_columns(frame_of(desk=["x", "y"]), ["desk"])["desk"].values == ("x", "y")
    with pytest.raises(EvaluationError, match=r"no column 'desc'.*'desk'"):
        slice_columns(frame_of(desk=["x", "y"]), ["desc"])


def test_lengths_are_cut_at_quartiles_of_words():
    texts = ["w " * n for n in range(1, 21)]
    found = lengths(texts)
    assert found.order == ("up to 5 words", "6 to 10 words", "11 to 15 words", "16 words or more")
    assert [found.values.count(name) for name in found.order] == [5, 5, 5, 5]


@pytest.mark.parametrize(
    ("words", "order"),
    [
        ([], ()),
        ([3, 3, 3], ("any length",)),
        ([1, 1, 1, 9], ("up to 1 word", "2 words or more")),
        ([0, 0, 0, 0, 5], ("up to 0 words", "1 word or more")),
    ],
    ids=["none", "alike", "three of four alike", "empty texts"],
)
def test_texts_of_one_length_stay_together(words, order):
    assert lengths(["w " * n for n in words]).order == order


@pytest.mark.parametrize(
    ("dates", "values"),
    [
        (["2022-01-01", "2024-12-31"], ("2022 Q1", "2024 Q4")),
        (["2022-01-01", "2025-01-01"], ("2022", "2025")),
        (["2024-05-06T23:00:00+00:00", "unknown"], ("2024 Q2", None)),
        ([None, None], (None, None)),
    ],
    ids=["three years", "longer", "a time and no date", "no dates"],
)
def test_periods_are_quarters_or_years(dates, values):
    assert periods(dates).values == values
