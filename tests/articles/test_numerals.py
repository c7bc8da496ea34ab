import re

import pytest

from stancekit.articles.numerals import NUMERAL, numeral


@pytest.mark.parametrize(
    ("words", "number"),
    [("7", 7), ("60th", 60), ("21st", 21), ("ten", 10), ("Thirty", 30), ("forty-two", 42)],
)
def test_numbers(words, number):
    assert re.fullmatch(NUMERAL, words, re.IGNORECASE)
    assert numeral(words) == number


@pytest.mark.parametrize("words", ["160", "hundred", "2031", ""])
def test_no_numbers(words):
    assert not re.fullmatch(NUMERAL, words, re.IGNORECASE)
