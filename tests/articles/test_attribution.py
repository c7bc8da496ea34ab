import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancekit.articles import attribute, read_article


def spoken(text):
    """Give (speaker, mode, content) of each attribution."""
    return [(a.speaker.name, a.mode, a.text) for a in attribute(text)]


def speakers(text):
    return [a.speaker.name for a in attribute(text)]


INTRODUCTION = "Baek Ro-eun, a fellow at the Hangang Forum, said talks would come.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            '"Talks failed," said Baek Ro-eun.',
            [("Baek Ro-eun", "direct", '"Talks failed,"')],
            id="direct",
        ),
        pytest.param(
            'Baek Ro-eun said it was "a slow death."',
            [("Baek Ro-eun", "mixed", 'it was "a slow death."')],
            id="mixed",
        ),
        pytest.param(
            "Baek Ro-eun said talks failed.",
            [("Baek Ro-eun", "indirect", "talks failed")],
            id="indirect",
        ),
        pytest.param(
            "Talks failed, according to Baek Ro-eun.",
            [("Baek Ro-eun", "according_to", "Talks failed")],
            id="according to",
        ),
        pytest.param(
            '"It failed," Baek Ro-eun said. "It had to."',
            [("Baek Ro-eun", "direct", '"It failed," "It had to."')],
            id="goes on after the cue",
        ),
        pytest.param(
            '"Why now?" Baek Ro-eun asked.',
            [("Baek Ro-eun", "direct", '"Why now?"')],
            id="question",
        ),
    ],
)
def test_modes(text, expected):
    assert spoken(text) == expected


@pytest.mark.parametrize(
    ("follow_up", "name"),
    [
        pytest.param("Baek said little had changed.", "Baek Ro-eun", id="short name"),
        pytest.param("Ms. Baek said little had changed.", "Baek Ro-eun", id="courtesy"),
        pytest.param("She said little had changed.", "Baek Ro-eun", id="pronoun"),
        pytest.param("The fellow said little had changed.", "Baek Ro-eun", id="noun"),
        pytest.param("Colm Farraday said little had changed.", "Colm Farraday", id="somebody else"),
        pytest.param("The minister said little had changed.", None, id="another noun"),
    ],
)
def test_follow_ups(follow_up, name):
    assert speakers(INTRODUCTION + follow_up) == ["Baek Ro-eun", name]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("She said talks failed.", id="nobody before"),
        pytest.param(
            f"{INTRODUCTION}Ferries stopped.\n\nFish was dear.\n\nShe said no.", id="too far"
        ),
        pytest.param(
            f"{INTRODUCTION}Ines Oduya met Colm Farraday. She said no.", id="two named since"
        ),
        pytest.param("Mr. Farraday said no.\n\nShe said talks failed.", id="wrong gender"),
    ],
)
def test_a_pronoun_that_could_be_anybody_is_nobody(text):
    assert speakers(text)[-1] is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param(
            '"It sails," said Omar bin Harbi, a pilot.', ["Omar bin Harbi"], id="particle"
        ),
        pytest.param(
            "Ines al-Harbi, a fellow, doubts that it sails. It leaks, al-Harbi said.",
            ["Ines al-Harbi", "Ines al-Harbi"],
            id="joined particle, present tense behind a description",
        ),
        pytest.param("Do Hae-rin said it sails.", ["Do Hae-rin"], id="a name like a verb"),
        pytest.param(
            'Ines Oduya said it leaks.\n\nAsked about the ferry, she smiled. "It sails."',
            ["Ines Oduya", "Ines Oduya"],
            id="a participle opens the introduction",
        ),
        pytest.param(
            "Sogo Ren of Albrook University is patient. It sails, the professor said.",
            ["Sogo Ren"],
            id="a noun for the only person",
        ),
        pytest.param(
            "Sogo Ren left. It sails, Sogo said.", ["Sogo Ren"], id="family name first, not listed"
        ),
        pytest.param(
            "Colm Farraday said it sails. Ines Oduya is patient. It leaks, she said.",
            ["Colm Farraday", "Ines Oduya"],
            id="who opened the sentence since",
        ),
    ],
)
def test_names_and_who_is_meant(text, names):
    assert speakers(text) == names


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("What the notes said was soon forgotten.", id="what was said stands nowhere"),
        pytest.param("Ines Oduya declined to comment on the ferry.", id="withheld"),
        pytest.param("An envoy, who asked not to be named, left the town.", id="asks for silence"),
    ],
)
def test_nothing_is_said(text):
    assert attribute(text) == []


def test_an_expert_makes_a_colleague_one():
    text = (
        "Ines Oduya, a fellow, said it sails.\n\n"
        "Colm Farraday, her younger colleague, said it leaks."
    )
    assert [a.speaker.role for a in attribute(text)] == ["expert", "expert"]


def test_an_unresolved_speaker_keeps_its_source():
    last = attribute("She said talks failed.")[-1]
    assert (last.speaker.naming, last.source) == ("unnamed_individual", ((0, 3),))
    assert last.confidence < 0.5


