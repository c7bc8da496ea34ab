import numpy as np
import pytest

from stancekit.corpus import signatures
from stancekit.corpus.signatures import _N_HASHES, SimilarityIndex, _across, _rows_per_band


@pytest.mark.parametrize("threshold", [0.1, 0.5, 0.8, 0.95, 1.0])
def test_bands_all_but_never_miss_a_pair_at_the_threshold(threshold):
    size = _rows_per_band(threshold)

    missed = (1 - threshold**size) ** (_N_HASHES // size)
    assert missed < 1e-6 or size == 1


def test_the_usual_threshold_takes_bands_of_four():
    # (1 - 0.8^4)^32 = 5e-8; bands of five would miss (1 - 0.8^5)^25 = 5e-5.
    assert _rows_per_band(0.8) == 4


def test_across_pairs_members_of_different_components_once():
    members, components = np.array([3, 5, 8, 9]), np.arange(10)
    components[8] = components[3]

    pairs = [tuple(sorted(pair)) for part in _across(members, components) for pair in part.tolist()]

    assert sorted(pairs) == [(3, 5), (3, 9), (5, 8), (5, 9), (8, 9)]


def test_across_gives_nothing_within_one_component():
    assert list(_across(np.array([1, 2, 3]), np.zeros(4, dtype=np.int64))) == []


def test_members_that_resemble_each_other_but_not_the_first_are_joined():
    keys = [" ".join(f"{start}{n}" for n in range(20)) for start in ("x", "y")]
    index = SimilarityIndex([*keys, f"{keys[1]} more"], threshold=0.8, seed=0)
    index._buckets = [np.array([0, 1, 2])]

    components = index.components().tolist()

    assert components[1] == components[2] != components[0]


def test_large_buckets_are_sorted_out_without_loss(monkeypatch):
    keys = [" ".join([*(f"w{n}" for n in range(30)), f"x{k}"]) for k in range(12)]
    keys += [" ".join([f"y{k}{n}" for n in range(20)]) for k in range(3)]
    whole = SimilarityIndex(keys, threshold=0.8, seed=0)

    monkeypatch.setattr(signatures, "_LARGE", 1)

    sorted_out = SimilarityIndex(keys, threshold=0.8, seed=0)
    assert len(sorted_out._buckets) != len(whole._buckets)
    assert sorted_out.pairs() == whole.pairs()
    assert sorted_out.components().tolist() == whole.components().tolist()


def test_small_batches_find_the_same_pairs(monkeypatch):
    keys = [" ".join([*(f"w{n}" for n in range(30)), f"x{k}"]) for k in range(12)]
    whole = SimilarityIndex(keys, threshold=0.8, seed=0)

    monkeypatch.setattr(signatures, "_BATCH", 3)

    assert whole.pairs() == SimilarityIndex(keys, threshold=0.8, seed=0).pairs()
    assert len(whole.pairs()) == 12 * 11 / 2


def test_signatures_follow_the_seed():
    keys = [" ".join(f"w{n + k}" for n in range(20)) for k in range(30)]

    first, again, other = (SimilarityIndex(keys, threshold=0.8, seed=s)._buckets for s in (1, 1, 2))

    assert [b.tolist() for b in first] == [b.tolist() for b in again]
    assert [b.tolist() for b in first] != [b.tolist() for b in other]
