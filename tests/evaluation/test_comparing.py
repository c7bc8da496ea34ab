import json

import numpy as np
import pytest

from stancekit.evaluation import EvaluationError, compare_models, evaluate_axis, paired_difference

LABELS = ("up", "down", "none")
ARTICLES = [f"a{number % 20}" for number in range(200)]


def golds(seed=0, n=200):
    return [LABELS[code] for code in np.random.default_rng(seed).integers(3, size=n)]


def model(gold, skill, seed):
    """Probabilities whose largest is right in about that share of the rows."""
    generator = np.random.default_rng(seed)
    codes = np.array([LABELS.index(label) if label else 0 for label in gold])
    guess = np.where(generator.random(len(codes)) < skill, codes, generator.integers(3, size=200))
    return np.eye(3)[guess] * 0.7 + 0.1


GOLD = golds()
GOOD, FAIR, POOR = model(GOLD, 0.85, 1), model(GOLD, 0.8, 2), model(GOLD, 0.2, 3)


def compare(models, gold=GOLD, **options):
    options = {"groups": ARTICLES, "resamples": 300, **options}
    proba = {name: {"outlook": each} for name, each in models.items()}
    return compare_models({"outlook": gold}, proba, labels={"outlook": LABELS}, **options)


def test_models_stand_from_best_to_worst_and_share_a_letter_where_not_told_apart():
    found = compare({"poor": POOR, "fair": FAIR, "good": GOOD}).axes["outlook"]
    assert [place.model for place in found.leaderboard] == ["good", "fair", "poor"]
    assert [place.letters for place in found.leaderboard] == ["a", "a", "b"]
    assert [place.is_told_from_best for place in found.leaderboard] == [False, False, True]


@pytest.mark.parametrize("metric", ["macro_f1", "accuracy", "weighted_f1", "mcc"])
def test_scores_and_differences_are_those_of_evaluate_and_paired_difference(metric):
    found = compare({"good": GOOD, "poor": POOR}, metric=metric, seed=5).axes["outlook"]
    shared = {"labels": LABELS, "groups": ARTICLES, "resamples": 300, "seed": 5}
    for place, proba in zip(found.leaderboard, (GOOD, POOR), strict=True):
        alone = evaluate_axis(GOLD, proba, axis="outlook", **shared)
        assert place.score == alone.metrics[metric]
    expected = paired_difference(GOLD, GOOD, POOR, metric=metric, **shared)
    assert found.pairs[0].difference == expected


def test_every_two_models_are_compared_and_the_higher_score_stands_first():
    models = {f"m{seed}": model(GOLD, 0.5, seed) for seed in range(4, 8)}
    pairs = compare(models).axes["outlook"].pairs
    assert len({frozenset((pair.a, pair.b)) for pair in pairs}) == 6
    assert all(pair.difference.value >= 0 for pair in pairs)


def test_rows_without_gold_are_left_out_and_counted():
    gold = [None if number % 4 == 0 else label for number, label in enumerate(GOLD)]
    found = compare({"good": GOOD, "poor": POOR}, gold).axes["outlook"]
    assert (found.n, found.n_missing) == (150, 50)
    assert not [place for place in found.differing if place % 4 == 0]


def test_the_rows_that_differ_are_those_given_another_label_by_one_model():
    other = GOOD.copy()
    other[7] = np.roll(GOOD[7], 1)
    gold = [None, *GOLD[1:]]
    found = compare({"one": GOOD, "same": GOOD, "other": other}, gold).axes["outlook"]
    assert found.differing == (7,)
    assert found.to_dict()["n_differing"] == 1
    by_pair = {frozenset((pair.a, pair.b)): pair.n_differ for pair in found.pairs}
    assert by_pair[frozenset(("one", "same"))] == 0
    assert by_pair[frozenset(("one", "other"))] == 1


def test_p_values_are_corrected_over_all_axes_and_pairs():
    models = {"good": GOOD, "fair": FAIR, "poor": POOR}
    one = compare(models)
    gold = {"outlook": GOLD, "posture": GOLD}
    proba = {name: dict.fromkeys(gold, each) for name, each in models.items()}
    both = compare_models(
        gold, proba, labels=dict.fromkeys(gold, LABELS), groups=ARTICLES, resamples=300
    )
    assert (one.n_tests, both.n_tests) == (3, 6)
    alone, among_six = one.axes["outlook"].pairs[-1], both.axes["outlook"].pairs[-1]
    assert alone.p_value == among_six.p_value == 1 / 2001
    assert alone.p_holm == pytest.approx(3 / 2001)
    assert among_six.p_holm == pytest.approx(6 / 2001)
    assert among_six.mcnemar.p_holm >= among_six.mcnemar.p_value


