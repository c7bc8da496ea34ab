from __future__ import annotations

import numpy as np
import pytest

from stancekit.corpus.suggest.space import text_points

WORDS = ("ferry tide harbour crews", "budget deficit ledger auditors")
TEXTS = [f"{WORDS[number % 2]} {number}" for number in range(60)]


def test_texts_of_like_words_are_near():
    points, others = text_points(TEXTS, ["a ferry at tide", "something else"], seed=0)
    assert np.linalg.norm(points, axis=1) == pytest.approx(np.ones(60), abs=1e-5)
    assert points[0] @ points[2] > 0.99
    assert abs(points[0] @ points[1]) < 0.01
    assert points[0] @ others[0] > 0.5
    # What shares no word with the pool lies nowhere.
    assert others[1].tolist() == [0.0] * points.shape[1]


@pytest.mark.parametrize("texts", [["one"], ["same", "other"], ["水", "火"]], ids=len)
def test_few_texts_are_points_as_well(texts):
    points, others = text_points(texts, [], seed=0)
    assert points.shape[0] == len(texts)
    assert others.shape == (0, points.shape[1])
    assert np.isfinite(points).all()
