import pytest

from stancekit.evaluation import EvaluationError
from stancekit.reporting import largest_errors

LABELS = ["up", "down"]
GOLD = [None, "up", "down", "down", "up"]
PROBA = [[0.9, 0.1], [0.9, 0.1], [0.6, 0.4], [0.8, 0.2], [0.2, 0.8]]
TEXTS = ["unlabelled", "right", "unsure", "sure", "sure, too"]


def test_the_surest_errors_come_first_and_equals_keep_their_order():
    cases = largest_errors(GOLD, PROBA, TEXTS, axis="outlook", labels=LABELS, ids=list("abcde"))
    assert [(case.id, case.text) for case in cases] == [
        ("d", "sure"),
        ("e", "sure, too"),
        ("c", "unsure"),
    ]
    assert (cases[0].gold, cases[0].predicted, cases[0].probability) == ("down", "up", 0.8)
    assert cases[0].axis == "outlook"


def test_no_more_than_asked_for_are_given():
    cases = largest_errors(GOLD, PROBA, TEXTS, axis="outlook", labels=LABELS, limit=1)
    assert [(case.id, case.text) for case in cases] == [(None, "sure")]


def test_texts_have_to_match_the_rows():
    with pytest.raises(EvaluationError, match="found 1 texts, expected 5"):
        largest_errors(GOLD, PROBA, ["one"], axis="outlook", labels=LABELS)


def test_an_error_is_explained_by_its_row_and_the_label_that_was_predicted():
    asked = []
    cases = largest_errors(
        GOLD,
        PROBA,
        TEXTS,
        axis="outlook",
        labels=LABELS,
        explain=lambda row, label: asked.append((row, label)),
        limit=2,
    )
    # row 0 has no gold label, and keeps its number
    assert asked == [(3, "up"), (4, "down")]
    assert [case.explanation for case in cases] == [None, None]
