import pytest

from stancekit.articles import attribute


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It saw two dozen recent attacks on the port.", id="adjective and noun"),
        pytest.param("The vote may hurt US support for the port.", id="US is no plural"),
        pytest.param("She is expected to face charges in the north.", id="verb and noun"),
        pytest.param("The week saw cordial comments on the truce.", id="noun"),
        pytest.param("Ines Oduya has not yet commented on the truce.", id="not yet"),
        pytest.param("Ines Oduya refused to talk about the truce.", id="refused to talk"),
        pytest.param("Ines Oduya refused to comment.", id="refused to comment"),
        pytest.param("The talks showed how little was left.", id="talks show"),
        pytest.param("The prospect of a vote worries the port.", id="prospect worries"),
        pytest.param("Ines Oduya, asked what the truce would mean, shrugged.", id="asked"),
        pytest.param("Talks between Ines Oduya and Colm Farraday signaled a thaw.", id="between"),
        pytest.param("Ines Oduya pleaded guilty to piracy.", id="pleaded guilty"),
        pytest.param("Ines Oduya is expected to say that the truce is dead.", id="expected"),
        pytest.param("There was fear in the port, which showed.", id="there"),
        pytest.param("The decision of the port to leave says little.", id="decision says"),
        pytest.param("Ines Oduya's decision to leave hurt the port.", id="decision is a deed"),
        pytest.param("It hurt her support for the port.", id="support is a deed"),
    ],
)
def test_no_cue(text):
    assert attribute(text) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        pytest.param("The truce is dead, Ines Oduya reports.", "reports", id="reports"),
        pytest.param('Ines Oduya continues, "It is dead for good."', "continues", id="continues"),
        pytest.param('Ines Oduya replies: "It is dead for good."', "replies", id="replies"),
        pytest.param(
            'Ines Oduya texts Farraday: "It is dead for good."', "texts", id="texts somebody"
        ),
        pytest.param("Ines Oduya is ill and insists the truce is dead.", "insists", id="joined"),
        pytest.param(
            "Ines Oduya, who earlier this year warned the truce would fail, left.",
            "warned",
            id="who earlier this year",
        ),
        pytest.param("But, Ines Oduya added, the truce is dead.", "added", id="but, she added"),
        pytest.param("Ines Oduya flagged that the truce was dead.", "flagged", id="flagged"),
        pytest.param("Ines Oduya framed the truce as a trap.", "framed", id="framed as"),
        pytest.param(
            "Ines Oduya's comments that the truce is dead hurt.", "comments", id="plural noun"
        ),
        pytest.param("Ines Oduya this week warned of a war.", "warned of", id="this week"),
        pytest.param("Ines Oduya refused to leave the port.", "refused", id="refused to act"),
    ],
)
def test_cue(text, cue):
    (found,) = attribute(text)
    assert found.speaker.name == "Ines Oduya"
    assert [text[start:end] for start, end in found.cue] == [cue]


def test_some_speak_in_the_past():
    (found,) = attribute("Some speculated that the fleet might leave.")
    assert found.speaker.naming == "unnamed_group"


def test_an_inquiry_is_a_document():
    (found,) = attribute("An inquiry found that the fleet had left.")
    assert found.speaker.naming == "document"


def test_what_is_cited_does_not_speak():
    (found,) = attribute("Ines Oduya cited the port's negotiation of the truce.")
    assert found.speaker.name == "Ines Oduya"


def test_who_does_not_mean_a_thing():
    (found,) = attribute("It led to an increase from the port, who said that it was dead.")
    assert found.speaker.name is None


def test_a_conjunction_alone_is_not_said():
    (found,) = attribute("But, Ines Oduya added, the truce is dead.")
    assert found.text == "the truce is dead"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param('"It holds," Nora Pell said by phone.', "Nora Pell", id="by phone"),
        pytest.param("It was said by officials.", None, id="by an agent"),
    ],
)
def test_channel_is_no_agent(text, speaker):
    assert [one.speaker.name for one in attribute(text)] == ([speaker] if speaker else [])
