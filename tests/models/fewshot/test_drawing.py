from __future__ import annotations

from collections import Counter

import numpy as np

from stancekit.models.fewshot.drawing import draw_steps
from stancekit.models.task import Task

NAN = float("nan")


def task(**axes):
    targets = {
        axis: np.array([[NAN] * 2 if code is None else np.eye(2)[code] for code in codes])
        for axis, codes in axes.items()
    }
    return Task(labels=dict.fromkeys(axes, ("a", "b")), targets=targets, groups=None, seed=5)


def draw(drawn_of, rows=range(8), **options):
    usual = {"n_steps": 2, "n_passages": 4, "class_weight": "balanced"}
    return draw_steps(drawn_of, np.array(rows), **{**usual, **options})


def test_balanced_steps_hold_as_many_of_each_label():
    steps = draw(task(outlook=[0, 0, 0, 0, 0, 0, 1, 1]))
    assert steps.shape == (2, 4)
    assert [(step >= 6).sum() for step in steps] == [2, 2]


def test_without_weights_labels_come_in_proportion():
    steps = draw(task(outlook=[0, 0, 0, 0, 0, 0, 1, 1]), class_weight=None)
    assert Counter(steps.ravel().tolist()) == dict.fromkeys(range(8), 1)


def test_a_weight_multiplies_a_labels_share():
    # 4 rows x 3 against 4 rows x 1: three of four passages
    steps = draw(task(outlook=[0] * 4 + [1] * 4), class_weight={"a": 3.0}, n_passages=4)
    assert (steps < 4).sum() == 6


def test_axes_take_turns_and_rows_without_a_label_are_not_drawn():
    first, second = [0, 1, 0, 1, None, None, None, None], [None] * 4 + [0, 1, 0, 1]
    steps = draw(task(outlook=first, length=second))
    assert (steps[0] < 4).all()
    assert (steps[1] >= 4).all()


def test_only_the_rows_asked_for_are_drawn():
    steps = draw(task(outlook=[0, 1] * 4), rows=[0, 1, 2], n_steps=5)
    assert set(steps.ravel().tolist()) == {0, 1, 2}


def test_every_passage_is_read_before_one_is_read_again():
    steps = draw(task(outlook=[0, 1] * 4))
    assert sorted(steps.ravel().tolist()) == list(range(8))


def test_the_seed_decides():
    one = task(outlook=[0, 1] * 4)
    assert np.array_equal(draw(one), draw(one))
