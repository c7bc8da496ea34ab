"""Every one of several people who say something together is its speaker."""

import pytest

from stancekit.articles import attribute

_TALK = "said that the bridge holds."


def speakers(text):
    return [(found.speaker.name, found.speaker.naming) for found in attribute(text)]


_GROUP = (None, "unnamed_group")


@pytest.mark.parametrize(
    ("source", "found"),
    [
        pytest.param("Nora Pell and others", [("Nora Pell", "named"), _GROUP], id="others"),
        pytest.param(
            "Although Pell and other Ferrow envoys", [("Pell", "named"), _GROUP], id="other envoys"
        ),
        pytest.param(
            "The president and his aides", [(None, "unnamed_individual"), _GROUP], id="his aides"
        ),
        pytest.param("Pell and Oduya", [("Pell", "named"), ("Oduya", "named")], id="surnames"),
        pytest.param(
            "Pell, Ines Oduya, and Colm Aubert",
            [("Pell", "named"), ("Ines Oduya", "named"), ("Colm Aubert", "named")],
            id="three",
        ),
        pytest.param(
            "Two senators, Nora Pell of Ferrow and Colm Aubert of Harborton,",
            [("Nora Pell", "named"), ("Colm Aubert", "named")],
            id="behind their office",
        ),
        pytest.param(
            "Two envoys \u2014 Nora Pell and Colm Aubert \u2014",
            [("Nora Pell", "named"), ("Colm Aubert", "named")],
            id="between dashes",
        ),
        pytest.param(
            "Secretary of State Nora Pell and Treasury Secretary Colm Aubert",
            [("Nora Pell", "named"), ("Colm Aubert", "named")],
            id="offices",
        ),
        pytest.param("Pell and his team", [("Pell", "named"), _GROUP], id="his team"),
        pytest.param("North and South Korea", [("South Korea", "named")], id="half a name"),
        pytest.param("He met Pell and others", [_GROUP], id="object"),
        pytest.param("Pell, an envoy and lawyer,", [("Pell", "named")], id="description"),
        pytest.param(
            "Pell, a fellow at the Center for Trade and Peace,", [("Pell", "named")], id="workplace"
        ),
    ],
)
def test_who_speaks_together(source, found):
    assert speakers(f"{source} {_TALK}") == found


@pytest.mark.parametrize("again", ["They", "The envoys"])
def test_a_plural_means_those_who_spoke_together(again):
    found = speakers(f"Nora Pell and Colm Aubert {_TALK} {again} warned that it may not last.")
    assert found == [("Nora Pell", "named"), ("Colm Aubert", "named")] * 2


def test_the_source_is_all_that_is_joined():
    text = f"Nora Pell and others {_TALK}"
    (start, end) = attribute(text)[0].source[0]
    assert text[start:end] == "Nora Pell and others"


def test_a_newspaper_is_no_paper():
    assert speakers("The Harborton Post said it rained.") == [("Harborton Post", "named")]
