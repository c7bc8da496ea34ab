import pytest

from stancekit.articles import attribute
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
        pytest.param(
            "In the view of Baek, talks failed.",
            ("Baek", "In the view of", ["talks failed"]),
            id="in the view of",
        ),
        pytest.param(
            "In her opinion talks failed.",
            ("her", "In her opinion", ["talks failed"]),
            id="in her opinion",
        ),
        pytest.param(
            "The winter, by Baek's reckoning, will be mild.",
            ("Baek", "by Baek's reckoning", ["The winter", "will be mild"]),
            id="by somebody's reckoning",
        ),
        pytest.param(
            "To Ines Oduya, talks have failed.",
            ("Ines Oduya", "To", ["talks have failed"]),
            id="to",
        ),
    ],
)
def test_finds(apply, text, expected):
    assert apply(find, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "They acted according.",
        "According to.",
        "In accord with Baek.",
        "To Seahaven it was news.",
        "She had him in view of the harbour.",
        "It fell in the eyes.",
        "In her reading",
    ],
)
def test_leaves_alone(apply, text):
    assert apply(find, text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Ines Oduya, an analyst, said no.", ["Ines Oduya"] * 2, id="who spoke"),
        pytest.param("Ines Oduya, an envoy, said no.", ["Ines Oduya"], id="whom it befalls"),
        pytest.param("Ines Oduya, an analyst, came.", [], id="who did not speak"),
    ],
)
def test_a_short_name_behind_for_is_a_known_experts(text, names):
    for opening in ("To", "For"):
        found = attribute(f"{text}\n\n{opening} Oduya, it was news.")
        assert [a.speaker.name for a in found] == names


def test_a_place_behind_to_gives_no_views():
    assert attribute("Ines Oduya, an analyst, came.\n\nTo Seahaven, it was news.") == []
