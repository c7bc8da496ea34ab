import pytest

from stancekit.articles import attribute


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Oduya, who wrote the ferry rules, left.", id="career"),
        pytest.param("Oduya wrote her dissertation on ferries.", id="work"),
        pytest.param("Oduya has long supported a freeze.", id="habit"),
        pytest.param("But Oduya, who has backed the freeze, is against it.", id="who has backed"),
        pytest.param("Oduya has seen all the tapes there are.", id="experience"),
        pytest.param("Economists on Monday were looking for signs of rain.", id="looking for"),
        pytest.param("Oduya described the method with some pride.", id="manner"),
        pytest.param("It went on beyond what envoys call the final text.", id="a name given"),
        pytest.param(
            "What envoys call \u201cthe last mile\u201d began.", id="a quoted name in use"
        ),
        pytest.param("Karelona is offering fuel to the islands.", id="an offer"),
        pytest.param("A harbour without ferries should worry the islanders.", id="worries others"),
        pytest.param("Seoul wants the corridor open.", id="a capital wants"),
        pytest.param("A sign on the gate read \u201cNo Ferries.\u201d", id="read on a thing"),
        pytest.param("The ministry backed down after a week.", id="another verb"),
        pytest.param("Guards held three suspected smugglers.", id="adjective"),
        pytest.param("A spokesman refused to discuss the sale.", id="refused to discuss"),
    ],
)
def test_author_speaks(text):
    assert attribute(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ines Oduya offered an apology to the crew.", id="offered an apology"),
        pytest.param("Ines Oduya worries that ferries will stop.", id="worries that"),
        pytest.param("Ines Oduya wants the corridor open.", id="a person wants"),
        pytest.param("Ines Oduya read: \u201cNo ferries.\u201d", id="read by a person"),
        pytest.param("Ines Oduya backed the deal.", id="backed"),
        pytest.param("Ines Oduya suspected foul play.", id="suspected"),
        pytest.param("Ines Oduya refused to sign the treaty.", id="refused to sign"),
        pytest.param("Ines Oduya once said that ferries are roads.", id="once"),
        pytest.param("Ines Oduya wrote that the rules are dead.", id="wrote that"),
        pytest.param("Ines Oduya supports a freeze.", id="supports"),
        pytest.param("Ines Oduya described the method as slow.", id="described as"),
        pytest.param("It went beyond what Ines Oduya called \u201ca dead text\u201d.", id="quoted"),
    ],
)
def test_somebody_speaks(text):
    assert [one.speaker.name for one in attribute(text)] == ["Ines Oduya"]
