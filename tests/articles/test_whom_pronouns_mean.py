"""Whom "he", "she", "it" and short names mean across paragraphs."""

import pytest

from stancekit.articles import attribute

_BEGIN = "It rained on Monday, and the harbour of the town stayed shut."


def last(*paragraphs):
    return attribute("\n\n".join((_BEGIN, *paragraphs)))[-1].speaker


@pytest.mark.parametrize(
    ("paragraphs", "name"),
    [
        pytest.param(
            ["Nora Pell spoke of the gap at a dinner.", '"It holds," she said.'],
            "Nora Pell",
            id="subject before",
        ),
        pytest.param(
            ["Nora Pell met Ines Oduya. Ines Oduya left.", '"It holds," she said.'],
            None,
            id="two subjects",
        ),
        pytest.param(
            ["That is true of Nora Pell.", '"It holds," she said.'], None, id="not its subject"
        ),
        pytest.param(
            ["The Oduya administration blamed Nora Pell after she said that it holds."],
            "Nora Pell",
            id="an administration is no rival",
        ),
        pytest.param(
            ["Rep. Nora Pell, Ohio Republican, left after she said that it holds."],
            "Nora Pell",
            id="a party is no rival",
        ),
        pytest.param(
            ["William Pell is an envoy.", "Bill Pell left.", "Pell said that it holds."],
            "William Pell",
            id="nickname",
        ),
        pytest.param(
            ["House Committee on Foreign Affairs Chairman Nora B. Pell said that it holds."] * 1,
            "Nora B. Pell",
            id="long title",
        ),
    ],
)
def test_who_is_meant(paragraphs, name):
    assert last(*paragraphs).name == name


def test_it_is_the_body_that_spoke():
    found = last("The army said that it rained. It said that the road was shut.")
    assert (found.naming, found.role) == ("unnamed_group", "official")


@pytest.mark.parametrize("word", ["All", "Both", "Many"])
def test_a_quantifier_has_a_verb(word):
    found = attribute(f"{word} urged Pell to stay.")
    assert [one.speaker.naming for one in found] == ["unnamed_group"]
    assert not attribute(f"{word} proposed changes failed.")
