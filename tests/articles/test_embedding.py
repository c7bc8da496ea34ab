import pytest

from stancekit.articles import attribute


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It is open whether Ines Oduya supports the truce.", id="whether"),
        pytest.param("If Ines Oduya says that the truce is dead, boats will sail.", id="if"),
        pytest.param("It is more than Ines Oduya hoped to win.", id="than"),
        pytest.param("The port is unsure how Ines Oduya views the truce.", id="how"),
        pytest.param("There is a risk that Ines Oduya rejects the truce.", id="noun with that"),
        pytest.param("The port did not say Ines Oduya supports the truce.", id="withheld"),
    ],
)
def test_nobody_asserts(text):
    assert attribute(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It is a truce that Ines Oduya says will fail.", id="relative that"),
        pytest.param("Boats left after Ines Oduya said that the truce was dead.", id="after"),
        pytest.param("If the boats leave, Ines Oduya said, the truce is dead.", id="content first"),
    ],
)
def test_somebody_asserts(text):
    assert [one.speaker.name for one in attribute(text)] == ["Ines Oduya"]
