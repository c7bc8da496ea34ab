from itertools import permutations

import numpy as np
import pytest

from stancekit.evaluation import evaluate_axis, selective


def sums_of(confidence, wrong):
    return selective.step_rows(np.asarray(confidence), np.asarray(wrong, float)).sum(axis=0)


def exact_aurc(wrong):
    return np.mean(np.cumsum(wrong) / np.arange(1, len(wrong) + 1))


def test_the_curve_and_its_area_are_those_worked_out_by_hand():
    steps = sums_of([0.9, 0.8, 0.7, 0.6], [0, 1, 0, 1])
    assert selective.aurc(steps) == pytest.approx((0 + 1 / 2 + 1 / 3 + 2 / 4) / 4)
    risks = [float(selective.risk_at(steps, share)) for share in (0.25, 0.5, 0.75, 1.0)]
    assert risks == pytest.approx([0, 1 / 2, 1 / 3, 1 / 2])


def test_the_area_is_the_mean_of_the_risks_at_each_rank():
    generator = np.random.default_rng(4)
    confidence, wrong = generator.random(50), generator.integers(2, size=50)
    by_rank = wrong[np.argsort(-confidence)]
    assert selective.aurc(sums_of(confidence, wrong)) == pytest.approx(
        exact_aurc(by_rank), abs=1e-12
    )


def test_equally_sure_rows_count_as_the_mean_over_their_orders():
    sure, tied = [0, 1], [1, 0, 0, 1]
    orders = [exact_aurc([*sure, *order]) for order in permutations(tied)]
    steps = sums_of([0.9, 0.8, 0.5, 0.5, 0.5, 0.5], [*sure, *tied])
    assert selective.aurc(steps) == pytest.approx(np.mean(orders), abs=1e-12)


def test_many_rows_are_ranked_in_steps_that_hardly_change_the_area():
    generator = np.random.default_rng(6)
    confidence = generator.random(3000)
    wrong = generator.random(3000) > confidence
    steps = sums_of(confidence, wrong)
    assert len(steps) == selective.MOST_STEPS
    assert steps[:, 0].min() == steps[:, 0].max() == 60
    exact = exact_aurc(wrong[np.argsort(-confidence)])
    assert selective.aurc(steps) == pytest.approx(exact, rel=0.01)


def test_the_order_of_rows_does_not_matter():
    generator = np.random.default_rng(8)
    confidence = generator.integers(70, size=500) / 70  # ties that do not end where steps do
    wrong = generator.integers(2, size=500)
    order = generator.permutation(500)
    there = selective.aurc(sums_of(confidence, wrong))
    assert selective.aurc(sums_of(confidence[order], wrong[order])) == there


def evaluate(confidence, right, **options):
    gold = ["up" if good else "down" for good in right]
    proba = [[p, 1 - p] for p in confidence]
    return evaluate_axis(gold, proba, axis="outlook", labels=["up", "down"], **options)


def test_an_evaluation_tells_the_risk_at_each_coverage_with_its_interval():
    confidence = np.linspace(0.51, 0.99, 40)
    found = evaluate(confidence, [False] * 10 + [True] * 30, resamples=200)
    assert [one.coverage for one in found.risk_coverage] == list(selective.COVERAGES)
    half, whole = found.risk_coverage[4], found.risk_coverage[9]
    assert (half.n, half.risk.value, half.threshold) == (20, 0.0, confidence[20])
    assert (whole.n, whole.risk.value) == (40, 0.25)
    assert whole.risk.low < 0.25 < whole.risk.high
    assert found.to_dict()["risk_coverage"][4]["risk"]["value"] == 0.0


def test_a_resample_scores_as_its_rows_written_out():
    generator = np.random.default_rng(10)
    confidence = generator.random(45)
    wrong = generator.random(45) > confidence
    drawn = generator.integers(45, size=(20, 45))
    counts = np.stack([np.bincount(rows, minlength=45) for rows in drawn])
    cells = selective.step_rows(confidence, wrong.astype(float))
    stack = np.einsum("br,rsc->bsc", counts, cells)
    alone = [sums_of(confidence[rows], wrong[rows]) for rows in drawn]
    assert selective.aurc(stack) == pytest.approx([float(selective.aurc(one)) for one in alone])
    for share in (0.3, 0.5, 1.0):
        risks = [float(selective.risk_at(one, share)) for one in alone]
        assert selective.risk_at(stack, share) == pytest.approx(risks, abs=1e-12)


def test_nothing_scored_is_no_curve():
    found = evaluate_axis([None], [[0.5, 0.5]], axis="outlook", labels=["up", "down"])
    assert found.risk_coverage == ()
    assert found.metrics["aurc"].value is None


def test_risks_at_many_coverages_are_those_of_a_loop_over_steps():
    generator = np.random.default_rng(11)
    steps = generator.integers(0, 4, size=(40, 12, 2)).astype(float)
    steps[..., 1] = np.minimum(steps[..., 0], steps[..., 1])  # of which wrong

    def by_hand(one, share):
        left, wrong = share * one[:, 0].sum(), 0.0
        n = left
        for rows, errors in one:
            part = min(1.0, left / rows) if rows else 0.0
            wrong, left = wrong + part * errors, left - part * rows
        return wrong / n

    found = selective.risks_at(steps, selective.COVERAGES)
    expected = [[by_hand(one, share) for share in selective.COVERAGES] for one in steps]
    assert found == pytest.approx(np.array(expected), abs=1e-12)
