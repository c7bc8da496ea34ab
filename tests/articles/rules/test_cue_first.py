import pytest

from stancekit.articles.rules.cue_first import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Baek said that talks failed.", [("Baek", "said", ["that talks failed"])], id="that"
        ),
        pytest.param(
            "Baek said talks failed.", [("Baek", "said", ["talks failed"])], id="without that"
        ),
        pytest.param(
            "Baek said on Monday in an interview that talks failed.",
            [("Baek", "said", ["that talks failed"])],
            id="times and places",
        ),
        pytest.param(
            "Baek told reporters that talks failed.",
            [("Baek", "told", ["that talks failed"])],
            id="recipient",
        ),
        pytest.param(
            "Oduya called for restraint.",
            [("Oduya", "called for", ["restraint"])],
            id="preposition",
        ),
        pytest.param(
            "Oduya criticized the plan, saying it came late.",
            [("Oduya", "criticized", ["the plan"]), ("Oduya", "saying", ["it came late"])],
            id="participle with its subject",
        ),
        pytest.param(
            "Baek hoped for talks, but Oduya said they were dead.",
            [("Baek", "hoped for", ["talks"]), ("Oduya", "said", ["they were dead"])],
            id="two clauses",
        ),
        pytest.param(
            "While analysts warn of war, Shin said talks would come.",
            [("analysts", "warn of", ["war"]), ("Shin", "said", ["talks would come"])],
            id="subordinate clause first",
        ),
        pytest.param(
            "Baek said Oduya thinks talks failed.",
            [("Baek", "said", ["Oduya thinks talks failed"])],
            id="outermost only",
        ),
        pytest.param(
            'Baek said it was "a fine piece of work."',
            [("Baek", "said", ['it was "a fine piece of work."'])],
            id="mixed",
        ),
        pytest.param(
            "Farraday, who believes talks failed, left.",
            [("who", "believes", ["talks failed"])],
            id="relative clause",
        ),
        pytest.param(
            "Oduya vowed on Monday to restart the mill.",
            [("Oduya", "vowed", ["to restart the mill"])],
            id="infinitive behind a time",
        ),
        pytest.param(
            "Oduya pledged in a letter to reporters that the mill would open.",
            [("Oduya", "pledged", ["that the mill would open"])],
            id="no infinitive",
        ),
        pytest.param(
            "Oduya told her aides to find a way out.",
            [("Oduya", "told", ["to find a way out"])],
            id="infinitive behind a recipient",
        ),
    ],
)
def test_finds(apply, text, expected):
    assert apply(find, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Baek declined to say why.", id="withheld"),
        pytest.param("Baek did not say why.", id="negated"),
        pytest.param("The talks are expected to fail.", id="agentless passive"),
        pytest.param("He found himself alone.", id="reflexive"),
        pytest.param("The report came late.", id="noun"),
        pytest.param('"It failed," Baek said.', id="content before"),
    ],
)
def test_leaves_alone(apply, text):
    assert apply(find, text) == []
