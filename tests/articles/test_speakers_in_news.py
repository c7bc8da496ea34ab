"""Names that newspapers print beside words of the calendar, of places and of trades."""

from itertools import pairwise

import pytest

from stancekit.articles import attribute, statements


def speakers(text):
    return [a.speaker.name for a in attribute(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("LONDON \u2014 Ines Oduya said talks failed.", ["Ines Oduya"], id="dateline"),
        pytest.param("LONDON said talks failed.", [None], id="capitals alone"),
        pytest.param('"Talks failed," said Tuesday.', [], id="day behind the verb"),
        pytest.param("Friday said talks failed.", [None], id="day"),
        pytest.param("October said talks failed.", [None], id="month that is no name"),
        pytest.param(
            "Colm Farraday, an envoy, said Tuesday that talks failed.",
            ["Colm Farraday"],
            id="day between",
        ),
        pytest.param(
            "The Harbour Council on Friday said talks failed.", ["Harbour Council"], id="on a day"
        ),
        pytest.param('Ms June said: "Not yet."', ["June"], id="courtesy"),
        pytest.param(
            "Prime Minister Nora May left.\n\nMay said talks failed.", ["Nora May"], id="surname"
        ),
        pytest.param("Will Oduya said talks failed.", ["Will Oduya"], id="modal"),
        pytest.param("Unlike Farraday, the envoy said talks failed.", [None], id="preposition"),
        pytest.param("Last Friday Farraday said talks failed.", ["Farraday"], id="adjective"),
        pytest.param("Tory Nora Pell said talks failed.", ["Nora Pell"], id="party"),
        pytest.param("Fellow Tory Nora Pell said talks failed.", ["Nora Pell"], id="two words"),
        pytest.param("Economist Nora Pell said talks failed.", ["Nora Pell"], id="trade"),
        pytest.param("President-elect Nora Pell said talks failed.", ["Nora Pell"], id="elect"),
        pytest.param("Benjamin Dean said talks failed.", ["Benjamin Dean"], id="trade as surname"),
        pytest.param("Former Ohio Republican said talks failed.", [None], id="party alone"),
        pytest.param("Many Japanese said talks failed.", [None], id="nationality"),
        pytest.param(
            "The Finance Ministry said talks failed.", ["Finance Ministry"], id="not a surname"
        ),
    ],
)
def test_who_is_named(text, names):
    assert speakers(text) == names


def test_a_trade_before_a_name_gives_the_role():
    speaker = attribute("Historian Nora Pell said talks failed.")[0].speaker
    assert (speaker.name, speaker.role) == ("Nora Pell", "expert")


def test_a_title_does_not_reach_over_another_clause():
    found = attribute("Reporter Colm Farraday said Mrs Pell had left. Mrs Pell said talks failed.")
    assert (found[-1].speaker.name, found[-1].speaker.role) == ("Pell", "unknown")


@pytest.mark.parametrize(
    "text",
    [
        'Asked whether she would stay, Nora Pell laughed. "Maybe," she said.',
        'When pressed on the talks, Nora Pell laughed. "Maybe," she said.',
        'Speaking as the talks were failing, Nora Pell laughed. "Maybe," she said.',
    ],
    ids=["asked", "when pressed", "speaking"],
)
def test_a_participial_clause_is_no_content(text):
    assert [(a.speaker.name, a.text) for a in attribute(text)] == [("Nora Pell", '"Maybe,"')]


def test_a_form_in_ing_may_be_what_is_said():
    found = attribute("Waiting for them is useless, Nora Pell said.")
    assert [a.text for a in found] == ["Waiting for them is useless"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            '"They need time," said Nora Pell, urging those who fear a vote to "give it a year."',
            'those who fear a vote to "give it a year."',
            id="participle",
        ),
        pytest.param(
            '"They need time," said Nora Pell, who told the council that the plan had "failed."',
            'that the plan had "failed."',
            id="relative clause",
        ),
    ],
)
def test_what_stands_behind_another_cue_is_that_cues_content(text, told):
    (statement,) = statements(text)
    assert [a.text for a in statement.attributions] == ['"They need time,"', told]
    spans = [span for a in statement.attributions for span in a.content]
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
