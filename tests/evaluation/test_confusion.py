import numpy as np
import pytest
import quapy.error
from hypothesis import given
from hypothesis import strategies as st
from sklearn import metrics

from stancekit.evaluation import confusion

LABELS = [0, 1, 2, 3]
PAIRS = st.lists(
    st.tuples(st.sampled_from(LABELS), st.sampled_from(LABELS)), min_size=1, max_size=60
)


def matrix(gold, predicted):
    return confusion.confusion_rows(np.array(gold), np.array(predicted), 4).sum(axis=0)


@given(PAIRS)
def test_scores_equal_those_of_scikit_learn(pairs):
    gold, predicted = (list(side) for side in zip(*pairs, strict=True))
    found = matrix(gold, predicted)
    occurs = sorted(set(gold))
    options = {"zero_division": 0.0, "average": None, "labels": LABELS}
    expected = {
        confusion.accuracy: metrics.accuracy_score(gold, predicted),
        confusion.macro_f1: metrics.f1_score(
            gold, predicted, labels=occurs, average="macro", zero_division=0.0
        ),
        confusion.weighted_f1: metrics.f1_score(
            gold, predicted, average="weighted", zero_division=0.0
        ),
        confusion.f1_by_label: metrics.f1_score(gold, predicted, **options),
        confusion.precision_by_label: metrics.precision_score(gold, predicted, **options),
        confusion.recall_by_label: metrics.recall_score(gold, predicted, **options),
    }
    for measure, value in expected.items():
        np.testing.assert_allclose(measure(found), value, rtol=0, atol=1e-12)
    if len(set(gold)) > 1 and len(set(predicted)) > 1:
        expected_mcc = metrics.matthews_corrcoef(gold, predicted)
        np.testing.assert_allclose(confusion.mcc(found), expected_mcc, rtol=0, atol=1e-12)


@given(PAIRS)
def test_errors_equal_those_of_quapy(pairs):
    # QuaPy averages F1 over labels that occur on either side, we over those of gold: they define
    # the same where all occur in gold
    gold, predicted = map(np.array, zip(*pairs, *((label, 0) for label in LABELS), strict=True))
    found = matrix(gold, predicted)
    assert 1 - confusion.macro_f1(found) == pytest.approx(
        quapy.error.f1e(gold, predicted), abs=1e-12
    )
    assert 1 - confusion.accuracy(found) == pytest.approx(
        quapy.error.acce(gold, predicted), abs=1e-12
    )


@given(PAIRS, st.sampled_from(LABELS))
def test_the_gate_equals_scoring_two_merged_labels(pairs, absent):
    gold, predicted = (list(side) for side in zip(*pairs, strict=True))
    found = matrix(gold, predicted)
    gold_expressed, predicted_expressed = (
        [label != absent for label in side] for side in (gold, predicted)
    )
    merged = confusion.gate(found, absent)
    expected_accuracy = metrics.accuracy_score(gold_expressed, predicted_expressed)
    assert confusion.accuracy(merged) == pytest.approx(expected_accuracy, abs=1e-12)
    if any(gold_expressed):
        expected_f1 = metrics.f1_score(gold_expressed, predicted_expressed, zero_division=0.0)
        assert confusion.gate_f1(found, absent) == pytest.approx(expected_f1, abs=1e-12)
    else:
        assert np.isnan(confusion.gate_f1(found, absent))


def test_macro_f1_leaves_out_labels_that_are_never_gold():
    # label 0: 2 of 3 found, none wrong: P 1, R 2/3, F1 4/5; label 1: P 1, R 1; label 2: never gold
    found = matrix([0, 0, 0, 1], [0, 0, 2, 1])
    assert confusion.macro_f1(found) == pytest.approx((0.8 + 1.0) / 2)


def test_macro_f1_over_some_labels_counts_errors_from_all_rows():
    # label 1: one hit, and one row of label 0 called so: P 1/2, R 1, F1 2/3
    found = matrix([0, 1], [1, 1])
    assert confusion.macro_f1(found, over=[1, 2]) == pytest.approx(2 / 3)


def test_what_has_no_rows_is_undefined():
    empty = np.zeros((4, 4))
    for measure in (confusion.accuracy, confusion.macro_f1, confusion.weighted_f1, confusion.mcc):
        assert np.isnan(measure(empty))


def test_mcc_is_zero_where_one_label_is_always_predicted():
    assert confusion.mcc(matrix([0, 1, 1], [1, 1, 1])) == 0.0


def test_a_stack_gives_one_number_a_matrix():
    stack = np.stack([matrix([0, 1], [0, 1]), matrix([0, 1], [1, 1])])
    assert confusion.accuracy(stack).tolist() == [1.0, 0.5]
