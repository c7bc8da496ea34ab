import numpy as np
import pytest

from stancekit.evaluation import EvaluationError, evaluate_axis

LABELS = ["for", "against", "none"]


def sure_of(*labels, p=0.8):
    rest = (1 - p) / (len(LABELS) - 1)
    return [[p if label == name else rest for name in LABELS] for label in labels]


def evaluate(gold, predicted, **options):
    options = {"axis": "posture", "labels": LABELS, "absent": "none", "resamples": 200, **options}
    return evaluate_axis(gold, sure_of(*predicted), **options)


def values(evaluation):
    return {name: score.value for name, score in evaluation.metrics.items()}


def test_scores_are_those_worked_out_by_hand():
    gold = ["for", "for", "against", "none", "none", "none"]
    predicted = ["for", "none", "for", "none", "none", "against"]
    found = evaluate(gold, predicted)
    # F1: for 2·1/(2+2) = 1/2; against 0; none 2·2/(3+3) = 2/3
    assert values(found) == pytest.approx(
        {
            "macro_f1": (1 / 2 + 0 + 2 / 3) / 3,
            "accuracy": 3 / 6,
            "weighted_f1": (2 * 1 / 2 + 1 * 0 + 3 * 2 / 3) / 6,
            "mcc": (3 * 6 - (2 * 2 + 1 * 1 + 3 * 3)) / (36 - 14),
            # right: 0.2² + 2·0.1² = 0.06; wrong: 0.8² + 0.9² + 0.1² = 1.46
            "brier": (3 * 0.06 + 3 * 1.46) / 6,
            # one bin, of 6 rows: nothing is resolved; probabilities are off by 0, 0.05 and 0.05
            "brier_reliability": 2 * 0.05**2,
            "brier_resolution": 0,
            "brier_uncertainty": (2 * 4 + 1 * 5 + 3 * 3) / 36,
            "brier_within_bins": 0.76 - 2 * 0.05**2 - 22 / 36,
            "aurc": 3 / 6,  # all rows are equally sure
            "calibration_error": 0.8 - 0.5,
            # mean probabilities: for 2 rows of 0.8, 4 of 0.1: 2/6; against 1.3/6; none 2.7/6
            "classwise_calibration_error": (0 + 0.3 / 6 + 0.3 / 6) / 3,
            "gate_f1": 2 * 2 / (3 + 3),  # found for, found against as for; missed one, one false
            "gate_accuracy": 4 / 6,
            "expressed_macro_f1": (1 / 2 + 0) / 2,
        }
    )
    assert found.confusion == ((1, 0, 1), (1, 0, 0), (0, 1, 2))
    assert found.prevalence == pytest.approx({"for": 2 / 6, "against": 1 / 6, "none": 3 / 6})


def test_an_axis_without_an_absent_label_has_no_gate():
    assert "gate_f1" not in evaluate(["for"], ["for"], absent=None).metrics


def test_a_label_under_ten_gold_rows_gets_no_score_of_its_own():
    gold = ["for"] * 10 + ["against"] * 9
    found = evaluate(gold, [*gold[:-1], "for"])
    assert found.per_label["for"].f1.value == 20 / 21
    assert (found.per_label["for"].support, found.per_label["for"].predicted) == (10, 11)
    refused = found.per_label["against"]
    assert (refused.f1.value, refused.precision.value, refused.recall.value) == (None, None, None)
    assert refused.f1.note == "too few gold rows (9, at least 10 are needed)"
    assert found.metrics["macro_f1"].note == "counts labels with under 10 gold rows: against (9)"


def test_intervals_are_clustered_by_group():
    gold = ["for", "none"] * 60
    predicted = (["for", "none"] * 6 + ["none", "for"] * 6) * 5
    alone = evaluate(gold, predicted, resamples=2000).metrics["accuracy"]
    articles = np.arange(120) // 12
    grouped = evaluate(gold, predicted, groups=articles, resamples=2000).metrics["accuracy"]
    # half the articles are all right, half all wrong: 10 coin tosses instead of 120
    ratio = (grouped.high - grouped.low) / (alone.high - alone.low)
    assert ratio == pytest.approx(np.sqrt(12), rel=0.15)
    assert grouped.value == alone.value == 0.5


def test_too_few_groups_are_named():
    found = evaluate(["for", "none"] * 10, ["for", "none"] * 10, groups=[1, 2] * 10)
    assert found.n_groups == 2
    assert found.metrics["accuracy"].to_dict() == {
        "value": 1.0,
        "low": None,
        "high": None,
        "note": "too few groups (2)",
    }


def test_abstentions_count_with_the_most_probable_label_and_are_told_apart():
    gold, predicted = ["for", "for", "none", "none"], ["for", "none", "none", "none"]
    found = evaluate(gold, predicted, abstained=[False, True, False, True])
    assert found.n_abstained == 2
    assert found.metrics["accuracy"].value == 0.75
    assert found.metrics["answered_accuracy"].value == 1.0
    assert evaluate(gold, predicted).n_abstained is None


def test_a_model_that_never_answers_has_no_accuracy_among_answers():
    found = evaluate(["for"], ["for"], abstained=[True])
    assert found.metrics["answered_accuracy"].value is None


def test_an_axis_without_gold_has_no_scores():
    found = evaluate([None, None], ["for", "none"])
    assert (found.n, found.n_missing, found.n_groups) == (0, 2, 0)
    assert set(values(found).values()) == {None}
    assert found.reliability == ()


def test_reliability_bins_tell_confidence_and_accuracy():
    gold = ["for"] * 40
    proba = sure_of(*["for"] * 20, p=0.6) + sure_of(*["for"] * 15, *["none"] * 5, p=0.9)
    found = evaluate_axis(gold, proba, axis="posture", labels=LABELS)
    assert [(one.n, one.confidence, one.accuracy.value) for one in found.reliability] == [
        (20, pytest.approx(0.6), 1.0),
        (20, pytest.approx(0.9), 0.75),
    ]


def test_the_same_call_gives_the_same_evaluation_and_another_seed_another():
    gold, predicted = ["for", "none", "against"] * 10, ["for", "none", "none"] * 10
    assert evaluate(gold, predicted, seed=4) == evaluate(gold, predicted, seed=4)
    first = evaluate(gold, predicted, seed=4).metrics["accuracy"]
    other = evaluate(gold, predicted, seed=5).metrics["accuracy"]
    assert (first.low, first.high) != (other.low, other.high)


def test_the_order_of_rows_does_not_matter_to_a_value():
    gold, predicted = ["for", "none", "against"] * 10, ["for", "none", "none"] * 10
    order = np.random.default_rng(0).permutation(30)
    turned = evaluate([gold[i] for i in order], [predicted[i] for i in order])
    assert values(turned) == pytest.approx(values(evaluate(gold, predicted)))


def test_an_absent_label_has_to_be_a_label():
    with pytest.raises(EvaluationError, match="absent='nil'"):
        evaluate(["for"], ["for"], absent="nil")
