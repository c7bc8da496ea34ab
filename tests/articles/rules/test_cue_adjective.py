import pytest

from stancekit.articles.rules.cue_adjective import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Baek is skeptical that talks will resume.",
            ("Baek", "is skeptical", ["that talks will resume"]),
            id="that",
        ),
        pytest.param(
            "Baek, a fellow at O, was not optimistic about the talks.",
            ("Baek", "was not optimistic", ["the talks"]),
            id="about, negated",
        ),
    ],
)
def test_finds(apply, text, expected):
    assert apply(find, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The skeptical envoy left that day.", id="before a noun"),
        pytest.param("Baek is confident.", id="nothing behind it"),
        pytest.param("It is of no use to be sure of the way.", id="no subject"),
    ],
)
def test_leaves_alone(apply, text):
    assert apply(find, text) == []
