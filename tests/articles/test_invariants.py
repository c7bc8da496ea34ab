"""What holds of any text: nothing is lost, every offset lies in it, what is told is one story."""

from itertools import pairwise
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.articles import statements
from stancekit.articles.reading import article_from_text
from stancekit.records import Mode, Naming, Role

WORDS = (
    *("Ines Oduya", "Oduya", "Colm Farraday", "Dr.", "Ms.", "U.S.", "analysts", "a fellow", "she"),
    *("said", "told reporters that", "according to", "citing", "doubts that", "who", "and", "of"),
    *("the Hangang Forum", "ferries sail", "talks fail", "on Monday", "45", "its", "'s", "n't"),
    *("Photo:", "By", "Read more", "ADVERTISEMENT", "May 3, 2031", "<p>", "a@b.example", "\u2022"),
)
MARKS = (
    *(" ", " ", " ", ", ", ". ", "? ", '"', '"', "\u201c", "\u201d", "'", "\u2019", "(", ")", "["),
    *("\n", "\n\n", "\r\n", "\u2028", "\t", ": ", "; ", " \u2014 ", "--", "-", "\u2026", "\ufeff"),
    *("\u200b", "\x00", "\x1c", "e\u0301", "\u0130", "\u05d0\u05d1", "\U0001f600", "\u00a0"),
)
SPOKEN = st.lists(st.sampled_from(WORDS + MARKS), max_size=60).map("".join)
CHARACTERS = st.text(st.characters(exclude_categories=("Cs",)), max_size=200)
TEXTS = st.one_of(SPOKEN, CHARACTERS, st.tuples(SPOKEN, CHARACTERS, SPOKEN).map("".join))


def in_order(spans):
    return all(a[1] <= b[0] for a, b in pairwise(spans))


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.none() | SPOKEN, st.none() | SPOKEN)
def test_blocks_are_the_text_and_paragraphs_lie_in_them(text, title, outlet):
    article = article_from_text(text, title=title, outlet=outlet)
    assert "".join(block.text for block in article.blocks) == text
    assert all(a.end == b.start for a, b in pairwise(article.blocks))
    for part in (*article.blocks, *article.paragraphs):
        assert text[part.start : part.end] == part.text
    assert in_order([(part.start, part.end) for part in article.paragraphs])
    assert [part.index for part in article.paragraphs] == list(range(len(article.paragraphs)))
    assert all(part.text.strip() == part.text != "" for part in article.paragraphs)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_attributions_lie_in_their_paragraph_in_order(text):
    article = article_from_text(text)
    found = [one for group in statements(article) for one in group.attributions]
    for one in found:
        paragraph = article.paragraphs[one.paragraph]
        assert one.content
        for spans in (one.source, one.cue, one.content):
            assert all(paragraph.start <= a < b <= paragraph.end for a, b in spans)
            assert in_order(spans)
        assert one.text == " ".join(text[a:b] for a, b in one.content)
        assert 0 <= one.confidence <= 1
        assert one.mode in get_args(Mode)
    assert in_order(sorted({span for one in found for span in (*one.content, *one.cue)}))


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_a_statement_has_one_speaker_whose_name_stands_in_the_text(text):
    groups = statements(text)
    assert [group.number for group in groups] == list(range(len(groups)))
    for group in groups:
        assert group.text
        assert {one.speaker for one in group.attributions} == {group.speaker}
        assert group.speaker.role in get_args(Role)
        assert group.speaker.naming in get_args(Naming)
        assert all(word in text for word in (group.speaker.name or "").split())
