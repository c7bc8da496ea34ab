import random

import pytest

from stancekit.evaluation.behaviour.stances import changes
from stancekit.records import Passage

SAID = "Lucia Ferro of the Moselle Institute said it works. She, Ferro added, would know."


def passage(text, **known):
    return Passage(text=text, **known)


def test_a_name_is_another_everywhere_of_the_same_pronoun():
    for seed in range(20):
        found = changes.other_name(passage(SAID, speaker="Lucia Ferro"), random.Random(seed))
        assert "Lucia" not in found.text
        assert "Ferro" not in found.text
        assert found.text.startswith(found.speaker)
        person = next(p for p in changes.PEOPLE if p.full == found.speaker)
        assert person.he == "she"
        assert f", {person.short} added" in found.text


@pytest.mark.parametrize("speaker", [None, "China", "Finance Ministry", "Nobody Here"])
def test_who_is_no_person_in_the_text_keeps_the_name(speaker):
    text = "China's Finance Ministry said it works."
    assert changes.other_name(passage(text, speaker=speaker), random.Random(0)) is None


def test_an_institute_keeps_its_article():
    draw = random.Random(0)
    for text in (SAID, "Moselle Institute fellows said so.", "Europe's Moselle Institute said so."):
        found = changes.other_affiliation(passage(text, affiliation="Moselle Institute"), draw)
        assert "Moselle" not in found.text
        assert "the the" not in found.text.lower()
        assert "Europe's the" not in found.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On 9 July Seoul and Tokyo agreed.",
            "On that day the capital and the other capital agreed.",
        ),
        ("Seoul knows; ask Seoul.", "The capital knows; ask the capital."),
        ("In 2019 the Hanoi summit failed.", "In that year the Hanoi summit failed."),
        ("The Seoul-based group met on Monday.", "The Seoul-based group met on that day."),
        ("Xi Jinping met Joe Biden.", "The president met the other president."),
        ("The Vienna Convention holds.", None),
    ],
)
def test_days_leaders_and_capitals_become_neutral_words(text, expected):
    found = changes.placeholders(passage(text))
    assert (found and found.text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said so.", "She noted so."),
        ("He argues so, he says.", "He says so, he notes."),
        ("The crew is said to be free.", None),
    ],
)
def test_a_cue_becomes_another_but_hearsay_stays(text, expected):
    found = changes.other_cue(passage(text))
    assert (found and found.text) == expected


def test_quotes_change_both_ways():
    curly = "\u201cIt\u2019s time,\u201d she said."
    straight = '"It\'s time," she said.'
    assert changes.other_quotes(passage(straight)).text == curly
    assert changes.other_quotes(passage(curly)).text == straight
    assert changes.other_quotes(passage("She said so.")) is None


@pytest.mark.parametrize("name", changes.TYPOGRAPHY)
def test_typography_changes_no_word(name):
    import unicodedata

    text = "Zden\u011bk Ro-eun said it works."
    found = changes.typeset(passage(text), name)
    if found is not None:
        folded = unicodedata.normalize("NFC", found.text).strip("\ufeff")
        folded = folded.replace("\u2010", "-").replace("\u2011", "-")
        assert folded.split() == text.split()
        assert found.text != text
