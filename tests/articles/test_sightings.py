import pytest

from stancekit.articles.sightings import sightings


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Ines Oduya came.", [("Ines Oduya", "", "")], id="bare"),
        pytest.param(
            "Foreign Minister Ines Oduya came.",
            [("Ines Oduya", "Foreign Minister", "")],
            id="title",
        ),
        pytest.param(
            "Ines Oduya, 45, a fellow at the Hangang Forum, came.",
            [("Ines Oduya", "", "a fellow at the Hangang Forum")],
            id="age and apposition",
        ),
        pytest.param(
            "Ines Oduya of the Hangang Forum came.",
            [("Ines Oduya", "", "of the Hangang Forum came")],
            id="of",
        ),
        pytest.param(
            "The Director of National Intelligence Ines Oduya came.",
            [("Ines Oduya", "Director of National Intelligence", "")],
            id="department",
        ),
        pytest.param("Ines van Houten came.", [("Ines van Houten", "", "")], id="particle"),
        pytest.param("The Hangang Forum met in North Seahaven Bay Center.", [], id="organisations"),
        pytest.param(
            "Talks in Seoul failed on Monday.", [("Talks", "", "")], id="a capitalised first word"
        ),
    ],
)
def test_sightings(sentence, text, expected):
    found = [(" ".join(s.name), s.before, s.after) for s in sightings(sentence(text).tokens)]
    assert found == expected
