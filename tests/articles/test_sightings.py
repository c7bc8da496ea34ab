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
            [("Ines Oduya", "", "45 a fellow at the Hangang Forum")],
            id="age and apposition",
        ),
        pytest.param("Ines Oduya, 45, said yes.", [("Ines Oduya", "", "45")], id="age alone"),
        pytest.param(
            "Ines Oduya, of the Hangang Forum, came.",
            [("Ines Oduya", "", "of the Hangang Forum")],
            id="of, between commas",
        ),
        pytest.param(
            "Ines Oduya of the Hangang Forum, a former envoy, came.",
            [("Ines Oduya", "", "of the Hangang Forum a former envoy")],
            id="of and apposition",
        ),
        pytest.param(
            "The foreign minister, Ines Oduya, said yes.",
            [("Ines Oduya", "foreign minister", "")],
            id="title before a comma",
        ),
        pytest.param(
            "Ines Oduya, whose brother is a pilot, came.",
            [("Ines Oduya", "", "whose brother is a pilot")],
            id="kin",
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
        pytest.param("The ferry critics accused Mr. Oduya.", [("Oduya", "Mr.", "")], id="a clause"),
        pytest.param(
            "They met, criticizing former Secretary Ines Oduya.",
            [("Ines Oduya", "former Secretary", "")],
            id="a participle that is no title",
        ),
        pytest.param(
            "The outgoing Secretary Ines Oduya came.",
            [("Ines Oduya", "outgoing Secretary", "")],
            id="a participle that is one",
        ),
        pytest.param(
            "The ferry experts Ines Oduya and Colm Farraday came.",
            [("Ines Oduya", "ferry experts", ""), ("Colm Farraday", "ferry experts", "")],
            id="one title for two",
        ),
        pytest.param(
            "Two senators, Ines Oduya of Ohio and Colm Farraday of Texas, came.",
            [
                ("Ines Oduya", "Two senators", "of Ohio and Colm Farraday of Texas"),
                ("Colm Farraday", "Two senators", "of Texas"),
            ],
            id="two are counted",
        ),
        pytest.param(
            "It was, for experts, Ines Oduya and Colm Farraday that failed.",
            [("Ines Oduya", "", ""), ("Colm Farraday", "", "")],
            id="experts speak of others",
        ),
        pytest.param(
            "Ines Oduya, director of the Hangang Forum said so.",
            [("Ines Oduya", "", "director of the Hangang Forum")],
            id="a post without a comma behind it",
        ),
        pytest.param(
            "Ines Oduya, officials said, left.", [("Ines Oduya", "", "")], id="others say"
        ),
        pytest.param(
            "Ines Oduya became the first Korean president to come.",
            [("Ines Oduya", "", "the first Korean president to come")],
            id="told in a predicate",
        ),
        pytest.param("Ines van Houten came.", [("Ines van Houten", "", "")], id="particle"),
        pytest.param("Ines van der Houten came.", [("Ines van der Houten", "", "")], id="two"),
        pytest.param("Suhail al-Harbi came.", [("Suhail al-Harbi", "", "")], id="joined particle"),
        pytest.param("They left the Harbour Peace Archive.", [], id="behind an article"),
        pytest.param("They left Albrook Women's University.", [], id="an owner in a name"),
        pytest.param("They left Albrook Centre for Ferry Safety.", [], id="a name goes on"),
        pytest.param("Two Korean pilots came.", [], id="a number and a nationality"),
        pytest.param("The Hangang Forum met in North Seahaven Bay Center.", [], id="organisations"),
        pytest.param(
            "Talks in Seoul failed on Monday.", [("Talks", "", "")], id="a capitalised first word"
        ),
    ],
)
def test_sightings(sentence, text, expected):
    found = [(" ".join(s.name), s.before, s.after) for s in sightings(sentence(text).tokens)]
    assert found == expected
