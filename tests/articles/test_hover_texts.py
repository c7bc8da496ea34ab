"""Boxes that a page leaves behind names are no part of them."""

import pytest

from stancekit.articles import attribute
from stancekit.articles.hover_texts import without_hover_texts

_BOX = " Nora (Norrie) Ann PellFive takeaways from the vote Harbour set to close: report MORE"


@pytest.mark.parametrize(
    "text",
    [
        f"Senator Nora Pell{_BOX} said that it holds.",
        f"Senator Nora Pell{_BOX} (D-Ore.) said that it holds.",
        f"Senator Nora Pell{_BOX}\u2019s spokesman left. Pell said that it holds.",
    ],
)
def test_who_speaks_behind_a_box(text):
    (found,) = attribute(text)
    assert found.speaker.name == "Nora Pell"
    assert [text[start:end] for start, end in found.content] == ["that it holds"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Pell wants MORE.", id="capitals"),
        pytest.param("Pell Nora PellFive takeaways", id="not closed"),
        pytest.param("Pell Nora PellFive\nMORE", id="closed in another line"),
        pytest.param("Pell met Nora Pell. MORE", id="not glued"),
    ],
)
def test_what_is_no_box(text):
    assert without_hover_texts(text) == text


def test_two_boxes_leave_the_length():
    text = f"Pell{_BOX} met Pell{_BOX}."
    assert without_hover_texts(text).split() == ["Pell", "met", "Pell", "."]
    assert len(without_hover_texts(text)) == len(text)
