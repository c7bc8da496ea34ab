"""Texts that a careless search reads in quadratic time: minutes for what should take a second."""

import time

import pytest

from stancekit.articles import attribute


def names(sentence, n):
    """Give a sentence `n` times, with another name in each."""
    digits = ("".join("abcdefghij"[int(digit)] for digit in str(10_000 + i)) for i in range(n))
    return "".join(sentence.replace("NAME", word.capitalize()) for word in digits)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(names("Mira NAME left. ", 4000), id="a name that all share"),
        pytest.param(names("Mira NAME left. Mira said no.\n\n", 1000), id="short for all of them"),
        pytest.param(names("Mira NAME left. She said no. ", 1000), id="pronouns"),
        pytest.param(names("Photo: a ferry in the port of NAME.\n", 4000), id="captions"),
        pytest.param("the line goes on in the next,\n" * 5000, id="wrapped lines"),
        pytest.param(f"Ferries{' ' * 100_000}sail", id="blanks inside a line"),
        pytest.param('Mira Oduya said: "' + '"It sails. ' * 2000, id="quotations"),
    ],
)
def test_a_long_text_is_read_in_seconds(text):
    begun = time.process_time()
    attribute(text)
    assert time.process_time() - begun < 5
