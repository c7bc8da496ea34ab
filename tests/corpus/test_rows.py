import pytest

from stancekit.corpus.rows import (
    check_ids,
    check_labels,
    check_name,
    check_plain,
    check_texts,
    check_writable,
    is_missing,
    label_word,
)
from stancekit.corpus.table import Table

LINES = [2, 3, 4, 5, 6, 7]
TABLE = Table("a.csv", {}, LINES, "digest")


def told(problems):
    return [(problem.line, problem.column, problem.found) for problem in problems]


def test_texts_that_are_missing_blank_or_no_text():
    values = [None, "", " \n", 7, "Fine.", float("nan")]

    assert told(check_texts(TABLE, "sentence", values)) == [
        (2, "sentence", "nothing"),
        (3, "sentence", "the blank text ''"),
        (4, "sentence", "the blank text ' \\n'"),
        (5, "sentence", "7, which is no text"),
        (7, "sentence", "nothing"),
    ]


def test_a_long_value_is_cut_in_the_message():
    (problem,) = check_texts(TABLE, "text", [["x" * 1000]])

    assert len(problem.found) < 120
    assert "characters" in problem.found


def test_ids_that_are_missing_or_repeated():
    assert told(check_ids(TABLE, "id", ["a", "b", "a", None, 5, "5"])) == [
        (4, "id", "'a', which is also the id of line 2"),
        (5, "id", "nothing"),
        (7, "id", "'5', which is also the id of line 6"),
    ]


def test_labels_outside_the_codebook_get_the_nearest_one():
    values = ["hawkish", "hawkisch", None, "", True, 1.5]

    problems = list(
        check_labels(TABLE, "posture", values, axis="posture", labels=["hawkish", "none"])
    )

    assert [problem.line for problem in problems] == [3, 5, 6, 7]
    assert "did you mean 'hawkish'?" in problems[0].expected


@pytest.mark.parametrize("value", [-1, "-1", -1.0], ids=["int", "text", "float"])
@pytest.mark.parametrize("labels", [None, ["for", "against"]], ids=["free", "codebook"])
def test_minus_one_is_no_missing_label(value, labels):
    (problem,) = check_labels(TABLE, "stance", [value], axis="stance", labels=labels)

    assert "a missing label is null" in problem.expected


def test_minus_one_is_a_label_where_the_codebook_says_so():
    assert list(check_labels(TABLE, "s", ["-1"], axis="s", labels=["-1", "1"])) == []


def test_a_column_name_is_checked_at_its_first_value():
    assert told(check_name(TABLE, "k\udc00", [None, 1, 2])) == [
        (3, "k\udc00", "the lone surrogate U+DC00 at character 1"),
    ]
    assert check_name(TABLE, "né", [1]) == []


def test_lists_and_bytes_are_no_plain_values():
    problems = told(check_plain(TABLE, "speaker", ["Ana Ruiz", 3, ["a"], {"b": 1}, b"c"]))

    assert [line for line, _, _ in problems] == [4, 5, 6]


def test_lone_surrogates_cannot_be_written_and_nul_can():
    values = ["a\ud800b", "a\x00b", ["x", "\udfff"], {"k": "fine é"}, None, 7]

    assert told(check_writable(TABLE, "text", values)) == [
        (2, "text", "the lone surrogate U+D800 at character 1"),
        (4, "text", "the lone surrogate U+DFFF at character 7"),
    ]


@pytest.mark.parametrize(
    ("value", "word"),
    [("a", "a"), (2, "2"), (2.0, "2"), (2.5, None), (True, None), (["a"], None)],
    ids=["word", "int", "whole float", "float", "bool", "list"],
)
def test_label_word(value, word):
    assert label_word(value) == word


def test_is_missing():
    assert is_missing(None)
    assert is_missing(float("nan"))
    assert not is_missing("")
    assert not is_missing(0)
