from __future__ import annotations

import numpy as np
import pytest

from stancekit.corpus.suggest.uncertainty import entropy, margin, uncertainty


def test_entropy_is_a_share_of_the_largest():
    # -(1/2 log 1/2 + 2 * 1/4 log 1/4) / log 4 = (1/2 + 1) / 2
    proba = np.array([[0.25, 0.25, 0.25, 0.25], [0.5, 0.25, 0.25, 0.0], [0.0, 1.0, 0.0, 0.0]])
    assert entropy(proba) == pytest.approx([1.0, 0.75, 0.0])


def test_axes_count_alike_whatever_their_number_of_labels():
    two, four = np.array([[0.5, 0.5]]), np.array([[1.0, 0.0, 0.0, 0.0]])
    assert uncertainty({"a": two, "b": four}) == pytest.approx([0.5])


def test_margin_is_the_lead_of_the_first():
    assert margin(np.array([[0.2, 0.7, 0.1], [0.5, 0.5, 0.0]])) == pytest.approx([0.5, 0.0])
    assert margin(np.ones((1, 1))).tolist() == [1.0]
