import datetime

import numpy as np
import pytest

from stancekit.corpus.dates import latest_groups
from stancekit.errors import CorpusError

DAYS = ["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04", "2026-01-05"]
IDS = [f"r{number}" for number in range(10)]


def latest(dates, groups, test_size=0.4):
    groups = np.asarray(groups)
    return latest_groups(dates, groups, IDS[: len(dates)], test_size=test_size).tolist()


def test_the_latest_days_are_tested():
    assert latest(DAYS[::-1], range(5)) == [True, True, False, False, False]


def test_a_group_is_as_late_as_its_latest_row():
    # Rows 0 and 4 are one group, so row 0 is tested with row 4.
    assert latest(DAYS, [0, 1, 2, 3, 0]) == [True, False, False, False, True]


def test_a_day_is_never_parted():
    dates = ["2026-01-01", "2026-01-02", "2026-01-02", "2026-01-02", "2026-01-03"]

    # Testing 1 row is nearer to 0.4 * 5 = 2 than testing 4.
    assert latest(dates, range(5)) == [False, False, False, False, True]
    assert latest(dates, range(5), test_size=0.7) == [False, True, True, True, True]


def test_times_zones_and_dates_are_read():
    dates = ["2026-01-01T23:00:00-05:00", datetime.date(2026, 1, 1), "2026-01-01 10:00"]

    # The first is 2026-01-02 in universal time.
    assert latest(dates, range(3)) == [True, False, False]


def test_every_row_without_a_date_is_named():
    with pytest.raises(CorpusError) as caught:
        latest(["2026-01-01", None, "spring 2026"], range(3))

    assert [(p.file, p.found) for p in caught.value.problems] == [
        ("row r1", "nothing"),
        ("row r2", "'spring 2026'"),
    ]


def test_one_day_cannot_be_split():
    with pytest.raises(CorpusError, match="every group's latest date is 2026-01-01"):
        latest(["2026-01-01"] * 3, range(3))
