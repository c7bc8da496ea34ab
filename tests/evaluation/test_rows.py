import numpy as np
import pandas as pd
import pytest

from stancekit.evaluation import EvaluationError, code_rows

LABELS = ["up", "down"]
EVEN = [0.5, 0.5]


def test_rows_without_gold_are_left_out_and_counted():
    rows = code_rows(
        ["down", None, float("nan"), pd.NA, "up"],
        [[0.1, 0.9], EVEN, EVEN, EVEN, EVEN],
        axis="outlook",
        labels=LABELS,
        abstained=[False, True, True, True, True],
    )
    assert rows.gold.tolist() == [1, 0]
    assert rows.n_missing == 3
    assert rows.abstained.tolist() == [False, True]


def test_of_equal_probabilities_the_first_label_is_predicted():
    rows = code_rows(["up"], [EVEN], axis="outlook", labels=LABELS)
    assert rows.predicted.tolist() == [0]


@pytest.mark.parametrize(
    ("groups", "expected"),
    [
        pytest.param(["b", "a", "b"], [0, 1, 0], id="named"),
        pytest.param([7, 7, 9], [0, 0, 1], id="numbered"),
        pytest.param(None, [0, 1, 2], id="none given: every row alone"),
        pytest.param(["a", None, None], [0, 1, 2], id="null: the row alone"),
        pytest.param([None, "a", "a"], [1, 0, 0], id="null first"),
    ],
)
def test_groups_are_numbered_without_a_gap(groups, expected):
    rows = code_rows(["up"] * 3, [EVEN] * 3, axis="outlook", labels=LABELS, groups=groups)
    assert rows.groups.tolist() == expected
    assert rows.n_groups == len(set(expected))


def test_a_group_without_gold_rows_does_not_count():
    rows = code_rows(
        ["up", None, "up"], [EVEN] * 3, axis="outlook", labels=LABELS, groups=["a", "b", "c"]
    )
    assert rows.n_groups == 2


@pytest.mark.parametrize(
    ("y_true", "y_proba", "options", "message"),
    [
        pytest.param(["upp"], [EVEN], {}, "row 0: found 'upp'; did you mean 'up'", id="label"),
        pytest.param(["up"], [[0.2, 0.3, 0.5]], {}, r"expected \(1, 2\)", id="columns"),
        pytest.param(["up"], [EVEN, EVEN], {}, r"expected \(1, 2\)", id="rows"),
        pytest.param(["up"], [[2.0, -1.0]], {}, "expected numbers from 0 to 1", id="negative"),
        pytest.param(["up"], [[0.2, 0.3]], {}, "that add up to 1", id="sum"),
        pytest.param(["up"], [[np.nan, 1.0]], {}, "row 0", id="nan"),
        pytest.param(["up"], [EVEN], {"groups": ["a", "b"]}, "found 2 values", id="groups"),
        pytest.param(["up"], [EVEN], {"abstained": []}, "found 0 values", id="abstained"),
    ],
)
def test_what_cannot_be_scored_is_refused(y_true, y_proba, options, message):
    with pytest.raises(EvaluationError, match=message):
        code_rows(y_true, y_proba, axis="outlook", labels=LABELS, **options)
