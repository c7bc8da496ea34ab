import pytest

from stancekit.articles.rules.light_verb import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Oduya made the case that the truce was dead.",
            [("Oduya", "made the case", ["that the truce was dead"])],
            id="made the case",
        ),
        pytest.param(
            "In May he issued a sharp threat to veto the bill.",
            [("he", "issued a sharp threat", ["to veto the bill"])],
            id="issued a threat",
        ),
        pytest.param(
            "Oduya raised doubts about the truce.",
            [("Oduya", "raised", ["doubts about the truce"])],
            id="raised doubts",
        ),
        pytest.param(
            "The envoys floated the idea of a truce.",
            [("The envoys", "floated", ["the idea of a truce"])],
            id="floated an idea",
        ),
    ],
)
def test_finds(apply, text, expected):
    assert apply(find, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The storm raised doubts about the truce.", id="a thing"),
        pytest.param("Oduya made the boat that left.", id="another noun"),
        pytest.param("Oduya did not make the case that it failed.", id="negated"),
        pytest.param("Oduya made the case last year.", id="no content"),
    ],
)
def test_leaves_alone(apply, text):
    assert apply(find, text) == []
