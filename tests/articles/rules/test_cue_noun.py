import pytest

from stancekit.articles.rules.cue_noun import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Oduya's claim that talks failed is wrong.",
            ("Oduya", "claim", ["that talks failed"]),
            id="that",
        ),
        pytest.param(
            "The council backed her call for restraint.", ("her", "call", ["restraint"]), id="for"
        ),
        pytest.param(
            "The premier's harsh criticism of the deal came late.",
            ("The premier", "criticism", ["the deal"]),
            id="adjective between",
        ),
        pytest.param(
            "Oduya's hope for a summit, angrily calling off the talks, has faded.",
            ("Oduya", "hope", ["a summit"]),
            id="a participle behind an adverb",
        ),
        pytest.param(
            "The minister's vow to raise the toll has hurt the port.",
            ("The minister", "vow", ["to raise the toll"]),
            id="up to the main verb",
        ),
    ],
)
def test_finds(apply, text, expected):
    assert apply(find, text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The claim that talks failed is wrong.", id="nobody owns it"),
        pytest.param("Oduya's car that failed is old.", id="a noun that says nothing"),
        pytest.param("Oduya's claim was wrong.", id="no content"),
    ],
)
def test_leaves_alone(apply, text):
    assert apply(find, text) == []
