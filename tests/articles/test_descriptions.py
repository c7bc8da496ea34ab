"""Whom "the Mexican president" and "the doctor" mean."""

import pytest

from stancekit.articles import attribute
from stancekit.articles.descriptions import fits_title, head, is_elsewhere

_BEGIN = "It rained on Monday, and the harbour of the town stayed shut."


def last_name(*paragraphs):
    return attribute("\n\n".join((_BEGIN, *paragraphs)))[-1].speaker.name


@pytest.mark.parametrize(
    ("paragraphs", "name"),
    [
        pytest.param(
            [
                "President Nora Pell met Mexican President Lope Ruiz.",
                "The Mexican president said no.",
            ],
            "Lope Ruiz",
            id="nationality",
        ),
        pytest.param(
            ["President Nora Pell left on Sunday.", *["It rained."] * 5, "The president said no."],
            "Nora Pell",
            id="an office of one, long ago",
        ),
        pytest.param(
            ["President Nora Pell left on Sunday.", "The Mexican president said no."],
            None,
            id="another country",
        ),
        pytest.param(
            [
                "President Nora Pell left.",
                "French President Colm Aubert came. The president said no.",
            ],
            None,
            id="a guest or the host",
        ),
        pytest.param(
            ["Vice President Nora Pell left.", "The president said no."], None, id="vice president"
        ),
        pytest.param(
            ["Former President Nora Pell left.", "The president said no."], None, id="no longer"
        ),
        pytest.param(
            ["House Minority Leader Nora Pell left.", "The House minority leader said no."],
            "Nora Pell",
            id="several words",
        ),
        pytest.param(
            ["Sen. Nora Pell, Ohio Republican, left.", "The Ohio Republican said no."],
            "Nora Pell",
            id="party",
        ),
        pytest.param(
            ["Sen. Nora Pell left.", "The lawmaker said no."], "Nora Pell", id="another word for it"
        ),
        pytest.param(
            ["Colm Aubert, a doctor in Ferrow, left.", '"It holds," the doctor said.'],
            "Colm Aubert",
            id="trade",
        ),
        pytest.param(
            ["Sen. Nora Pell met Sen. Colm Aubert.", "The senator said no."], None, id="two"
        ),
        pytest.param(
            [
                "Nora Pell, president of Ferrow, met the administration.",
                "The administration said no.",
            ],
            None,
            id="a body is nobody",
        ),
        pytest.param(
            ["The Ferrow Daily said it rained.", "The newspaper said it sank."],
            "Ferrow Daily",
            id="newspaper",
        ),
        pytest.param(
            ["The Harbour Ministry said it rained.", "The ministry said it sank."],
            "Harbour Ministry",
            id="ministry",
        ),
        pytest.param(
            ["Chinese President Gu Yan called.", "It rained.", "The president said no."],
            None,
            id="a foreign president who did not speak",
        ),
        pytest.param(
            ["An official said it rained. Harbour official Nora Pell left, the official said."],
            None,
            id="the same unnamed official",
        ),
        pytest.param(
            ["Sen. Nora Pell left.", "Colm Aubert came.", "The senator said no."],
            "Nora Pell",
            id="somebody without an office between",
        ),
        pytest.param(
            ["South Korean leader Kim Dae Un left.", "The South Korean leader said no."],
            "Kim Dae Un",
            id="Un",
        ),
    ],
)
def test_who_is_described(paragraphs, name):
    assert last_name(*paragraphs) == name


@pytest.mark.parametrize(
    ("title", "noun"),
    [
        ("the foreign minister of Ferrow", "minister"),
        ("President", "president"),
        ("D-Calif", "d"),
        ("of the Harbour Council", ""),
        ("Iran 's deputy oil minister", "minister"),
    ],
)
def test_head_of_a_title(title, noun):
    assert head(title) == noun


@pytest.mark.parametrize(
    ("description", "noun", "title", "fits"),
    [
        ("the French president", "president", "President of France", True),
        ("the Iranian president", "president", "Iran 's president", True),
        ("the minister", "minister", "Prime Minister", False),
        ("the general", "general", "retired Gen.", True),
        ("the doctor", "doctor", "a dentist", False),
    ],
)
def test_title_that_fits(description, noun, title, fits):
    assert fits_title(description, noun, title) is fits


def test_another_country_is_elsewhere():
    assert is_elsewhere("the Mexican president", "President")
    assert not is_elsewhere("the Mexican president", "who runs Mexico")
