import pytest

from stancekit.corpus.characters import unexpected_characters


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zero\u200bwidth", {"U+200B": 1}),
        ("soft\u00adhyphen", {"U+00AD": 1}),
        ("private \ue000 use", {"U+E000": 1}),
        ("caf\u00c3\u00a9", {"misread UTF-8": 1}),
        ("it\u00e2\u20ac\u2122s", {"misread UTF-8": 1}),
        ("Arms &amp; talks", {"HTML": 1}),
        ("<p>Talks</p>", {"HTML": 1}),
        ("a\x00b\x00c", {"U+0000": 1}),
    ],
    ids=["zero-width", "soft-hyphen", "private", "accent", "quote", "entity", "tag", "nul"],
)
def test_what_broken_pages_leave_is_counted_by_text(text, found):
    assert unexpected_characters([text, "plain"]) == found


@pytest.mark.parametrize(
    "text",
    [
        "Tabs\tand\nlines",
        "“Curly” – ‘quotes’ … €5",
        "Élysée, Ångström, naïve, Ãtulo",
        "5 < 6 and 7 > 6; R&D; AT&T",
        "김정은 회담",
    ],
    ids=["white-space", "typography", "accents", "signs", "hangul"],
)
def test_what_real_news_holds_is_expected(text):
    assert unexpected_characters([text]) == {}
