import pytest

from stancekit.articles.rules.according_to import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "According to Baek, talks failed.",
            ("Baek", "According to", ["talks failed"]),
            id="first",
        ),
        pytest.param(
            "According to Baek, a fellow at O, talks failed.",
            ("Baek", "According to", ["talks failed"]),
            id="described",
        ),
        pytest.param(
            "Talks failed, according to the envoy.",
            ("the envoy", "according to", ["Talks failed"]),
            id="last",
        ),
        pytest.param(
            "Talks, according to Baek, failed.",
            ("Baek", "according to", ["Talks", "failed"]),
            id="in the middle",
        ),
        pytest.param(
            "It rained; talks failed, according to Baek.",
            ("Baek", "according to", ["talks failed"]),
            id="after a semicolon",
        ),
    ],
)
def test_finds(apply, text, expected):
    assert apply(find, text) == [expected]


@pytest.mark.parametrize("text", ["They acted according.", "According to.", "In accord with Baek."])
def test_leaves_alone(apply, text):
    assert apply(find, text) == []
