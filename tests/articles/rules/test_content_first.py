import pytest

from stancekit.articles import attribute
from stancekit.articles.rules.content_first import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            '"It failed," Baek said.',
            ("Baek", "said", ['"It failed,"']),
            id="quotation, subject, cue",
        ),
        pytest.param(
            '"It failed," said Baek.',
            ("Baek", "said", ['"It failed,"']),
            id="quotation, cue, subject",
        ),
        pytest.param(
            "“It failed,” said Baek, a fellow at O, “and badly.”",
            ("Baek", "said", ["“It failed,”", "“and badly.”"]),
            id="two parts",
        ),
        pytest.param(
            "The talks failed, Oduya said on Monday.",
            ("Oduya", "said", ["The talks failed"]),
            id="indirect",
        ),
        pytest.param(
            "The talks failed, as Oduya put it.",
            ("Oduya", "put it", ["The talks failed"]),
            id="as somebody put it",
        ),
        pytest.param(
            "As Oduya put it, the talks failed.",
            ("Oduya", "put it", ["the talks failed"]),
            id="as somebody put it, first",
        ),
        pytest.param(
            "If the ferry sails, Oduya said, the talks resume.",
            ("Oduya", "said", ["If the ferry sails", "the talks resume"]),
            id="condition",
        ),
        pytest.param(
            "The talks failed, Oduya said; the ferry sailed.",
            ("Oduya", "said", ["The talks failed"]),
            id="before a semicolon",
        ),
        pytest.param(
            "Colm Farraday reads it well: the ferry sails, he said.",
            ("he", "said", ["the ferry sails"]),
            id="behind the narrator's clause",
        ),
        pytest.param(
            "The talks, Oduya said, are dead.",
            ("Oduya", "said", ["The talks", "are dead"]),
            id="in the middle",
        ),
        pytest.param(
            '"It failed," he told the Harbour Ledger.', ("he", "told", ['"It failed,"']), id="told"
        ),
        pytest.param(
            "It would end iron and coal sales, which feed the state, said Ines Oduya, a fellow.",
            (
                "Ines Oduya",
                "said",
                ["It would end iron and coal sales, which feed the state"],
            ),
            id="indirect, with a relative clause",
        ),
    ],
)
def test_finds(apply, text, expected):
    assert apply(find, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("On Monday, Oduya said talks failed.", id="time before"),
        pytest.param("Baek said talks failed.", id="content behind"),
        pytest.param(
            "Noh Taek-jin, an analyst, emailed supporters.", id="apposition before the verb"
        ),
        pytest.param('The "grand bargain" Baek said he wanted failed.', id="scare quotes before"),
        pytest.param("The talks failed, and nobody came.", id="no cue"),
    ],
)
def test_leaves_alone(apply, text):
    assert apply(find, text) == []


def test_an_adverb_opens_what_goes_on_behind_the_cue():
    found = attribute("Ines Oduya spoke first. Instead of waiting, Oduya argued, they should act.")
    assert [a.text for a in found] == ["Instead of waiting they should act"]
