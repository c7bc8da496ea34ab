from __future__ import annotations

import pytest

from stancekit.models.fewshot.options import FewshotOptions
from stancekit.models.fewshot.planning import expect_work

OPTIONS = FewshotOptions(passes=8, batch_size=4, max_steps=50, folds=3)


def test_what_a_fit_does_is_known_before():
    work = expect_work([12], OPTIONS)
    # 8 x 12 / 4 steps of 4 x 3 / 2 pairs; 3 folds and the one that is kept
    assert (work.n_steps, work.n_pairs, work.n_tunings) == (24, 24 * 6, 4)


def test_each_axis_has_its_pairs():
    assert expect_work([12, 7], OPTIONS).n_pairs == 2 * 24 * 6


@pytest.mark.parametrize("labelled", [25, 1000, 100_000])
def test_pairs_are_bounded_however_many_passages_there_are(labelled):
    assert expect_work([labelled], OPTIONS).n_pairs == 50 * 6


def test_many_labels_are_held_out_once():
    assert expect_work([101], OPTIONS).n_tunings == 2
    assert expect_work([100], OPTIONS).n_tunings == 4


def test_passages_are_read_more_often_where_there_are_enough_to_tell():
    few, more = (expect_work([n], FewshotOptions(batch_size=8)) for n in (39, 40))
    assert (few.n_steps, more.n_steps) == (8 * 39 / 8, 24 * 40 / 8)
    assert expect_work([40], FewshotOptions(batch_size=8, passes=2)).n_steps == 10
