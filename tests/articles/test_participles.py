import pytest

from stancekit.articles import attribute


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Exports of rice fell, suggesting that demand is low.", id="thing"),
        pytest.param("Ines Oduya left early, reflecting the mood of the port.", id="reflects"),
        pytest.param(
            "Ines Oduya did not call it dead, suggesting the truce may live.", id="not done"
        ),
        pytest.param("Ines Oduya left without saying that the truce was dead.", id="without"),
        pytest.param("The crowd also held farmers hoping for rain.", id="says which"),
    ],
)
def test_the_author_concludes(text):
    assert attribute(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ines Oduya nodded, saying that the truce was dead.", id="saying"),
        pytest.param("Ines Oduya nodded, suggesting that it was dead.", id="suggesting"),
        pytest.param("Ines Oduya nodded, calling the truce a trap.", id="calling"),
    ],
)
def test_somebody_says(text):
    assert [one.speaker.name for one in attribute(text)] == ["Ines Oduya"]


def test_what_a_statement_goes_on_to_suggest_is_said():
    text = "Ines Oduya praised the fleet, hoping that it would stay."
    assert [one.text for one in attribute(text)] == ["the fleet", "that it would stay"]


def test_a_paper_says_with_a_participle():
    (found,) = attribute("He sent a letter threatening a strike.")
    assert found.speaker.naming == "document"
