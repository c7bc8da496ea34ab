import pytest

from stancekit.reporting import article_neighbours
from stancekit.reporting.neighbours import LONGEST


def test_neighbours_are_those_of_the_article():
    found = article_neighbours(["a", "b", "a", None, "a"], ["1", "x", "2", "y", "3"])
    assert found == [(None, "2"), (None, None), ("1", "3"), (None, None), ("2", None)]


def test_places_give_the_order():
    texts = ["third", "first", "second"]
    assert article_neighbours(["a"] * 3, texts, [9.0, 1.0, 2.0]) == [
        ("second", None),
        (None, "second"),
        ("first", "third"),
    ]
    # one without a place: the order in which they are given
    assert article_neighbours(["a"] * 3, texts, [9.0, None, 2.0])[0] == (None, "first")


def test_two_rows_of_one_text_are_not_each_others_neighbours():
    found = article_neighbours(["a"] * 4, ["1", "both", "both", "2"])
    assert found == [(None, "both"), ("1", "2"), ("1", "2"), ("both", None)]


@pytest.mark.parametrize("words", ["word " * 200, "x" * 1000], ids=["words", "one-word"])
def test_a_long_neighbour_is_cut_to_what_stands_nearest(words):
    long = f"START {words}END"
    ((_, after), (before, _)) = article_neighbours(["a", "a"], [long, long + "."])
    assert after is not None
    assert before is not None
    assert after.startswith("START")
    assert after.endswith("…")
    assert before.startswith("…")
    assert before.endswith("END")
    assert max(len(after), len(before)) <= LONGEST
