from __future__ import annotations

import unicodedata

import pytest

from stancekit.typography import has_odd_blanks, plain_blanks, plain_marks, plain_text

TEXT = (
    "\"The owners' re-opening won't last,\" said Zo\u00eb Nguy\u1ec5n of the S\u014fnam caf\u00e9."
)

WAYS = {
    "curly": TEXT.replace(' "', " \u201c").replace('"', "\u201d").replace("'", "\u2019"),
    "modifier apostrophes": TEXT.replace("'", "\u02bc"),
    "full width": TEXT.replace('"', "\uff02"),
    "NFD": unicodedata.normalize("NFD", TEXT),
    "hyphens": TEXT.replace("-", "\u2010"),
    "non-breaking hyphens": TEXT.replace("-", "\u2011"),
    "byte order mark": f"\ufeff{TEXT}",
    "soft hyphens": TEXT.replace("won", "wo\u00adn"),
    "no width": TEXT.replace(" ", " \u200b"),
    "non-breaking": TEXT.replace(" ", "\u00a0"),
    "narrow": TEXT.replace(" ", "\u202f"),
    "doubled": TEXT.replace(" ", "  "),
    "lines": TEXT.replace(" ", "\r\n"),
    "around": f"\n {TEXT}\t",
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_a_text_is_the_same_however_it_is_typeset(way):
    assert plain_text(way) == TEXT == plain_text(TEXT)


@pytest.mark.parametrize(
    "text",
    ["2013\u20132015", "no \u2014 never", "\u00ab Non \u00bb", "\u00bd", "\ufb01n", "x\u200dy", ""],
    ids=["en-dash", "em-dash", "guillemets", "half", "ligature", "joiner", "empty"],
)
def test_marks_that_mean_something_else_stay(text):
    assert plain_marks(text) == text


@pytest.mark.parametrize("blank", [*"\t\n\v\f\r\u00a0\u2009\u202f\u3000", "  "])
def test_odd_blanks_are_told(blank):
    assert has_odd_blanks(f"no{blank}talks")
    assert has_odd_blanks(f"caf\u00e9{blank}talks")
    assert not has_odd_blanks(plain_blanks(f"no{blank}talks"))
