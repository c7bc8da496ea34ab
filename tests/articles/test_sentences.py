import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancekit.articles.sentences import sentence_spans, statement_text


def sentences(text):
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="empty"),
        pytest.param(" \n ", [], id="white space"),
        pytest.param("It rained. It stopped.", ["It rained.", "It stopped."], id="two"),
        pytest.param("Dr. Baek met Gen. Mok.", ["Dr. Baek met Gen. Mok."], id="titles"),
        pytest.param("Colm T. Farraday left.", ["Colm T. Farraday left."], id="initial"),
        pytest.param("The U.S. Senate voted.", ["The U.S. Senate voted."], id="country inside"),
        pytest.param(
            "He left the U.S. The vote failed.",
            ["He left the U.S.", "The vote failed."],
            id="country last",
        ),
        pytest.param("See No. 5 there.", ["See No. 5 there."], id="number"),
        pytest.param(
            "She said no. Then she left.", ["She said no.", "Then she left."], id="the word no"
        ),
        pytest.param(
            '"Why now?" Baek asked. "Why here?"',
            ['"Why now?" Baek asked.', '"Why here?"'],
            id="question with cue",
        ),
        pytest.param(
            '"Why now?" The room fell silent.',
            ['"Why now?"', "The room fell silent."],
            id="question without cue",
        ),
        pytest.param(
            "“It failed.” He shrugged.", ["“It failed.”", "He shrugged."], id="stop inside quotes"
        ),
        pytest.param(
            "It cost 3.5 million. Costs rose.",
            ["It cost 3.5 million.", "Costs rose."],
            id="decimal",
        ),
        pytest.param("one line\n\nanother line", ["one line", "another line"], id="blank line"),
        pytest.param("a wrapped\nline. Next", ["a wrapped\nline.", "Next"], id="single newline"),
        pytest.param(
            "It was “a kind gesture.”Critics pounced.",
            ["It was “a kind gesture.”", "Critics pounced."],
            id="no blank behind the closing mark",
        ),
        pytest.param(
            "He left the port.“When will it end,” he said.",
            ["He left the port.", "“When will it end,” he said."],
            id="no blank before the opening mark",
        ),
        pytest.param(
            '"We can fix it." Oduya said Monday. "Now."',
            ['"We can fix it." Oduya said Monday.', '"Now."'],
            id="a stop before the cue",
        ),
        pytest.param(
            '"We can fix it." Oduya said it had rained.',
            ['"We can fix it."', "Oduya said it had rained."],
            id="a stop before another statement",
        ),
        pytest.param(
            "Wait ... there is more.", ["Wait ... there is more."], id="dots before lower case"
        ),
    ],
)
def test_sentences(text, expected):
    assert sentences(text) == expected


def test_a_part_of_the_text_keeps_its_offsets():
    text = "One. Two. Three."
    assert sentence_spans(text, 5, 9) == [(5, 9)]


@given(st.text(alphabet="aB .!?\"”“'\n\tU.S1é…\x00"))
def test_every_visible_character_lies_in_one_sentence(text):
    seen = [i for start, end in sentence_spans(text) for i in range(start, end)]
    assert len(seen) == len(set(seen))
    assert all(text[i].isspace() for i in set(range(len(text))) - set(seen))


def test_statement_text_keeps_only_sentences_that_carry_a_span():
    text = "It rained. Baek hoped for talks. Oduya did not. It stopped."
    baek, oduya = text.index("Baek"), text.index("Oduya")
    assert (
        statement_text(text, 0, len(text), [(baek, baek + 4), (oduya, oduya + 5)])
        == "Baek hoped for talks. Oduya did not."
    )
    assert statement_text(text, 0, len(text), [(0, 2), (oduya, oduya + 1)]) == (
        "It rained. Oduya did not."
    )


def test_statement_text_without_a_span_is_empty():
    assert statement_text("It rained.", 0, 10, []) == ""
    assert statement_text("It rained. Yes.", 0, 10, [(11, 14)]) == ""
