from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from stancekit.corpus.repeated import repeated_divisions
from stancekit.errors import CorpusError

LABELS = ["for", "against"]


def frame_of(n_articles):
    """Three rows an article, each with words of its own."""
    rows = range(n_articles * 3)
    return pd.DataFrame(
        {
            "text": [" ".join(f"w{row}x{i}" for i in range(8)) for row in rows],
            "posture": [LABELS[row % 2] for row in rows],
        }
    )


def divide(frame, **options):
    groups = [f"a{row // 3}" for row in range(len(frame))]
    known = {"groups": groups, "axes": ["posture"], "n_divisions": 5, "test_size": 0.2, "seed": 7}
    return repeated_divisions(frame, **{**known, **options})


def test_each_division_holds_every_row_once_and_keeps_articles_whole():
    found = divide(frame_of(40))
    assert len(found.seeds) == len(set(found.seeds)) == 5
    assert found.n_groups == 40
    for fit, test in found.sides:
        assert sorted([*fit, *test]) == list(range(120))
        assert set(fit // 3).isdisjoint(test // 3)
        assert len(test) == 24


def test_no_two_divisions_are_the_same():
    sides = [frozenset(test.tolist()) for _, test in divide(frame_of(40)).sides]
    assert len(set(sides)) == 5


def test_near_duplicates_and_stories_stay_together():
    frame = frame_of(40)
    frame.loc[60, "text"] = frame.loc[0, "text"]  # article 20 repeats a text of article 0
    frame["cluster_id"] = [
        f"s{row // 3}" if row // 3 not in (5, 6) else "one" for row in range(120)
    ]
    found = divide(frame)
    assert found.n_groups == 38
    for _, test in found.sides:
        held = set(test // 3)
        assert (0 in held) == (20 in held)
        assert (5 in held) == (6 in held)


def test_one_seed_gives_one_result_and_more_divisions_begin_with_the_same():
    first, again, more, other = (
        divide(frame_of(40)),
        divide(frame_of(40)),
        divide(frame_of(40), n_divisions=8),
        divide(frame_of(40), seed=8),
    )
    assert first.seeds == again.seeds == more.seeds[:5]
    assert all(
        np.array_equal(one, two)
        for sides in zip(first.sides, more.sides, strict=False)
        for one, two in zip(*sides, strict=True)
    )
    assert set(first.seeds).isdisjoint(other.seeds)


def test_few_groups_give_the_divisions_that_differ():
    # Of four articles of a size, one is tested on: there are four ways.
    found = divide(frame_of(4), n_divisions=30, test_size=0.25)
    assert 2 <= len(found.seeds) <= 4


def test_a_single_group_cannot_be_divided():
    with pytest.raises(CorpusError, match="found 0 divisions that differ, of 3 rows in 1 groups"):
        divide(frame_of(1))
