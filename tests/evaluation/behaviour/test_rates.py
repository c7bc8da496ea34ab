import numpy as np
import pytest
from scipy.stats import binomtest

from stancekit.evaluation.behaviour.rates import (
    clusters_needed,
    mean_score,
    outcome_of,
    pass_rate,
)
from stancekit.resampling import Score


@pytest.mark.parametrize(("passed", "n"), [(9, 10), (57, 60), (1, 12), (399, 400)])
def test_cases_that_stand_alone_have_wilsons_interval(passed, n):
    score = pass_rate([i < passed for i in range(n)], range(n))
    wilson = binomtest(passed, n).proportion_ci(method="wilson")
    assert (score.low, score.high) == pytest.approx((wilson.low, wilson.high), abs=1e-12)


@pytest.mark.parametrize("passed", [40, 0])
def test_where_all_come_out_alike_each_cluster_counts_once(passed):
    score = pass_rate([i < passed for i in range(40)], [i // 4 for i in range(40)])
    wilson = binomtest(passed // 4, 10).proportion_ci(method="wilson")
    assert (score.low, score.high) == pytest.approx((wilson.low, wilson.high), abs=1e-12)


def test_copies_of_a_case_add_nothing():
    once = [i % 5 > 0 for i in range(50)]
    single = pass_rate(once, range(50))
    copied = pass_rate(once * 6, list(range(50)) * 6)
    assert copied.value == single.value
    assert copied.low == pytest.approx(single.low, abs=0.005)
    assert copied.high == pytest.approx(single.high, abs=0.005)


def test_clusters_that_differ_less_than_chance_give_no_bonus():
    # Every cluster has one failure in four: no cluster tells anything of its own.
    score = pass_rate([i % 4 > 0 for i in range(800)], [i // 4 for i in range(800)])
    # 200 clusters tell of an effect of 1, and one more of 4.
    n = 800 / ((200 * 1 + 4) / 201)
    wilson = binomtest(600, 800).proportion_ci(method="wilson")
    assert score.low < wilson.low
    assert score.high - score.low == pytest.approx(
        (wilson.high - wilson.low) * (800 / n) ** 0.5, rel=1e-3
    )


def test_one_failure_hardly_narrows_the_interval_that_none_has():
    clusters = [i // 8 for i in range(320)]
    none = pass_rate([True] * 320, clusters)
    one = pass_rate([i > 0 for i in range(320)], clusters)
    many = pass_rate([i % 20 > 0 for i in range(320)], clusters)
    assert none.low == pytest.approx(40 / (40 + 1.959964**2), abs=1e-6)
    assert one.low < 0.95
    assert many.high - many.low < none.high - none.low


def coverage(shape, *, clusters, runs=400):
    """Share of intervals that hold the true rate, clustered and as if cases were independent."""
    generator = np.random.default_rng(3)
    held = np.zeros(2)
    numbers = np.repeat(np.arange(clusters), 4)
    for _ in range(runs):
        rates = generator.beta(*shape, clusters)
        passed = generator.random(4 * clusters) < np.repeat(rates, 4)
        for place, groups in enumerate((numbers, np.arange(len(numbers)))):
            score = pass_rate(passed.tolist(), groups.tolist())
            held[place] += score.low <= shape[0] / sum(shape) <= score.high
    return held / runs


def test_the_interval_covers_where_cases_resemble_each_other():
    # A rate of 0.8 that varies between clusters: within-cluster correlation 1 / (1 + 2) = 0.33.
    clustered, naive = coverage((1.6, 0.4), clusters=40)
    assert 0.92 <= clustered <= 0.98
    assert naive < clustered - 0.05


def test_no_case_has_no_rate():
    assert pass_rate([], []) == Score(None, note="no case counts for it")


def test_so_many_clusters_without_failure_show_the_bar_and_no_fewer():
    for bar in (0.6, 0.85, 0.9, 0.95, 0.98, 0.99):
        needed = clusters_needed(bar)
        assert pass_rate([True] * needed, range(needed)).low >= bar
        assert pass_rate([True] * (needed - 1), range(needed - 1)).low < bar


@pytest.mark.parametrize(
    ("score", "bar", "direction", "outcome"),
    [
        pytest.param(Score(0.95, 0.90, 0.97), 0.90, "at least", "passes", id="touches from above"),
        pytest.param(Score(0.85, 0.80, 0.90), 0.90, "at least", "cannot be told", id="reaches it"),
        pytest.param(Score(0.85, 0.80, 0.89), 0.90, "at least", "fails", id="all below"),
        pytest.param(Score(1.0, 0.80, 1.0), 1.0, "at least", "passes", id="every case"),
        pytest.param(Score(0.999, 0.99, 1.0), 1.0, "at least", "fails", id="one counter-example"),
        pytest.param(Score(0.005, 0.001, 0.010), 0.01, "at most", "passes", id="at most, touches"),
        pytest.param(Score(0.02, 0.005, 0.05), 0.01, "at most", "cannot be told", id="at most"),
        pytest.param(Score(0.05, 0.02, 0.08), 0.01, "at most", "fails", id="at most, above"),
        pytest.param(Score(0.1, 0.0, 0.2), 0.0, "above", "cannot be told", id="not above 0"),
        pytest.param(Score(0.1, 0.01, 0.2), 0.0, "above", "passes", id="above 0"),
        pytest.param(Score(-0.1, -0.2, -0.1), 0.0, "above", "fails", id="below 0"),
        pytest.param(Score(None), 0.9, "at least", "cannot be told", id="no number"),
        pytest.param(Score(0.5), 0.9, "at least", "cannot be told", id="no interval"),
        pytest.param(Score(0.5, 0.4, 0.6), None, "at least", "reported", id="no bar"),
    ],
)
def test_a_bar_is_held_against_the_whole_interval(score, bar, direction, outcome):
    assert outcome_of(score, bar, direction) == outcome


def test_a_mean_has_an_interval_over_clusters():
    score = mean_score([0.0, 0.2] * 20, [i // 2 for i in range(40)], seed=1)
    assert score.value == pytest.approx(0.1)
    # Each cluster has the same mean, so that no resample differs.
    assert score.low == pytest.approx(0.1)
    assert score.high == pytest.approx(0.1)
