import numpy as np
import pytest

from stancekit.evaluation import evaluate_axis


def parts(evaluation):
    names = ("brier", "brier_reliability", "brier_resolution", "brier_uncertainty")
    return {name: evaluation.metrics[name].value for name in (*names, "brier_within_bins")}


def evaluate(gold, proba, labels=("rain", "dry"), **options):
    return evaluate_axis(gold, proba, axis="weather", labels=labels, resamples=0, **options)


def test_parts_of_forecasts_of_two_values_are_those_worked_out_by_hand():
    # 20 forecasts of 0.8, of which 14 come true, and 20 of 0.1, of which 4 do
    gold = ["rain"] * 14 + ["dry"] * 6 + ["rain"] * 4 + ["dry"] * 16
    proba = [[0.8, 0.2]] * 20 + [[0.1, 0.9]] * 20
    found = parts(evaluate(gold, proba))
    overall = 18 / 40
    # Both labels of a pair have the same parts.
    assert found == pytest.approx(
        {
            "brier": 2 * (14 * 0.2**2 + 6 * 0.8**2 + 4 * 0.9**2 + 16 * 0.1**2) / 40,
            "brier_reliability": 2 * (20 * (0.8 - 0.7) ** 2 + 20 * (0.1 - 0.2) ** 2) / 40,
            "brier_resolution": 2 * (20 * (0.7 - overall) ** 2 + 20 * (0.2 - overall) ** 2) / 40,
            "brier_uncertainty": 2 * overall * (1 - overall),
            "brier_within_bins": 0.0,
        },
        abs=1e-12,
    )


def test_parts_are_those_of_a_plain_loop_and_add_up():
    generator = np.random.default_rng(2)
    proba = generator.dirichlet([1, 2, 3], size=300)
    codes = generator.integers(3, size=300)
    found = parts(evaluate(["abc"[i] for i in codes], proba, labels=list("abc")))
    reliability = resolution = uncertainty = 0.0
    for label in range(3):
        edges = np.quantile(proba[:, label], np.linspace(0, 1, 11)[1:-1])
        happened = codes == label
        overall = happened.mean()
        uncertainty += overall * (1 - overall)
        for number in range(10):
            own = np.searchsorted(edges, proba[:, label]) == number
            share, frequency = own.mean(), happened[own].mean()
            reliability += share * (proba[own, label].mean() - frequency) ** 2
            resolution += share * (frequency - overall) ** 2
    assert found["brier_reliability"] == pytest.approx(reliability, abs=1e-12)
    assert found["brier_resolution"] == pytest.approx(resolution, abs=1e-12)
    assert found["brier_uncertainty"] == pytest.approx(uncertainty, abs=1e-12)
    assert found["brier"] == pytest.approx(
        reliability - resolution + uncertainty + found["brier_within_bins"], abs=1e-12
    )
    assert abs(found["brier_within_bins"]) < 0.02


def test_always_giving_the_shares_of_gold_scores_the_uncertainty():
    found = parts(evaluate(["rain"] * 6 + ["dry"] * 4, [[0.6, 0.4]] * 10))
    assert found["brier"] == pytest.approx(found["brier_uncertainty"])
    assert found["brier_resolution"] == pytest.approx(0)
