from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit.articles.quotations import quotations
from stancekit.articles.tokens import tokens


def tagged(text):
    return [(t.text, t.tag) for t in tokens(text, 0, len(text), quotations(text, 0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Gen. Mok", [("Gen.", "name"), ("Mok", "name")], id="title keeps its stop"),
        pytest.param(
            "the U.S. vote",
            [("the", "determiner"), ("U.S.", "name"), ("vote", "word")],
            id="initials",
        ),
        pytest.param(
            "Baek's aide",
            [("Baek", "name"), ("'s", "possessive"), ("aide", "word")],
            id="possessive",
        ),
        pytest.param("Ro-eun", [("Ro-eun", "name")], id="hyphen"),
        pytest.param("Jose\u0301", [("Jose\u0301", "name")], id="decomposed accent"),
        pytest.param("O'Dell", [("O'Dell", "name")], id="apostrophe inside"),
        pytest.param("al-Harbi", [("al-Harbi", "name")], id="particle"),
        pytest.param("al\u2010Harbi", [("al\u2010Harbi", "name")], id="particle, other hyphen"),
        pytest.param("pro-Korean", [("pro-Korean", "word")], id="prefix"),
        pytest.param("Ms. Do left", [("Ms.", "name"), ("Do", "name"), ("left", "word")], id="Do"),
        pytest.param("Do said", [("Do", "name"), ("said", "word")], id="Do before a past tense"),
        pytest.param("Do they", [("Do", "auxiliary"), ("they", "pronoun")], id="do as a verb"),
        pytest.param(
            "Pressed on that",
            [("Pressed", "word"), ("on", "preposition"), ("that", "determiner")],
            id="a participle that opens a sentence",
        ),
        pytest.param("didn’t go", [("didn’t", "negation"), ("go", "word")], id="negation"),
        pytest.param(
            "a family sadly",
            [("a", "determiner"), ("family", "word"), ("sadly", "adverb")],
            id="-ly",
        ),
        pytest.param(
            "US aid", [("US", "name"), ("aid", "word")], id="the country, not the pronoun"
        ),
        pytest.param("told us", [("told", "word"), ("us", "pronoun")], id="the pronoun"),
        pytest.param(
            'said "no, never" twice',
            [("said", "word"), ('"no, never"', "quotation"), ("twice", "adverb")],
            id="quotation",
        ),
        pytest.param("$5,000", [("$5,000", "number")], id="money"),
    ],
)
def test_tags(text, expected):
    assert tagged(text) == expected


@given(st.text())
def test_tokens_lie_in_order_and_hold_their_words(text):
    found = tokens(text, 0, len(text))
    assert all(text[t.start : t.end] == t.text for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_tags_left_over_from_a_page_are_no_words():
    text = 'He <b>said</b><br/> 3 < 4 <a href="x">so</a>.'
    found = [token.text for token in tokens(text, 0, len(text))]
    assert found == ["He", "said", "3", "<", "4", "so", "."]
