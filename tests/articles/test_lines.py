import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit.articles.lines import lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="empty"),
        pytest.param(" \n\t\n", [], id="white space"),
        pytest.param("One\nTwo", ["One", "Two"], id="single newline"),
        pytest.param("One\r\n\r\nTwo\r\n", ["One", "Two"], id="CRLF"),
        pytest.param("One\rTwo", ["One", "Two"], id="CR"),
        pytest.param("\ufeffOne\nTwo", ["One", "Two"], id="BOM"),
        pytest.param("One\u2028Two", ["One", "Two"], id="line separator"),
        pytest.param(
            "The line was broken to fit\na width of few characters.",
            ["The line was broken to fit\na width of few characters."],
            id="wrapped",
        ),
        pytest.param(
            "The line ends with a full stop.\nlower case follows.",
            ["The line ends with a full stop.", "lower case follows."],
            id="closed",
        ),
        pytest.param(
            "The line was broken to fit\n\na width of few characters.",
            ["The line was broken to fit", "a width of few characters."],
            id="blank line",
        ),
    ],
)
def test_lines(text, expected):
    assert [line.text for line in lines(text)] == expected


@given(st.text(alphabet="aB. \n\r\t\u2028\ufeff\x00"))
def test_lines_cover_the_text(text):
    found = lines(text)
    assert not found or "".join(text[line.start : line.end] for line in found) == text


def test_a_line_wrapped_many_times_is_one():
    text = "the line was broken to fit a width,\n" * 50
    (line,) = lines(text)
    assert (line.start, line.end, line.text) == (0, len(text), text.strip())