def test_many_models_get_as_many_swaps_as_the_correction_needs():
    models = {f"m{seed}": model(GOLD, 0.5, seed) for seed in range(8)} | {"poor": POOR}
    found = compare(models, resamples=0)
    assert found.n_tests == 36
    # the smallest p-value that swaps allow, times 36, is far below 0.05
    assert found.n_tests / (found.swaps + 1) < 0.0101


def test_too_few_groups_give_no_interval_and_no_test():
    found = compare({"good": GOOD, "poor": POOR}, groups=[n % 9 for n in range(200)])
    axis = found.axes["outlook"]
    assert axis.note == "too few groups (9)"
    assert axis.leaderboard[0].score.low is None
    assert (axis.pairs[0].p_value, axis.pairs[0].is_told_apart) == (None, False)
    assert [place.letters for place in axis.leaderboard] == ["a", "a"]
    assert found.n_tests == 0
    assert axis.pairs[0].mcnemar.p_value < 0.05


def test_rows_alike_within_groups_are_no_proof():
    # one model wins in 8 of 12 articles of 50 equal rows: McNemar is sure, and wrong to be
    gold, articles = ["up"] * 600, np.repeat(np.arange(12), 50).tolist()
    up, down = [0.8, 0.1, 0.1], [0.1, 0.8, 0.1]
    a = [up if article < 8 else down for article in articles]
    b = [down if article < 8 else up for article in articles]
    proba = {"a": {"outlook": a}, "b": {"outlook": b}}
    found = compare_models(
        {"outlook": gold}, proba, labels={"outlook": LABELS}, groups=articles, metric="accuracy"
    )
    pair = found.axes["outlook"].pairs[0]
    assert pair.mcnemar.p_value < 1e-10
    assert pair.p_value > 0.3
    assert not pair.is_told_apart


def test_no_gold_at_all_leaves_everything_open():
    found = compare({"good": GOOD, "poor": POOR}, [None] * 200).axes["outlook"]
    assert (found.n, found.n_missing) == (0, 200)
    assert found.leaderboard[0].score.value is None
    assert found.pairs[0].difference.value is None
    assert not found.pairs[0].is_told_apart


def test_the_result_is_plain_data_and_tells_its_rule():
    found = compare({"good": GOOD, "poor": POOR})
    content = found.to_dict()
    assert json.loads(json.dumps(content, allow_nan=False)) == content
    assert list(content["axes"]["outlook"]["pairs"][0]) == [
        "a",
        "b",
        "difference",
        "n_differ",
        "p_value",
        "p_holm",
        "mcnemar",
        "is_told_apart",
    ]
    assert "at most 0.05 after Holm's correction over axes and pairs (tests: 1)" in content["rule"]


def test_one_seed_gives_one_result():
    models = {"good": GOOD, "fair": FAIR}
    assert compare(models, seed=1) == compare(models, seed=1)
    assert compare(models, seed=1) != compare(models, seed=2)


@pytest.mark.parametrize(
    ("models", "options", "words"),
    [
        pytest.param({"good": GOOD}, {}, "expected two or more to compare", id="one model"),
        pytest.param(
            {"good": GOOD, "fair": FAIR}, {"metric": "f1"}, "metric='f1', expected one of", id="f1"
        ),
        pytest.param(
            {"good": GOOD, "fair": FAIR[:9]},
            {},
            r"found probabilities of shape \(9, 3\)",
            id="rows",
        ),
    ],
)
def test_what_cannot_be_compared_is_told(models, options, words):
    with pytest.raises(EvaluationError, match=words):
        compare(models, **options)


def test_a_model_without_an_axis_is_named():
    proba = {"full": {"outlook": GOOD}, "bare": {}}
    with pytest.raises(EvaluationError, match="model 'bare': found no probabilities"):
        compare_models({"outlook": GOLD}, proba, labels={"outlook": LABELS})
