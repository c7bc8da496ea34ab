from dataclasses import replace

import pytest

from stancekit.articles import attribute
from stancekit.articles.reading import article_from_text

ENVOY = 'Ines Oduya, a former envoy, was there. "It was a hard day," Oduya said.'
ACCUSERS = (
    "Minister Colm Farraday said that Oduya hid the letter.",
    "Senator Pavel Drozd said that Oduya should resign.",
)


def role(*paragraphs, title=None):
    article = replace(article_from_text("\n\n".join(paragraphs)), title=title)
    return {found.speaker.name: found.speaker.role for found in attribute(article)}["Ines Oduya"]


@pytest.mark.parametrize(
    ("paragraphs", "title", "expected"),
    [
        pytest.param((ENVOY,), None, "expert", id="nobody speaks of her"),
        pytest.param((ENVOY, ACCUSERS[0]), None, "expert", id="one does"),
        pytest.param((ENVOY, *ACCUSERS), None, "official", id="two do"),
        pytest.param((ENVOY, ACCUSERS[0]), "Oduya under fire", "official", id="and the headline"),
        pytest.param((ENVOY,), "Oduya on ferries", "expert", id="the headline alone"),
    ],
)
def test_a_former_official_of_whom_others_speak_is_no_expert(paragraphs, title, expected):
    assert role(*paragraphs, title=title) == expected


def test_an_expert_by_more_than_an_office_stays_one():
    scholar = ENVOY.replace("a former envoy", "a fellow at the Hangang Forum")
    assert role(scholar, *ACCUSERS) == "expert"
