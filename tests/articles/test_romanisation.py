from itertools import combinations

import pytest

from stancekit.articles.lexicon import word_groups
from stancekit.articles.romanisation import Reading, are_spellings, plain_key, readings, sound_key


def same(one, other):
    return any(
        are_spellings(a, b) and sound_key(a) == sound_key(b)
        for a in readings(one)
        for b in readings(other)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cho Seong-min", "Jo Sung-min"),
        ("Cho Seong-ryul", "Jo Sung Ryeol"),
        ("Lee Da-on", "Rhee Daon"),
        ("Yi Da-on", "Lee Da On"),
        ("Park Ro-eun", "Pak Roun"),
        ("Choi Mu-yeol", "Choe Moo-yeol"),
        ("Sung-min Jo", "Cho Seong-min"),
        ("Noh Garam", "Roh Ga-ram"),
        ("Daniel Y. Heo", "Daniel Hur"),
        ("Jeong Byeol", "CHUNG Byul"),
    ],
)
def test_spellings_of_one_name(one, other):
    assert same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cho Seong-min", "Cho Sang-min"),
        ("Cho Seong-min", "Choi Seong-min"),
        ("Baek Ro-eun", "Baek Ro-an"),
        ("Kim Da-on", "Lee Da-on"),
        ("Ines Oduya", "Ines Oduja"),
        ("Cho", "Jo"),
    ],
)
def test_two_names(one, other):
    assert not same(one, other)


def test_letters_alone_count():
    assert len({plain_key(name) for name in ("Baek Ro-eun", "BAEK ROEUN", "Baek R\u00f3 Eun")}) == 1


@pytest.mark.parametrize("group", ["family names", "syllables"])
def test_the_spellings_of_an_entry_share_their_key(group):
    for entry in word_groups("romanisation")[group]:
        for one, other in combinations(entry.split(), 2):
            assert sound_key(Reading(one, one)) == sound_key(Reading(other, other)), entry
