import json

import numpy as np
import pytest
from sklearn.metrics import accuracy_score, f1_score

from stancekit.evaluation import evaluate_models_slices, evaluate_slices, holm

LABELS = ["for", "against", "none"]


def sure_of(predicted):
    return np.eye(3)[[LABELS.index(label) for label in predicted]]


def evaluate(gold, predicted, columns, **options):
    options = {"resamples": 100, "flips": 199, **options}
    return evaluate_slices(
        {"posture": gold},
        {"posture": sure_of(predicted)},
        columns,
        labels={"posture": LABELS},
        **options,
    )


def drawn(n, seed=0):
    generator = np.random.default_rng(seed)
    return [[LABELS[i] for i in generator.integers(3, size=n)] for _ in range(2)]


def test_each_value_is_scored_on_its_own_rows():
    gold, predicted = drawn(300)
    outlets = np.array(["Post"] * 180 + ["Herald"] * 120)
    [found] = evaluate(gold, predicted, {"outlet": outlets})
    assert [(one.value, one.n, one.n_groups) for one in found.values] == [
        ("Post", 180, 180),
        ("Herald", 120, 120),
    ]
    for one in found.values:
        own = np.flatnonzero(outlets == one.value)
        pair = np.array(gold)[own], np.array(predicted)[own]
        assert one.accuracy.value == pytest.approx(accuracy_score(*pair), abs=1e-12)
        assert one.macro_f1.value == pytest.approx(f1_score(*pair, average="macro"), abs=1e-12)
        assert one.macro_f1.low < one.macro_f1.value < one.macro_f1.high


def test_values_with_under_ten_rows_are_pooled_and_counted():
    gold, predicted = drawn(40)
    speakers = ["Noh"] * 20 + ["Baek"] * 9 + ["Seo"] * 6 + [None] * 5
    [found] = evaluate(gold, predicted, {"speaker": speakers})
    assert [(one.value, one.n, one.is_pooled) for one in found.values] == [
        ("Noh", 20, False),
        ("other", 15, True),
    ]
    assert (found.n_pooled, found.n_missing) == (2, 5)


def test_a_handful_of_rows_gets_no_score():
    gold, predicted = drawn(25)
    [found] = evaluate(gold, predicted, {"speaker": ["Noh"] * 20 + ["Baek"] * 5})
    other = found.values[-1]
    assert (other.value, other.n, other.accuracy.value) == ("other", 5, None)
    assert other.accuracy.note == "too few rows (5, at least 10 are needed)"


def test_under_ten_groups_there_is_a_score_without_interval():
    gold, predicted = drawn(60)
    groups = [0] * 30 + list(range(1, 31))
    [found] = evaluate(gold, predicted, {"outlet": ["Post"] * 30 + ["Herald"] * 30}, groups=groups)
    herald, post = found.values
    assert (post.value, post.n_groups, post.accuracy.low) == ("Post", 1, None)
    assert herald.accuracy.low is not None


def test_errors_that_go_with_a_value_are_flagged_after_correction():
    generator = np.random.default_rng(2)
    gold, _ = drawn(200)
    mode = np.array(["direct", "indirect"] * 100)
    misses = generator.random(200) < np.where(mode == "direct", 0.1, 0.6)
    turned = {"for": "against", "against": "none", "none": "for"}
    predicted = [turned[g] if miss else g for g, miss in zip(gold, misses, strict=True)]
    noise = {f"noise {i}": generator.integers(3, size=200) for i in range(5)}
    found = evaluate(gold, predicted, {"mode": mode, **noise}, flips=999)
    assert [one.name for one in found if one.is_flagged] == ["mode"]
    assert found[0].adjusted_p == pytest.approx(6 * found[0].p_value)


def test_rows_without_a_gold_label_count_nowhere():
    gold, predicted = drawn(40)
    gold[:10] = [None] * 10
    [found] = evaluate(gold, predicted, {"outlet": ["Post"] * 20 + ["Herald"] * 20})
    assert [(one.value, one.n) for one in found.values] == [("Herald", 20), ("Post", 10)]


def test_slices_are_plain_data():
    gold, predicted = drawn(40)
    [found] = evaluate(gold, predicted, {"outlet": ["Post"] * 20 + ["Herald"] * 20}, flips=0)
    content = found.to_dict()
    assert json.loads(json.dumps(content, allow_nan=False)) == content
    assert (content["p_value"], content["note"]) == (None, "no test asked for")


def test_several_models_get_what_each_gets_alone_but_for_the_correction():
    gold, first = drawn(300)
    second = gold[:150] + first[150:]
    columns = {"outlet": ["Post"] * 150 + ["Herald"] * 150, "mode": ["a", "b", "c"] * 100}
    options = {"resamples": 100, "flips": 399, "seed": 3}
    labels, groups = {"posture": LABELS}, (np.arange(300) // 5).tolist()
    found = evaluate_models_slices(
        {"posture": gold},
        {"first": {"posture": sure_of(first)}, "second": {"posture": sure_of(second)}},
        columns,
        labels=labels,
        groups=groups,
        **options,
    )
    for name, said in (("first", first), ("second", second)):
        alone = evaluate(gold, said, columns, groups=groups, **options)
        assert [one.values for one in found[name]] == [one.values for one in alone]
        assert [one.p_value for one in found[name]] == [one.p_value for one in alone]
    p_values = [one.p_value for slices in found.values() for one in slices]
    adjusted = [one.adjusted_p for slices in found.values() for one in slices]
    assert adjusted == holm(p_values)
    assert not found["first"][0].is_flagged
    assert found["second"][0].is_flagged


def test_many_tests_get_flips_enough_to_be_flagged():
    gold = LABELS * 40
    said = ["none"] * 120  # errors go with every column that tells the labels apart
    columns = {f"column {i}": gold for i in range(30)}
    found = evaluate(gold, said, columns, groups=list(range(120)), flips=100)
    assert all(one.is_flagged for one in found)
