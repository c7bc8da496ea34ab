from __future__ import annotations

import numpy as np
import pytest

from stancekit.corpus.suggest.spread import choose_spread

CORNERS = np.repeat(np.eye(3, dtype=np.float32), [50, 5, 1], axis=0)


@pytest.mark.parametrize("seed", range(5))
def test_every_corner_is_met_before_one_is_met_again(seed):
    order, distances = choose_spread(CORNERS, CORNERS[:0], 5, seed)
    corners = CORNERS[order].argmax(axis=1).tolist()
    assert sorted(corners[:3]) == [0, 1, 2]
    assert distances.tolist() == [1, 1, 1, 0, 0]
    assert len(set(order.tolist())) == 5


@pytest.mark.parametrize("seed", range(5))
def test_labelled_corners_are_met_last(seed):
    order, distances = choose_spread(CORNERS, np.eye(3, dtype=np.float32)[:2], 2, seed)
    assert order[0] == 55
    assert distances.tolist() == [1, 0]
