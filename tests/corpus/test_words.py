import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit.corpus.words import word_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("  Talks,\n“may” RESUME!", "talks may resume"),
        ("don't", "don t"),
        ("don’t", "don t"),
        ("ﬁsh", "fish"),
        ("Straße", "strasse"),
        ("港の話", "港 の 話"),
        ("2.5 %", "2 5"),
        ("...", "..."),
        (" ?! ", "?!"),
        ("", ""),
    ],
    ids=[
        "case",
        "straight",
        "curly",
        "ligature",
        "folded",
        "unspaced",
        "number",
        "dots",
        "marks",
        "empty",
    ],
)
def test_word_key(text, key):
    assert word_key(text) == key


@given(st.text(st.characters(codec="ascii")))
def test_case_and_outer_space_never_matter(text):
    assert word_key(f"  {text.upper()}\n").lower() == word_key(text.lower())
