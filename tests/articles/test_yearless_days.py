from datetime import date

import pytest

from stancekit.articles.dated_mentions import dated_mentions
from stancekit.articles.yearless_days import yearless_days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("They met on June 7.", [(6, 7, None)], id="month first"),
        pytest.param("They met on the 7th June.", [(6, 7, None)], id="day first"),
        pytest.param("They met Friday (May 24).", [(5, 24, 4)], id="weekday, brackets"),
        pytest.param("They met on Sat., Sept. 1.", [(9, 1, 5)], id="cut"),
        pytest.param("They met on June 7, 2031.", [], id="with a year"),
        pytest.param("In 2031 they met, on June 7.", [], id="beside a year"),
        pytest.param("February 29 and June 31", [(2, 29, None)], id="no such day"),
        pytest.param("May 24% fall, or Ferrow 24?", [], id="no day"),
        pytest.param("May 24-26 and June 7:30", [], id="a range, a time"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_days_without_a_year(text, days):
    found = yearless_days(text, dated_mentions(text))
    assert [(day.month, day.day, day.weekday) for day in found] == days


def test_a_part_of_a_text():
    text = "On June 7 it rained. On June 9 it rained."
    assert [day.words for day in yearless_days(text, (), 20)] == ["June 9"]


@pytest.mark.parametrize(
    ("stamp", "n_days"),
    [(date(2031, 6, 7), 0), (date(2031, 6, 17), 10), (date(2031, 12, 8), 182)],
)
def test_how_far_the_nearest_is(stamp, n_days):
    (day,) = yearless_days("on June 7", ())
    assert day.days_from(stamp) == n_days


def test_a_leap_day_is_the_28th_elsewhere():
    (day,) = yearless_days("on February 29", ())
    assert day.days_from(date(2031, 3, 1)) == 1


@pytest.mark.parametrize(
    ("stamp", "fits"),
    [
        pytest.param(date(2030, 6, 10), True, id="7 June 2030 is a Friday"),
        pytest.param(date(2030, 2, 1), True, id="months before"),
        pytest.param(date(2031, 1, 5), True, id="months behind"),
        pytest.param(date(2031, 6, 10), False, id="the year behind"),
        pytest.param(date(2035, 6, 10), False, id="a Thursday"),
    ],
)
def test_the_years_of_a_weekday(stamp, fits):
    (day,) = yearless_days("on Friday, June 7", ())
    assert day.fits(stamp) is fits
