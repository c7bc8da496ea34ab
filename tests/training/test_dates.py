import pandas as pd
import pytest

from stancekit.training.dates import compare_dates, date_range
from stancekit.training.rows import Rows


def rows_of(*dates):
    n = len(dates)
    context = pd.DataFrame({"text": ["a"] * n, "date": list(dates)}, dtype=object)
    names = tuple(str(i) for i in range(n))
    return Rows(context[["text"]], pd.DataFrame(index=range(n)), names, names, context=context)


def test_the_range_is_that_of_the_rows_with_a_date():
    rows = rows_of("2024-03-01", None, "2023-01-31T08:00:00Z", "soon")
    assert date_range(rows) == {"first": "2023-01-31", "last": "2024-03-01"}


def test_rows_before_and_after_are_counted_the_days_themselves_are_inside():
    trained = {"first": "2023-01-31", "last": "2024-03-01"}
    rows = rows_of("2023-01-30", "2023-01-31", "2024-03-01T23:59:00Z", "2024-03-02", "2025", None)
    found = compare_dates(trained, rows)
    assert (found.n_before, found.n_after, found.n_undated, found.n_outside) == (1, 2, 1, 3)
    assert (
        "3 of 6 rows are outside the dates of the training rows, 2023-01-31 to 2024-03-01 (1"
        in (found.warning())
    )
    assert found.to_dict()["n_outside"] == 3


def test_rows_from_the_training_dates_are_no_warning():
    found = compare_dates({"first": "2023-01-31", "last": "2024-03-01"}, rows_of("2023-06-01"))
    assert found.warning() is None


@pytest.mark.parametrize(
    ("trained", "dates"),
    [(None, ["2023-06-01"]), ({"first": "2023-01-31", "last": "2024-03-01"}, [None])],
    ids=["training", "rows"],
)
def test_where_one_side_has_no_dates_nothing_is_compared(trained, dates):
    assert compare_dates(trained, rows_of(*dates)) is None


def test_rows_without_a_date_column_have_no_range():
    rows = Rows(pd.DataFrame({"text": ["a"]}), pd.DataFrame(index=[0]), ("0",), ("0",))
    assert date_range(rows) is None
