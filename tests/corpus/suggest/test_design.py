from __future__ import annotations

import numpy as np
import pytest

from stancekit.corpus.suggest.design import choose_by_design

NONE = np.zeros((0, 2), dtype=np.float32)
AXES = np.array([[1, 0], [1, 0], [1, 0], [0, 1]], dtype=np.float32)


def test_the_gains_are_those_worked_out_by_hand():
    # With ridge 1 the variance of each point is 1 and the pool's is 4. A label of one of the three
    # equal points takes 3 * 1/(1+1) = 1.5 of it, one of the other point 1/2. After the first, a
    # second label there takes 3 * (1/2)^2 / (1+1/2) = 1/2: as much as the other point does.
    design = choose_by_design(AXES, NONE, 1)
    assert (design.order.tolist(), design.gains.tolist()) == ([0], [pytest.approx(1.5 / 4)])
    assert design.open.tolist() == [pytest.approx(1.0)]
    both = choose_by_design(AXES, AXES[:2], 1)
    # Two labels there leave a variance of 1/3: a third takes 3 * (1/3)^2 / (4/3) = 1/4 < 1/2.
    assert (both.order.tolist(), both.gains.tolist()) == ([3], [pytest.approx(0.5 / 4)])


def test_worth_is_the_precision_of_a_label():
    # Worth 0 tells nothing; worth 4 takes 4 * 1 / (1 + 4) of the point's variance.
    design = choose_by_design(AXES, NONE, 4, np.array([0.0, 0.0, 0.0, 4.0]))
    assert design.order[0] == 3
    assert design.gains[0] == pytest.approx(0.8 / 4)
    assert sorted(design.order.tolist()) == [0, 1, 2, 3]


def test_each_step_is_the_best_by_the_definition():
    # Against the definition: the trace of the pool's covariance before less that after.
    rng = np.random.default_rng(2)
    points = rng.normal(size=(30, 6)).astype(np.float32)
    points /= np.linalg.norm(points, axis=1, keepdims=True)
    labelled, worth = points[:4], rng.uniform(0.2, 3, 26)
    pool = points[4:]
    design = choose_by_design(pool, labelled, 8, worth)

    def open_variance(rows):
        own = pool[rows].astype(float)
        precision = np.eye(6) + labelled.T @ labelled + (own * worth[rows, np.newaxis]).T @ own
        return np.trace(pool @ np.linalg.inv(precision) @ pool.T)

    total = np.trace(pool @ pool.T)
    for place, row in enumerate(design.order.tolist()):
        before = design.order[:place].tolist()
        rest = [other for other in range(26) if other not in before]
        taken = {other: open_variance(before) - open_variance([*before, other]) for other in rest}
        assert max(taken, key=taken.get) == row
        assert design.gains[place] == pytest.approx(taken[row] / total, rel=1e-4)
