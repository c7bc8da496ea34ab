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
    ],
)
def test_author_speaks(text):
    assert attribute(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ines Oduya wrote that the rules are dead.", id="wrote that"),
        pytest.param("Ines Oduya supports a freeze.", id="supports"),
        pytest.param("Ines Oduya described the method as slow.", id="described as"),
        pytest.param("It went beyond what Ines Oduya called \u201ca dead text\u201d.", id="quoted"),
    ],
)
def test_somebody_speaks(text):
    assert [one.speaker.name for one in attribute(text)] == ["Ines Oduya"]
