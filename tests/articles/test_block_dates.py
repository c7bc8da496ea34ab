import pytest

from stancekit.articles.block_dates import (
    date_of,
    day_of,
    is_date,
    is_dated_source,
    printed_days,
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("May 3, 2031", True, id="date"),
        pytest.param("Published : May 3, 2031 - 16:04   Updated : May 4", True, id="two"),
        pytest.param("Updated 4:12 PM EDT, Fri Sept 5, 2031", True, id="short forms"),
        pytest.param("2031-05-03", True, id="digits alone"),
        pytest.param("16:04", False, id="a time is no date"),
        pytest.param("Friday 13", False, id="a day without a month"),
        pytest.param("May", False, id="a month without a day"),
        pytest.param("In May 2031 they met", False, id="a sentence"),
        pytest.param("May 3, 2031 " * 20, False, id="too long"),
    ],
)
def test_is_date(line, expected):
    assert is_date(line) is expected


@pytest.mark.parametrize(
    ("lines", "day"),
    [
        pytest.param(["May 3, 2031 at 7:25 p.m."], "2031-05-03", id="month first"),
        pytest.param(["Updated 3 Sept. 2031"], "2031-09-03", id="day first"),
        pytest.param(["2031-05-03 16:04"], "2031-05-03", id="ISO"),
        pytest.param(["May 3, 2031", "Updated May 3, 2031"], "2031-05-03", id="twice"),
        pytest.param(["May 3, 2031", "Updated May 4, 2031"], None, id="two days"),
        pytest.param(["03/05/2031"], None, id="which is the month"),
        pytest.param(["February 30, 2031"], None, id="no such day"),
        pytest.param(["May 2031"], None, id="no day"),
    ],
)
def test_the_day_that_lines_tell(lines, day):
    assert date_of(lines) == day


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        pytest.param("The Ferrow Post | May 3, 2031 at 7:25 p.m.", True, id="outlet and date"),
        pytest.param("May 3, 2031 \u00b7 Ferrow Post", True, id="date and outlet"),
        pytest.param("The Ferrow Post | Digest", False, id="no date"),
        pytest.param("May 3, 2031", False, id="one part"),
        pytest.param("The envoys left. | May 3, 2031", False, id="sentence"),
    ],
)
def test_a_date_beside_an_outlet(line, expected):
    assert is_dated_source(line) is expected


def test_a_line_too_long_for_a_date_is_not_searched():
    assert not is_dated_source(f"The Ferrow Post{' ' * 200_000}May 3, 2031")


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        pytest.param(["May 3, 2031"], ("2031-05-03", None), id="one day"),
        pytest.param(["Updated May 4, 2031"], (None, "2031-05-04"), id="updated alone"),
        pytest.param(
            ["First published May 3, 2031", "Last modified on 2031-05-04"],
            ("2031-05-03", "2031-05-04"),
            id="two lines",
        ),
        pytest.param(["May 3, 2031", "May 4, 2031"], (None, None), id="two unlabelled"),
        pytest.param(
            ["Updated May 4, 2031", "Updated May 6, 2031"], (None, "2031-05-06"), id="the last"
        ),
        pytest.param(["Published yesterday"], (None, None), id="no day"),
        pytest.param([], (None, None), id="no line"),
    ],
)
def test_the_days_that_a_page_prints(lines, days):
    assert printed_days(lines) == days


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("2031-05-03", "2031-05-03"),
        ("2031-05-03 16:04", "2031-05-03"),
        ("3 May 2031", "2031-05-03"),
        ("2031-13-03", None),
        ("", None),
    ],
)
def test_the_day_of_a_stamp(stamp, day):
    assert day_of(stamp) == day
