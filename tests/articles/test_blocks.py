import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit.articles.block_rules import RULES
from stancekit.articles.blocks import read_blocks, read_paragraphs

BODY = "Envoys met in the harbour town on Monday and left without a word."


def kind_of(line, **known):
    """Give kind and rule of a line that stands between two body lines."""
    block = read_blocks(f"{BODY}\n{line}\n{BODY}", **known)[1]
    return block.kind, block.rule


@pytest.mark.parametrize(
    ("line", "kind", "rule"),
    [
        pytest.param("***", "other", "no_letters", id="no letters"),
        pytest.param("<br/>", "other", "markup", id="markup"),
        pytest.param("FULL TEXT", "other", "label", id="label"),
        pytest.param("Image copyright Seto Images", "caption", "caption", id="caption"),
        pytest.param(
            "Envoys shake hands at the gate. | Ines Oduya/Seto Photo",
            "caption",
            "photo_credit",
            id="credit behind a bar",
        ),
        pytest.param(
            "Envoys shake hands. (Photo: Ines Oduya, Seto)",
            "caption",
            "photo_credit",
            id="credit in brackets",
        ),
        pytest.param("ADVERTISEMENT", "ui", "advertisement", id="advertisement"),
        pytest.param("Story Continued Below", "ui", "page", id="page"),
        pytest.param("Share", "ui", "page_word", id="page word"),
        pytest.param("Sign up for our daily letter", "ui", "newsletter", id="newsletter"),
        pytest.param(
            "Your morning in brief. By signing up you agree to our terms.",
            "ui",
            "newsletter_terms",
            id="terms",
        ),
        pytest.param("Skip Twitter post by @harbour", "other", "embedded_post", id="post"),
        pytest.param(
            "Copyright © 2031 The Harbour Ledger.", "source_credit", "credit", id="copyright"
        ),
        pytest.param(
            "Ines Oduya contributed to this report.",
            "source_credit",
            "contributors",
            id="contributors",
        ),
        pytest.param("Follow Ines Oduya on Twitter: OduyaInes", "contact", "contact", id="contact"),
        pytest.param(
            "Have a tip? Write to tips@ledger.example", "contact", "mail_address", id="tips"
        ),
        pytest.param(
            "(Oduya can be reached through the harbour office.)",
            "contact",
            "reachable",
            id="reachable",
        ),
        pytest.param("12 minute read · Share · Save", "ui", "page_words", id="row of page words"),
        pytest.param("Listen 5 min", "ui", "reading_time", id="reading time"),
        pytest.param(
            "Like this? Our letter comes every Monday. SIGN ME UP",
            "ui",
            "call_to_sign_up",
            id="call to sign up",
        ),
        pytest.param(
            "Ferries wait in the storm. (Ines Oduya/Harbour Ledger)",
            "caption",
            "photo_credit",
            id="credit in brackets",
        ),
        pytest.param(
            "Ferries wait in the storm. | HARBOUR LEDGER",
            "caption",
            "photo_credit",
            id="in capitals",
        ),
        pytest.param(
            "Ferries wait. / Courtesy of Ines Oduya", "caption", "photo_credit", id="courtesy"
        ),
        pytest.param("Prof. Ines Oduya", "caption", "portrait", id="portrait"),
        pytest.param("Posted : 2031-05-03 16:31", "dateline", "date", id="digits"),
        pytest.param("4:12 PM EDT, Fri May 25, 2031", "dateline", "date", id="time, short day"),
        pytest.param(
            "Oduya reported from Seahaven and Baek from Harborton.",
            "source_credit",
            "reporters",
            id="reporters",
        ),
        pytest.param("2. A harbour without boats", "other", "section_heading", id="numbered"),
        pytest.param("ines@ledger.example", "contact", "mail_address", id="address"),
        pytest.param("By Ines Oduya", "byline", "byline", id="byline"),
        pytest.param("May 3, 2031", "dateline", "date", id="date"),
        pytest.param("SEAHAVEN, May 3", "dateline", "place_and_date", id="place and date"),
        pytest.param(
            "SEE ALSO: Ferries stop for a week in the north", "related_link", "link", id="link"
        ),
        pytest.param(
            "Ferries stop for a week in the north Read more",
            "related_link",
            "link_behind",
            id="read more behind",
        ),
        pytest.param("A slow start", "other", "section_heading", id="heading"),
        pytest.param(
            "What comes next for the ferries of the north?",
            "other",
            "section_heading",
            id="question",
        ),
        pytest.param(
            "Ferries stop for a week in the stormy north",
            "related_link",
            "other_headline",
            id="headline inside",
        ),
    ],
)
def test_rules(line, kind, rule):
    assert kind_of(line) == (kind, rule)


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Advertisement budgets grew last year, Baek said.", id="not advertisement"),
        pytest.param("Close allies of the premier doubt the plan.", id="not a page's close"),
        pytest.param("Copyright law will change, Oduya said.", id="not copyright"),
        pytest.param("Call for talks grew louder on Monday.", id="not contact"),
        pytest.param("Contributing to the tension, ferries were late.", id="not contributors"),
        pytest.param("By Monday Baek had left the town.", id="not a byline"),
        pytest.param("May 3 passed without a word from the envoys.", id="not a date"),
        pytest.param("“Nobody came,” he said", id="speech without a stop"),
        pytest.param("No.", id="short sentence"),
    ],
)
def test_body_stays_body(line):
    assert kind_of(line) == ("body", "default")


