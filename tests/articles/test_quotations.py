from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit.articles.quotations import quotations


def quoted(text):
    return [text[q.start : q.end] for q in quotations(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('He said "no" and left.', ['"no"'], id="straight"),
        pytest.param("He said “no” and left.", ["“no”"], id="curly"),
        pytest.param("He said «no» and left.", ["«no»"], id="angle"),
        pytest.param("He said ''no'' and left.", ["''no''"], id="doubled single"),
        pytest.param("“Not ‘now’ or later,” he said.", ["“Not ‘now’ or later,”"], id="nested"),
        pytest.param("'We won't wait,' he said.", ["'We won't wait,'"], id="single, apostrophe"),
        pytest.param(
            "‘The workers’ vote counts,’ he said.",
            ["‘The workers’ vote counts,’"],
            id="single, plural",
        ),
        pytest.param("Baek's aides' plan isn't new.", [], id="apostrophes only"),
        pytest.param("It was 6' 2\" long.", [], id="inches"),
        pytest.param("“It goes on", ["“It goes on"], id="never closed"),
        pytest.param('"A," he said. "B."', ['"A,"', '"B."'], id="two"),
        pytest.param("No marks here.", [], id="none"),
    ],
)
def test_quotations(text, expected):
    assert quoted(text) == expected


def test_an_open_quotation_says_so():
    text = "“It goes on"
    assert [q.closed for q in quotations(text, 0, len(text))] == [False]


@given(st.text(alphabet="aB .,\"”“'‘’«»`\n"))
def test_quotations_lie_in_order_without_overlap(text):
    found = quotations(text, 0, len(text))
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
