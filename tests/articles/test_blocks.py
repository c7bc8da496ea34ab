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
        pytest.param(
            "CLOSE The ferries stopped on Friday. Video provided by Seto",
            "caption",
            "video",
            id="under a video",
        ),
        pytest.param("Close talks went on all night.", "body", "default", id="no button"),
        pytest.param(
            "World Ferries Stop As Talks Stall Ferries Stop As Talks Stall Listen \u00b7 3:39 3:39",
            "related_link",
            "player",
            id="a headline with a player",
        ),
        pytest.param(
            "Ferries Stop As Talks Stall Ferries Stop As Talks Stall",
            "related_link",
            "headline_twice",
            id="a headline twice on a line",
        ),
        pytest.param(
            "The ferries must run again, now! \u2014 Ines Oduya (@oduya) May 3, 2031",
            "other",
            "signed_post",
            id="a post signed at its end",
        ),
        pytest.param(
            "Ines Oduya (@oduya) The ferries must run again, now!",
            "other",
            "signed_post",
            id="a post signed at its head",
        ),
        pytest.param(
            "\u2022 This article is based in part on wire service reports.",
            "source_credit",
            "contributors",
            id="wire service reports",
        ),
        pytest.param(
            "The forecast is based in part on old prices.", "body", "default", id="based on prices"
        ),
        pytest.param("ANALYSIS/OPINION:", "other", "label", id="a section's tag"),
        pytest.param(
            'Oduya: "Not sure that I did. Ask the captain"',
            "body",
            "default",
            id="a name and words",
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
        pytest.param("About 5 min to read", "ui", "reading_time", id="reading time"),
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
        pytest.param("Gift this article   Share   Comment 48", "ui", "page_words", id="buttons"),
        pytest.param("Facebook   X   Link copied!", "ui", "page_words", id="networks"),
        pytest.param("Comments (14)", "ui", "page_words", id="number of comments"),
        pytest.param("Share this story", "ui", "page_words", id="one button of several words"),
        pytest.param("Our Standards: the Ledger principles", "ui", "page", id="standards"),
        pytest.param("Subscribe: $1 for six months", "ui", "offer", id="price"),
        pytest.param("Support your harbour. Subscribe today.", "ui", "offer", id="today"),
        pytest.param("Get Ledger headlines in your inbox", "ui", "offer", id="inbox"),
        pytest.param("Become a Harbour Radio supporter", "ui", "offer", id="supporter"),
        pytest.param(
            "Most popular   1. Ferries stop   2. Rain goes on", "ui", "ranking", id="ranking"
        ),
        pytest.param("Heard on Morning Ledger", "other", "programme", id="programme"),
        pytest.param(
            "Ledger transcripts are created on a deadline and may change.",
            "other",
            "transcript_note",
            id="note on the transcript",
        ),
        pytest.param("Keywords: ferries, storms, Seahaven", "other", "keywords", id="keywords"),
        pytest.param(">> The parade in pictures", "related_link", "pointer", id="pointer"),
        pytest.param("TIMELINE - A year of late ferries", "related_link", "link", id="timeline"),
        pytest.param("FACTBOX: What the ferries carry", "related_link", "link", id="factbox"),
        pytest.param("Published 5:12 p.m. CT May 1, 2031", "dateline", "date", id="central time"),
        pytest.param(
            "JUNE 4, 2031 / 11:42 AM / UPDATED 3 HOURS AGO", "dateline", "date", id="hours ago"
        ),
        pytest.param(
            "SEAHAVEN, Oct 8, 2031 (18:20 CET)",
            "dateline",
            "place_and_date",
            id="place, short form",
        ),
        pytest.param(
            "March 25, 2031 | UMI (SEAS) PAGE",
            "dateline",
            "source_and_date",
            id="page of the paper",
        ),
        pytest.param("Envoys shake hands. (Pool)", "caption", "photo_credit", id="pool"),
        pytest.param(
            "Envoys shake hands. (Joint press corps)", "caption", "photo_credit", id="press corps"
        ),
        pytest.param("Envoys shake hands. (Seto)", "caption", "agencys_photo", id="agency"),
        pytest.param("Envoys shake hands. Seto News", "caption", "agencys_photo", id="bare agency"),
        pytest.param("Ines Oduya/Seto Photo", "caption", "agencys_photo", id="credit alone"),
        pytest.param(
            "Envoys shake hands. SETO/File photo", "caption", "photo_credit", id="file photo"
        ),
        pytest.param(
            "Envoys shake hands. Handout via Seto", "caption", "photo_credit", id="handout"
        ),
        pytest.param(
            "Envoys shake hands. (Coast Guard of Albrook via Seto)",
            "caption",
            "photo_credit",
            id="via",
        ),
        pytest.param(
            "Envoys shake hands. Staff photo by Ines Oduya", "caption", "photo_credit", id="staff"
        ),
        pytest.param(
            "Envoys shake hands. PHOTO: LEDGER WIRE", "caption", "photo_credit", id="photo, colon"
        ),
        pytest.param(
            "Envoys shake hands. (Ines Oduya, Harbour Ledger)",
            "caption",
            "photo_credit",
            id="name and outlet",
        ),
        pytest.param(
            "This photo provided by the harbour office shows a ferry.",
            "caption",
            "about_a_photograph",
            id="this photo",
        ),
        pytest.param(
            "By Ines Oduya (oduya@ledger.example)", "byline", "byline", id="byline with address"
        ),
        pytest.param(
            "Ledger writers Ines Oduya in Seahaven and Baek Ro-eun in Harborton, South Albrook, "
            "contributed.",
            "source_credit",
            "reporters",
            id="several contributed",
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
        pytest.param("Support for the plan grew. Many still doubt it.", id="not an offer"),
        pytest.param("Few people subscribe to that view, Baek said.", id="not a subscription"),
        pytest.param("Heard on the quay, the news spread quickly.", id="not a programme"),
        pytest.param("Transcripts are scarce, and envoys like it that way.", id="not a note"),
        pytest.param("Most popular among the envoys was the ferry.", id="not a ranking"),
        pytest.param("Credit rating agencies waited. Credit lines stayed open.", id="not a credit"),
        pytest.param("Follow-up talks may come in May, she said.", id="not a call to follow"),
        pytest.param("“We wait,” Baek said. (Seto)", id="speech above an agency"),
        pytest.param("Ines Oduya covers ferries for the Ledger.", id="about a writer, inside"),
        pytest.param("No comment came from the harbour office.", id="not a button"),
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


def kinds(*lines, **known):
    """Give the kinds of lines that stand above and below two body lines, which are `BODY`."""
    return [block.kind for block in read_blocks("\n\n".join(lines), **known)]


@pytest.mark.parametrize(
    "headline",
    [
        pytest.param("Ferries are back in the harbour. What now?", id="question"),
        pytest.param("The envoys left on Monday. Nobody expects them back.", id="two sentences"),
        pytest.param("Two flags, one quay", id="short"),
        pytest.param("A Ship That Will Not Leave, And The Men On It", id="capitals"),
    ],
)
def test_what_opens_a_head_is_a_headline(headline):
    found = kinds(headline, "By Ines Oduya", "May 3, 2031", BODY, BODY)
    assert found == ["title", "byline", "dateline", "body", "body"]


def test_a_section_stands_above_a_headline_and_a_programme_below():
    head = ("TRADE", "Two flags, one quay", "Ines Oduya", "From Morning Ledger", "May 3, 2031")
    assert kinds(*head, BODY, BODY) == ["other", "title", "byline", "other", "dateline"] + 2 * [
        "body"
    ]


def test_a_deck_may_be_several_sentences_in_a_head():
    deck = "Six boats are back. The envoys are not. Nobody says why."
    assert kinds("Two flags, one quay", deck, "Ines Oduya", "May 3, 2031", BODY, BODY)[1] == "deck"


def test_a_deck_without_a_stop_may_stand_below_a_byline():
    deck = "What the envoys left behind, and what they took"
    assert kinds("Two flags, one quay", "By Ines Oduya", deck, BODY, BODY)[2] == "deck"


def test_staff_below_a_headline_are_a_byline():
    for line in ("Staff writer", "By our harbour correspondent", "Ledger & Quay staff"):
        assert kinds("Two flags, one quay", line, BODY, BODY)[1] == "byline"


def test_a_byline_or_date_below_a_short_article_makes_no_head():
    for last in ("By Ines Oduya (oduya@ledger.example)", "May 3, 2031"):
        assert kinds("Two flags, one quay", BODY, BODY, last)[:3] == ["title", "body", "body"]


def test_a_first_sentence_in_a_head_is_no_headline_where_the_title_is_known():
    assert kinds(BODY, "By Ines Oduya", BODY, BODY, title="Ferries stop")[0] == "deck"
    assert kinds(BODY, BODY, BODY, title="Ferries stop")[0] == "body"


@pytest.mark.parametrize(
    ("question", "answer", "kind"),
    [
        pytest.param("So is that a no?", "“It is,” Baek said.", "body", id="the reporter's own"),
        pytest.param("So is that a no?", BODY, "other", id="a heading"),
        pytest.param(
            "What is a quay, and why does the harbour need it?",
            "“It is,” Baek said.",
            "related_link",
            id="another article's headline",
        ),
    ],
)
def test_a_question_is_told_by_what_follows(question, answer, kind):
    assert kinds(BODY, question, answer, BODY)[1] == kind


def test_one_of_several_questions_is_a_heading_whatever_follows():
    found = kinds(BODY, "Who won?", "“Nobody,” Baek said.", "Who lost?", BODY)
    assert found == ["body", "other", "body", "other", "body"]


def test_below_the_text_short_lines_are_links_and_not_headings():
    long = f"{BODY[:-1]} to the newspapers."
    found = kinds(long, "A slow start", long, "Ferries, in two charts", "What do ferries cost?")
    assert found == ["body", "other", "body", "related_link", "related_link"]


def test_a_writer_is_told_of_above_and_below_the_text():
    line = "Ines Oduya covers ferries for the Ledger. Follow her @oduyaferries"
    assert kinds(BODY, BODY, line)[2] == "contact"


def test_the_outlet_is_known_by_its_first_words():
    assert kind_of("Ferries wait. (Harborline)", outlet="The Harborline Ledger")[0] == "caption"
    assert kind_of("<Harbour Ledger>", outlet="The Harbour Ledger") == ("source_credit", "outlet")
    line = "Harbour Ledger's Ines Oduya said the ferries would stay."
    assert kind_of(line, outlet="Harbour Ledger") == ("body", "default")


@pytest.mark.parametrize(
    "glued", ["SEE ALSO: Ferries stop", "oduya@ledger.example", "Share   Save"]
)
def test_a_line_glued_to_the_text_is_cut_off(glued):
    found = read_blocks(f"{BODY}\n{glued}\n{BODY}\n")
    assert [block.text for block in found] == [f"{BODY}\n", f"{glued}\n", f"{BODY}\n"]
    assert found[1].kind != "body"


def test_an_address_below_an_open_line_is_no_wrapped_text():
    assert len(read_blocks("Letters reach the harbour desk at\nletters@ledger.example")) == 2


@pytest.mark.parametrize("piece", ["A", "Aa ", "Share ", "a. ", "(", "By A ", "1 ", "/A", "? "])
def test_no_line_takes_long(piece):
    text = f"{piece * 20_000}\n{(piece * 99)[:198]}\n{(piece * 60)[:119]}"
    assert "".join(block.text for block in read_blocks(text, outlet="A")) == text


def test_a_first_paragraph_with_place_and_agency_is_no_caption():
    lead = "SEAHAVEN/ALBROOK (Seto) - Envoys met in the harbour town on Monday."
    blocks = read_blocks(f"{lead}\nFILE PHOTO: Envoys wait.\n{BODY}", outlet="Seto")
    assert [block.kind for block in blocks] == ["body", "caption", "body"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("But pilots said the harm to old ferries was small", "body", id="past"),
        pytest.param("Pilots fear great harm to the old ferries", "related_link", id="present"),
    ],
)
def test_a_sentence_without_its_stop_leads_to_a_quotation(line, kind):
    quoted = '"The old boats hardly mattered to us," a pilot said in the harbour on Monday.'
    assert read_blocks(f"{BODY}\n{line}\n{quoted}\n{BODY}")[1].kind == kind
