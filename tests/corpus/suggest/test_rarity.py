from __future__ import annotations

import numpy as np
import pytest

from stancekit.corpus.suggest.rarity import rareness, rarity


def test_a_label_is_rare_by_what_it_lacks_of_an_equal_share():
    assert rareness(np.array([0.5, 0.4, 0.1])) == pytest.approx([0.0, 0.0, 0.7])
    assert rareness(np.array([0.5, 0.5])).tolist() == [0.0, 0.0]


def test_the_probability_of_rare_labels_counts():
    # 0.5 * 0.7 on the one axis, nothing rare on the other: 0.35 / 2.
    proba = {"a": np.array([[0.5, 0.0, 0.5]]), "b": np.array([[0.9, 0.1]])}
    shares = {"a": np.array([0.5, 0.4, 0.1]), "b": np.array([0.5, 0.5])}
    assert rarity(proba, shares) == pytest.approx([0.175])
