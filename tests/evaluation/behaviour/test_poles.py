import pytest

from stancekit.codebook import Codebook
from stancekit.errors import ConfigError
from stancekit.evaluation.behaviour import map_poles, read_poles

from .conftest import codebook_of


def test_the_bundled_axes_are_known():
    found = map_poles(codebook_of())
    assert {axis: poles.concern for axis, poles in found.items()} == {
        "posture": "posture",
        "outlook": "outlook",
        "sentiment": "sentiment",
    }
    assert found["posture"].of("negative") == ("hawkish",)
    assert found["sentiment"].silent == ("neutral",)


def test_an_axis_of_that_name_with_other_labels_is_not_taken_for_it():
    assert map_poles(codebook_of({"posture": {"firm": 1, "soft": -1}})) == {}


def test_poles_follow_from_positions_and_several_labels_share_one():
    book = codebook_of({"means": {"dove": 2, "dovish": 1, "even": 0, "hawk": -2, "none": None}})
    found = map_poles(book, {"means": {"concern": "posture"}})["means"]
    assert found.of("positive") == ("dove", "dovish")
    assert found.of("both", "absent") == ("even", "none")


def test_where_nothing_is_absent_what_stands_between_is_silent():
    book = codebook_of({"means": {"dove": 1, "even": 0, "hawk": -1}})
    assert map_poles(book, {"means": {"concern": "posture"}})["means"].silent == ("even",)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"posturr": {"concern": "posture"}}, "did you mean 'posture'"),
        ({"posture": {"concern": "mood"}}, "posture.concern: found 'mood'"),
        ({"posture": {"concern": "posture", "poles": {"hawk": "negative"}}}, "the label 'hawk'"),
        (
            {"posture": {"concern": "posture", "poles": {"hawkish": "negative"}}},
            "at least one positive and one negative",
        ),
        ({"posture": {"concern": "posture", "poles": {"hawkish": "bad"}}}, "found 'bad'"),
        ({"posture": "posture"}, "Give concern: posture"),
    ],
)
def test_a_map_that_cannot_be_used_is_told(given, words):
    with pytest.raises(ConfigError, match=words):
        map_poles(codebook_of(), given)


def test_labels_without_positions_need_their_poles():
    book = Codebook.from_labels({"means": ["dove", "hawk"]}, name="mine")
    with pytest.raises(ConfigError, match="Name them under poles"):
        map_poles(book, {"means": {"concern": "posture"}})


def test_the_file_is_yaml(tmp_path):
    path = tmp_path / "poles.yaml"
    path.write_text("means:\n  concern: posture\n  poles: {dove: positive, hawk: negative}\n")
    book = Codebook.from_labels({"means": ["dove", "hawk"]}, name="mine")
    assert map_poles(book, read_poles(path))["means"].of("negative") == ("hawk",)


@pytest.mark.parametrize("content", ["- a\n- b\n", "means: {concern: ", ""])
def test_a_file_that_is_no_mapping_is_told(tmp_path, content):
    path = tmp_path / "poles.yaml"
    path.write_text(content)
    with pytest.raises(ConfigError, match=r"poles\.yaml"):
        read_poles(path)
