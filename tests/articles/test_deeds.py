import pytest

from stancekit.articles import attribute


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ines Oduya ordered the retreat of the fleet.", id="order"),
        pytest.param("Ines Oduya sought to calm the port.", id="seek"),
        pytest.param("The ministry agreed to cut its fleet.", id="agree to"),
        pytest.param("Ines Oduya nominated Colm Farraday as envoy.", id="nominate"),
        pytest.param("Ines Oduya backed off in the spring.", id="back off"),
        pytest.param("Ines Oduya saw her ferry sink.", id="see"),
        pytest.param("Ines Oduya heard the news of the treaty at noon.", id="hear"),
        pytest.param("Ines Oduya is considering a ban on trawlers.", id="weigh"),
        pytest.param("The fleet attacked the northern harbour at dawn.", id="attack"),
        pytest.param("Seoul wants the harbour back.", id="a country's wish"),
        pytest.param("Many islanders want to leave the union.", id="a crowd's wish"),
        pytest.param("Ines Oduya will oppose the treaty.", id="forecast"),
        pytest.param("The strike could reveal more about the fleet.", id="possible"),
        pytest.param("Ines Oduya plans to propose a truce.", id="plans to propose"),
        pytest.param("Envoys are expected to offer a truce.", id="expected to offer"),
    ],
)
def test_the_author_tells_a_deed(text):
    assert attribute(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ines Oduya decided that the truce was dead.", id="that"),
        pytest.param("Ines Oduya has assumed for years that the truce is dead.", id="that, later"),
        pytest.param(
            "Ines Oduya backed what she called \u201ca fine piece of work\u201d.", id="quotation"
        ),
        pytest.param("Ines Oduya sees the truce as a trap.", id="sees as"),
        pytest.param("Ines Oduya attacked the council for its silence.", id="attacks for"),
        pytest.param("Ines Oduya considers the truce a trap.", id="considers"),
        pytest.param("Ines Oduya wants the harbour back.", id="a person's wish"),
        pytest.param("Ines Oduya would prefer a truce.", id="would prefer"),
        pytest.param("Ines Oduya will say that the truce is dead.", id="will say that"),
        pytest.param("Ines Oduya tried to play down the truce.", id="tried to"),
    ],
)
def test_a_deed_that_says_something(text):
    assert [one.speaker.name for one in attribute(text)] == ["Ines Oduya"]


def test_judges_find():
    found = attribute("Many analysts find the truce weak.")
    assert [one.speaker.naming for one in found] == ["unnamed_group"]


def test_whoever_acts_is_who_a_pronoun_means():
    text = "Ines Oduya sought to calm the port. She said that Colm Farraday was wrong."
    assert [one.speaker.name for one in attribute(text)] == ["Ines Oduya"]
