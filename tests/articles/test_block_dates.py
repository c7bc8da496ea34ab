import pytest

from stancekit.articles.block_dates import is_date


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