@pytest.mark.parametrize(
    ("text", "role", "naming", "affiliation"),
    [
        pytest.param("Analysts say talks failed.", "expert", "unnamed_group", None, id="analysts"),
        pytest.param(
            "A senior official said talks failed.",
            "official",
            "unnamed_individual",
            None,
            id="official",
        ),
        pytest.param(
            "A spokesman for the Seto Company said talks failed.",
            "spokesperson",
            "unnamed_individual",
            "Seto Company",
            id="spokesman",
        ),
        pytest.param(
            "The report says talks failed.", "institution", "document", None, id="document"
        ),
        pytest.param(
            "The Foreign Ministry said talks failed.", "official", "named", None, id="ministry"
        ),
        pytest.param(
            "The Harbour Times reported talks failed.", "media", "named", None, id="medium"
        ),
        pytest.param("Critics say talks failed.", "unknown", "unnamed_group", None, id="critics"),
        pytest.param(
            "Residents fear that talks failed.", "public", "unnamed_group", None, id="public"
        ),
        pytest.param(
            "Senator Colm Farraday said talks failed.",
            "politician",
            "named",
            "Senate",
            id="politician",
        ),
        pytest.param(
            "Colm Farraday said talks failed.", "unknown", "named", None, id="nothing shown"
        ),
    ],
)
def test_roles(text, role, naming, affiliation):
    speaker = attribute(text)[0].speaker
    assert (speaker.role, speaker.naming, speaker.affiliation) == (role, naming, affiliation)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The move suggests that talks failed.", id="a thing that suggests"),
        pytest.param("Talks are expected to fail.", id="agentless"),
        pytest.param('The so-called "grand bargain" is dead.', id="scare quotes"),
        pytest.param("I think talks failed.", id="the author"),
        pytest.param("Baek Ro-eun declined to say why.", id="withheld"),
        pytest.param("Ferries stopped on Monday.", id="no cue"),
    ],
)
def test_the_author_is_no_speaker(text):
    assert attribute(text) == []


def test_a_medium_that_cites_officials_relays_them():
    text = "The Harbour Times, citing senior officials, reported that talks failed."
    assert [a.speaker.role for a in attribute(text)] == ["official"]


def test_a_medium_that_cites_in_a_clause_relays_too():
    text = "According to the agency, which cited a ministry official, the envoy left."
    assert [(a.speaker.role, a.text) for a in attribute(text)] == [("official", "the envoy left")]


def test_a_dateline_before_a_described_subject():
    text = "SEAHAVEN — A senior official, speaking on Monday, said the talks were dead."
    assert [(a.speaker.role, a.text) for a in attribute(text)] == [
        ("official", "the talks were dead")
    ]


def test_joined_names_are_two_speakers_of_one_content():
    text = "Baek Ro-eun and Colm Farraday said talks failed."
    assert spoken(text) == [
        ("Baek Ro-eun", "indirect", "talks failed"),
        ("Colm Farraday", "indirect", "talks failed"),
    ]


@pytest.mark.parametrize(
    ("quotation", "rule"),
    [
        pytest.param(
            ['"It failed," Baek Ro-eun said.', '"It had to."'], "orphan_quotation", id="closed"
        ),
        pytest.param(
            ['Baek Ro-eun said: "It failed.', '"It had to."'], "continued_quotation", id="left open"
        ),
    ],
)
def test_a_quotation_alone_goes_on_with_the_last_speaker(quotation, rule):
    last = attribute("\n\n".join(quotation))[-1]
    assert (last.speaker.name, last.mode, last.rule) == ("Baek Ro-eun", "continuation", rule)
    assert last.paragraph == 1


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param('Ms. Oduya offered her view. "It failed."', ["Oduya"], id="a name"),
        pytest.param('The room fell silent. "It failed."', [], id="a thing"),
    ],
)
def test_a_sentence_may_introduce_a_quotation(text, names):
    assert speakers(text) == names


def test_an_author_paragraph_ends_the_last_speaker():
    assert len(attribute('"It failed," Baek Ro-eun said.\n\nIt rained.\n\n"It had to."')) == 1


def test_what_is_told_later_of_a_speaker_holds_for_the_whole_statement():
    found = attribute("Colm Farraday said no. It leaks, the retired colonel said. He said more.")
    assert [(a.statement, a.speaker.role) for a in found] == [(0, "expert")] * 3


def test_one_speaker_in_one_paragraph_is_one_statement():
    text = "Baek Ro-eun said no. She called for talks. Colm Farraday said yes.\n\nBaek said more."
    assert [a.statement for a in attribute(text)] == [0, 0, 1, 2]


@pytest.mark.parametrize("newline", ["\n\n", "\r\n\r\n", "\n"], ids=["LF", "CRLF", "single"])
def test_line_ends_change_no_speaker(newline):
    lines = ['"It failed," Baek Ro-eun said on Monday.', "She expects no more talks."]
    assert speakers(newline.join(lines)) == ["Baek Ro-eun", "Baek Ro-eun"]


