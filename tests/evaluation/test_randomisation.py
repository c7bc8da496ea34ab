from itertools import product

import numpy as np
import pytest

from stancekit.evaluation import randomisation
from stancekit.evaluation.confusion import accuracy, macro_f1
from stancekit.evaluation.randomisation import randomisation_p_values


def matrices(seed, n_groups=12, n_models=3, rows=4):
    """Confusion matrices of models on the same gold labels, group by group."""
    generator = np.random.default_rng(seed)
    found = np.zeros((n_groups, n_models, 3, 3))
    for group in range(n_groups):
        for gold in generator.integers(3, size=rows):
            for model in range(n_models):
                right = generator.random() < 0.5 + 0.2 * model
                found[group, model, gold, gold if right else generator.integers(3)] += 1
    return found


def all_swaps(by_group, measure, a, b):
    """The exact p-value, from every way to swap groups."""
    gaps = []
    for swapped in product([False, True], repeat=len(by_group)):
        first = sum(each[b if swap else a] for each, swap in zip(by_group, swapped, strict=True))
        other = sum(each[a if swap else b] for each, swap in zip(by_group, swapped, strict=True))
        gaps.append(abs(measure(first) - measure(other)))
    return np.mean(np.array(gaps) >= gaps[0] - 1e-12)


@pytest.mark.parametrize("measure", [accuracy, macro_f1])
def test_random_swaps_come_near_all_swaps(measure):
    by_group = matrices(seed=1, n_groups=10)
    found = randomisation_p_values(by_group, [(0, 1), (0, 2)], measure, swaps=20_000, seed=0)
    expected = [all_swaps(by_group, measure, 0, other) for other in (1, 2)]
    assert found == pytest.approx(expected, abs=0.012)
    assert expected[1] < expected[0]


def test_models_that_say_the_same_are_not_told_apart():
    by_group = matrices(seed=2)
    by_group[:, 1] = by_group[:, 0]
    assert randomisation_p_values(by_group, [(0, 1)], macro_f1, swaps=99, seed=0) == [1.0]


def test_no_p_value_is_zero():
    # one model always right, one always wrong in 30 groups: no random swap parts them as far
    by_group = np.zeros((30, 2, 2, 2))
    by_group[:, 0, 0, 0] = by_group[:, 1, 0, 1] = 5
    assert randomisation_p_values(by_group, [(0, 1)], accuracy, swaps=99, seed=0) == [0.01]


def test_the_order_of_the_two_does_not_matter():
    by_group = matrices(seed=3)
    there, back = randomisation_p_values(by_group, [(0, 2), (2, 0)], macro_f1, swaps=500, seed=0)
    assert there == back


def test_the_seed_draws_the_swaps():
    by_group = matrices(seed=4)

    def p_value(seed):
        return randomisation_p_values(by_group, [(0, 1)], macro_f1, swaps=400, seed=seed)

    assert p_value(1) == p_value(1)
    assert len({p_value(seed)[0] for seed in range(5)}) > 1


def test_swaps_in_several_pieces_are_all_counted(monkeypatch):
    monkeypatch.setattr(randomisation, "_CHUNK_CELLS", 27 * 7)
    by_group = np.zeros((12, 3, 3, 3))
    by_group[:, :, 0, 0] = 1
    assert randomisation_p_values(by_group, [(0, 1)], accuracy, swaps=101, seed=0) == [1.0]
    by_group[:, 1, 0] = [0, 1, 0]
    # both extremes of 4096 ways part the models as far: none of 101 swaps is likely to
    assert randomisation_p_values(by_group, [(0, 1)], accuracy, swaps=101, seed=0) == [1 / 102]


def test_groups_are_swapped_whole():
    # 10 groups of 20 equal rows, 7 for the one model and 3 for the other: as weak as 10 rows
    by_group = np.zeros((10, 2, 2, 2))
    by_group[:7, 0, 0, 0] = by_group[:7, 1, 0, 1] = 20
    by_group[7:, 0, 0, 1] = by_group[7:, 1, 0, 0] = 20
    found = randomisation_p_values(by_group, [(0, 1)], accuracy, swaps=20_000, seed=0)
    # a coin that falls 7 to 3 or further in ten throws, either way: 352 of 1024
    assert found == pytest.approx([352 / 1024], abs=0.012)
