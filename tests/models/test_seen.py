from __future__ import annotations

import pytest

from stancekit.models.seen import SEEN, find_seen, write_seen


def test_training_texts_are_known_again_whatever_case_and_punctuation(tmp_path):
    write_seen(tmp_path, ["Talks may resume, she said.", "The ferry was late."])
    texts = ["talks may resume she said", "THE FERRY WAS LATE!", "The ferry was early."]
    assert find_seen(tmp_path, texts) == [True, True, False]


def test_the_file_does_not_tell_the_order_or_the_texts(tmp_path):
    texts = ["The ferry was late.", "Talks may resume."]
    write_seen(tmp_path, texts)
    first = (tmp_path / SEEN).read_bytes()
    write_seen(tmp_path, [*reversed(texts), texts[0]])
    assert (tmp_path / SEEN).read_bytes() == first
    assert b"ferry" not in first
    assert len(first.split()) == 2


@pytest.mark.parametrize("text", ["", "\x00", "\ud800 alone"], ids=["empty", "nul", "surrogate"])
def test_odd_texts_are_known_again(tmp_path, text):
    write_seen(tmp_path, [text])
    assert find_seen(tmp_path, [text]) == [True]


def test_a_model_without_the_file_knows_of_no_text(tmp_path):
    assert find_seen(tmp_path, ["The ferry was late."]) == [False]