@pytest.mark.parametrize("mark", ["\ufeff", "\x00", "\ud800"], ids=["BOM", "NUL", "surrogate"])
def test_odd_characters_keep_offsets_right(mark):
    text = f"{mark}It rained.\n\nBaek Ro-eun said talks failed{mark}."
    (found,) = attribute(text)
    assert text[found.source[0][0] : found.source[0][1]] == "Baek Ro-eun"


PIECES = st.sampled_from(
    re.split(
        r"\|",
        "Baek|Ro-eun| said |that| |, |. |\"|“|”|'|\n|\n\n|she|The| according to |who|(|)|:|—"
        "| citing |Mr. |analysts| and |\r\n|é| of |Forum|'s |told| calling for |not|45|;|\x00",
    )
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join)))
def test_any_text_is_read_and_every_span_lies_in_it(text):
    article = read_article(text + "\n")
    for found in attribute(article):
        paragraph = article.paragraphs[found.paragraph]
        assert found.content
        for start, end in (*found.source, *found.cue, *found.content):
            assert paragraph.start <= start < end <= paragraph.end
        assert found.text == " ".join(article.text[a:b] for a, b in found.content)
        assert 0 <= found.confidence <= 1


@pytest.mark.parametrize(
    "piece",
    ["a", "Baek ", "Baek said ", '"', "said, ", "(", "Baek, ", "she said it. ", ". ", "\n", "'a "],
)
def test_long_repetitions_are_read(piece):
    attribute(piece * 4000)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param("The talks are over, say analysts.", "analysts", id="say behind"),
        pytest.param(
            "The port grows, some former officials and analysts fear.",
            "some former officials and analysts",
            id="present at the end",
        ),
        pytest.param(
            "Observers of the peninsula expect talks.", "Observers of the peninsula", id="head"
        ),
        pytest.param(
            "Despite a letter warning that no deal will hold, many analysts believe in talks.",
            "many analysts",
            id="main clause behind an introduction",
        ),
        pytest.param(
            "He began by offering a deal, which policy experts argue could fail.",
            "policy experts",
            id="which",
        ),
        pytest.param("It is a step that many experts say will fail.", "many experts", id="that"),
        pytest.param(
            "Ferry watchers are worried the port may close.", "Ferry watchers", id="no that"
        ),
        pytest.param(
            "A former envoy who asked not to be named doubts the plan.",
            "A former envoy who asked not to be named",
            id="relative clause",
        ),
        pytest.param(
            "Researchers with a group released images that they said show a port.",
            "they",
            id="they",
        ),
    ],
)
def test_groups_of_experts_speak(text, source):
    found = [a for a in attribute(text) if a.speaker.role == "expert"]
    assert [text[slice(*a.source[0])] for a in found] == [source]
    assert found[0].speaker.name is None


def test_a_list_of_verbs_is_no_inverted_cue():
    assert attribute("They come, see places, say little things.") == []


def test_a_report_by_a_think_tank_is_an_experts_document():
    (found,) = attribute("Talks will fail, according to a report by the Hangang Forum.")
    assert (found.speaker.role, found.speaker.naming) == ("expert", "document")


def test_a_ministrys_statement_is_an_officials_document():
    (found,) = attribute("Talks will fail, according to a defence ministry statement.")
    assert (found.speaker.role, found.speaker.naming) == ("official", "document")


def test_a_pronoun_may_mean_somebody_unnamed():
    first, second = attribute('A former envoy said it was dead. "It is over," he said.')
    assert first.speaker == second.speaker
    assert first.statement == second.statement


def test_a_pronoun_means_nobody_where_a_name_stands_between():
    found = attribute("A former envoy said it was dead. Colm Farraday left. He said it was over.")
    assert found[-1].speaker.role != "expert"


def test_a_colleague_of_an_expert_is_one():
    text = (
        "Ines Oduya, a fellow at the Hangang Forum, said no.\n\n"
        "Her colleague Colm Farraday is sure. Talks will fail, he said."
    )
    found = attribute(text)[-1].speaker
    assert (found.name, found.role) == ("Colm Farraday", "expert")


@pytest.mark.parametrize(
    ("text", "n"),
    [
        ("Nora Pell, who wrote the ferry rules, left.", 0),
        ("Nora Pell, who wrote a column attacking the rules, left.", 1),
        ("A pilot, who requested anonymity because of his post, left.", 0),
    ],
    ids=["a career", "an opinion", "anonymity"],
)
def test_what_a_relative_clause_tells_of_a_speaker(text, n):
    assert len(attribute(text)) == n


def test_a_small_word_inside_a_name_belongs_to_it():
    (found,) = attribute("Dang Thi My Vy of the Hangang Forum said talks failed.")
    assert (found.speaker.name, found.speaker.role) == ("Dang Thi My Vy", "expert")


def test_the_affiliation_of_a_group_keeps_its_capitals():
    (found,) = attribute("White House officials said talks failed.")
    assert found.speaker.affiliation == "White House"


@pytest.mark.parametrize("text", [", Oduya, Harborton, says stopping", "In her reading"])
def test_a_sentence_that_was_cut_is_read(text):
    attribute(text)
