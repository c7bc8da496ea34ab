import pytest

from stancekit.articles.rules.passive_by import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The plan was criticized by Oduya.", ("Oduya", "was criticized", ["The plan"]), id="by"
        ),
        pytest.param(
            "The plan was dismissed as naive by Oduya.",
            ("Oduya", "was dismissed", ["The plan", "as naive"]),
            id="complement between",
        ),
    ],
)
def test_finds(apply, text, expected):
    assert apply(find, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The plan was criticized.", id="agentless"),
        pytest.param("The plan was not criticized by Oduya.", id="negated"),
        pytest.param("The plan was built by Oduya.", id="no cue"),
        pytest.param("The plan was criticized, and by Monday it was dead.", id="another clause"),
    ],
)
def test_leaves_alone(apply, text):
    assert apply(find, text) == []


def test_what_somebody_is_told_by_others(apply):
    text = "The minister was warned by envoys in the port that the truce was dead."
    assert apply(find, text) == [
        ("envoys in the port", "was warned by", ["that the truce was dead"])
    ]
