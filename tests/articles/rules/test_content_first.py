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
        pytest.param(
            '"It failed," Oduya said in a talk at the port that was aired on Delta Radio.',
            ("Oduya", "said", ['"It failed,"']),
            id="a quotation, whatever stands behind the cue",
        ),
        pytest.param(
            "Though it was slow, Oduya said, replacing it would be worse.",
            ("Oduya", "said", ["Though it was slow", "replacing it would be worse"]),
            id="main clause behind a subordinate one",
        ),
        pytest.param(
            "The mill was sound, Oduya said, until it burned in May.",
            ("Oduya", "said", ["The mill was sound", "until it burned in May"]),
            id="until",
        ),
        pytest.param(
            "The gap, Oduya told us on Friday, is that nobody pays.",
            ("Oduya", "told", ["The gap", "is that nobody pays"]),
            id="a day and a comma",
        ),
        pytest.param(
            '"Why wait?" Oduya asked in a March Delta Radio interview.',
            ("Oduya", "asked", ['"Why wait?"']),
            id="a question, and where it was asked",
        ),
        pytest.param(
            '"It failed," Oduya wrote in a letter that was leaked. "We are done with the matter."',
            ("Oduya", "wrote", ['"It failed,"', '"We are done with the matter."']),
            id="goes on behind a relative clause",
        ),
        pytest.param(
            '"It failed," Oduya said at a meeting in the Selwyn capital, Harborton.',
            ("Oduya", "said", ['"It failed,"']),
            id="a place behind a comma",
        ),
        pytest.param(
            "The pact is dead, said Oduya, one of the few envoys to have read it.",
            ("Oduya", "said", ["The pact is dead"]),
            id="a description with one of",
        ),
        pytest.param(
            'Farraday warned that it would end: "After May," he wrote, "it will be over."',
            ("he", "wrote", ['"After May,"', '"it will be over."']),
            id="behind a colon and another cue",
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
        pytest.param('A few hours later, she added, "It is over."', id="a time in front"),
        pytest.param('In a nod to the crew, Oduya added, "It is over."', id="a phrase in front"),
        pytest.param('Asked her view by a Delta reporter, she replied, "No."', id="asked her view"),
        pytest.param(
            "The Harbour Board, a watchdog, confirmed Oduya passed the test.", id="passed"
        ),
        pytest.param("Two envoys — Baek and Oduya — said they left early.", id="they left"),
        pytest.param(
            'Oduya told Delta Radio that the pact was "over," he said.', id="the first cue has it"
        ),
    ],
)
def test_leaves_alone(apply, text):
    assert apply(find, text) == []


def test_an_adverb_opens_what_goes_on_behind_the_cue():
    found = attribute("Ines Oduya spoke first. Instead of waiting, Oduya argued, they should act.")
    assert [a.text for a in found] == ["Instead of waiting they should act"]