@pytest.mark.parametrize(
    ("line", "kind", "rule"),
    [
        pytest.param(
            "Ferries in the harbour (Harbour Ledger file)", "caption", "outlets_photo", id="photo"
        ),
        pytest.param(
            "(Harbour Ledger, with a wire service)", "source_credit", "outlets_note", id="note"
        ),
    ],
)
def test_the_name_of_the_outlet_tells(line, kind, rule):
    assert kind_of(line, outlet="Harbour Ledger") == (kind, rule)


def test_what_stands_above_and_below_a_headline():
    text = (
        f"LEDGER · DIGEST · TRADE\n\nFerries Stop as Talks Stall\n\n"
        f"Nobody has left the harbour town since May. Nobody will.\n\nCompiled by Ines Oduya\n\n"
        f"SEAHAVEN, South Albrook\n\n{BODY}\n\n{BODY}"
    )
    found = read_blocks(text, title="Ferries Stop as Talks Stall")
    kinds = [block.kind for block in found]
    assert kinds == ["other", "title", "deck", "byline", "dateline", "body", "body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Ferries wait for a storm in Albrook", "caption"),
        ("Ferries wait for a storm in Albrook town", "caption"),
        ("Ferries wait for the storm in Albrook", "body"),
    ],
    ids=["a caption's beginning", "a longer beginning", "another line"],
)
def test_a_caption_among_captions_is_known_again(line, kind):
    towns = ("Pell", "Seto")
    captions = [f"Ferries wait for a storm in {town} (Seto Images photo)" for town in towns]
    albrook = "Ferries wait for a storm in Albrook town, May 3 (Seto Images photo)"
    blocks = read_blocks("\n".join([BODY, *captions, albrook, line + ".", BODY]))
    assert [block.kind for block in blocks[1:5]] == ["caption", "caption", "caption", kind]


def test_a_caption_is_known_again_without_its_date():
    caption = "Ferries wait for the storm to pass in Seahaven"
    text = f"{caption}, Tuesday. (Harbour Ledger)\n{caption}.\n{BODY}"
    found = [block.kind for block in read_blocks(text, outlet="Harbour Ledger")]
    assert found == ["caption", "caption", "body"]


def test_a_known_title_and_outlet_are_found():
    assert kind_of("Ferries Stop!", title="Ferries stop") == ("title", "given_title")
    assert kind_of("Harbour Ledger", outlet="Harbour Ledger") == ("source_credit", "outlet")


def test_the_top_of_an_article():
    text = (
        f"Ferries Stop as Talks Stall\n\nEnvoys leave the harbour town without a word\n\n"
        f"Ines Oduya\n\nHARBOUR LEDGER\n\n{BODY}\n\nFerries Stop as Talks Stall\n\n{BODY}"
    )
    assert [(b.kind, b.rule) for b in read_blocks(text)] == [
        ("title", "headline"),
        ("deck", "deck"),
        ("byline", "names_above"),
        ("source_credit", "outlet_in_capitals"),
        ("body", "default"),
        ("title", "printed_again"),
        ("body", "default"),
    ]


def test_a_first_sentence_is_no_headline():
    assert read_blocks(f"{BODY}\n{BODY}\n{BODY}")[0].kind == "body"


def test_one_line_is_body_whatever_its_length():
    assert [block.kind for block in read_blocks("Baek said talks failed")] == ["body"]


def test_every_rule_has_its_own_name():
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


def test_paragraphs_are_the_body_without_white_space():
    paragraphs = read_paragraphs(read_blocks(f"\n  {BODY} \n\nADVERTISEMENT\n{BODY}"))
    assert [(p.index, p.text) for p in paragraphs] == [(0, BODY), (1, BODY)]
    assert paragraphs[0].start == 3


def test_a_text_of_nothing_has_no_blocks_and_white_space_has_one():
    assert read_blocks("") == ()
    assert [(b.kind, b.text) for b in read_blocks(" \n")] == [("other", " \n")]


@given(
    st.lists(
        st.one_of(
            st.text(),
            st.sampled_from([BODY, "ADVERTISEMENT", "By Ines Oduya", "SEE ALSO: it", "\r", "\x00"]),
        )
    ),
    st.sampled_from(["\n", "\n\n", "\r\n", " "]),
)
def test_blocks_joined_are_the_text(parts, separator):
    text = separator.join(parts)
    blocks = read_blocks(text)
    assert "".join(block.text for block in blocks) == text
    assert [block.index for block in blocks] == list(range(len(blocks)))
    for paragraph in read_paragraphs(blocks):
        assert text[paragraph.start : paragraph.end] == paragraph.text
