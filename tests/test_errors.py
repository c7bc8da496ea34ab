from __future__ import annotations

import pytest

from stancekit import errors
from stancekit.errors import CorpusError, MissingExtraError, RowProblem, StancekitError, nearest


def test_every_error_can_be_caught_as_one():
    found = [
        value
        for value in vars(errors).values()
        if isinstance(value, type) and issubclass(value, Exception)
    ]
    assert len(found) >= 9
    assert all(issubclass(error, StancekitError) for error in found)


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("Postur", ["posture", "outlook"], "did you mean 'posture'? (known: 'outlook', 'posture')"),
        ("xyz", ["b", "a", "a"], "known: 'a', 'b'"),
        ("xyz", [], "known: none"),
    ],
    ids=["close", "far", "nothing-known"],
)
def test_the_nearest_word_is_suggested(word, known, expected):
    assert nearest(word, known) == expected


def test_a_row_problem_says_where_found_and_expected():
    problem = RowProblem("rows.csv", 3, "text", "5", "a string")
    assert str(problem) == "rows.csv:3, column 'text': found 5, expected a string"
    assert str(RowProblem("rows.csv", None, None, "no row", "one")) == (
        "rows.csv: found no row, expected one"
    )


def test_a_corpus_error_lists_its_problems_up_to_a_number():
    problems = [RowProblem("a.csv", line, None, "x", "y") for line in range(4)]
    error = CorpusError("bad", problems, shown=2)
    assert error.problems == tuple(problems)
    assert str(error).splitlines() == [
        "bad",
        "  a.csv:0: found x, expected y",
        "  a.csv:1: found x, expected y",
        "  and 2 more",
    ]


def test_a_missing_package_names_the_extra_to_install():
    error = MissingExtraError("reading HTML", "trafilatura", "html")
    assert "pip install 'stancekit[html]'" in str(error)
    assert isinstance(error, ImportError)
