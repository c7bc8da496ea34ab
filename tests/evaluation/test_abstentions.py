import numpy as np
import pytest
from sklearn.metrics import f1_score

from stancekit.evaluation import evaluate_axis

LABELS = ["for", "against", "none"]
COUNTED = ("answered_share", "answered_accuracy", "strict_accuracy", "strict_macro_f1")


def evaluate(gold, predicted, abstained):
    proba = np.eye(3)[[LABELS.index(label) for label in predicted]]
    return evaluate_axis(
        gold, proba, axis="posture", labels=LABELS, abstained=abstained, resamples=0
    )


def test_abstentions_are_left_out_or_counted_as_errors():
    gold = ["for", "for", "against", "none"]
    found = evaluate(gold, ["for", "for", "none", "none"], [False, True, True, False])
    values = {name: found.metrics[name].value for name in COUNTED}
    # F1: for 2·1/(2+1), against 0, none 2·1/(1+1)
    assert values == pytest.approx(
        {
            "answered_share": 2 / 4,
            "answered_accuracy": 2 / 2,
            "strict_accuracy": 2 / 4,
            "strict_macro_f1": (2 / 3 + 0 + 1) / 3,
        }
    )


def test_the_strict_score_is_scikit_learns_with_a_label_of_its_own():
    generator = np.random.default_rng(1)
    gold = [LABELS[i] for i in generator.integers(3, size=200)]
    predicted = [LABELS[i] for i in generator.integers(3, size=200)]
    abstained = generator.random(200) < 0.3
    said = ["abstained" if no else one for no, one in zip(abstained, predicted, strict=True)]
    expected = f1_score(gold, said, labels=LABELS, average="macro")
    found = evaluate(gold, predicted, abstained).metrics
    assert found["strict_macro_f1"].value == pytest.approx(expected, abs=1e-12)
    assert found["strict_accuracy"].value == pytest.approx(np.mean(np.equal(gold, said)), abs=1e-12)


def test_without_abstentions_there_is_no_such_score():
    metrics = evaluate(["for"], ["for"], None).metrics
    assert not set(COUNTED) & set(metrics)
