import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.sparse.csgraph import connected_components

from stancekit.corpus.duplicates import (
    duplicate_clusters,
    in_order_of_appearance,
    joined,
    joined_groups,
    near_duplicate_pairs,
)

# Ten different words make nine word pairs. One word more makes ten, nine of them shared: 9/10.
# Another last word leaves eight shared of ten: 8/10. Another first and last word: 7/11.
TEN = "the envoy of the harbour council expects ferries by autumn"
LONGER = f"{TEN} again"
OTHER_END = TEN.replace("autumn", "winter")
OTHER_ENDS = OTHER_END.replace("the envoy", "an envoy")


def test_similarity_is_that_of_the_sets_of_word_pairs():
    texts = [TEN, LONGER, OTHER_END, OTHER_ENDS]

    pairs = {(left, right): share for left, right, share in near_duplicate_pairs(texts, 0.5)}

    assert pairs[0, 1] == pytest.approx(9 / 10)
    assert pairs[0, 2] == pytest.approx(8 / 10)
    assert pairs[0, 3] == pytest.approx(7 / 11)


def test_the_threshold_itself_counts():
    assert [pair[:2] for pair in near_duplicate_pairs([TEN, OTHER_END])] == [(0, 1)]
    assert near_duplicate_pairs([TEN, OTHER_END], 0.81) == []


def test_case_punctuation_and_spacing_do_not_count():
    texts = [TEN, f"“{TEN.upper()}!”".replace(" ", "  ")]

    assert near_duplicate_pairs(texts) == [(0, 1, 1.0)]


def test_short_texts_match_only_when_equal():
    texts = ["No comment was made", "No comment was given", "No comment was made."]

    assert near_duplicate_pairs(texts, 0.1) == [(0, 2, 1.0)]
    assert duplicate_clusters(texts, 0.1).tolist() == [0, 1, 0]


def test_every_pair_among_copies_is_given_in_order():
    assert [pair[:2] for pair in near_duplicate_pairs([TEN, LONGER, TEN])] == [
        (0, 1),
        (0, 2),
        (1, 2),
    ]


def test_families_are_closed_under_similarity():
    words = [f"w{number}" for number in range(40)]
    chain = [" ".join(words[start : start + 20]) for start in range(0, 12, 2)]

    similar = {pair[:2] for pair in near_duplicate_pairs(chain)}

    # Neighbours share 17 of 21 word pairs (0.81), the next but one 15 of 23 (0.65).
    assert similar == {(n, n + 1) for n in range(5)}
    assert duplicate_clusters(chain).tolist() == [0] * 6


def test_texts_without_words_are_themselves():
    assert duplicate_clusters(["?", "!", " ? ", ""]).tolist() == [0, 1, 0, 2]


@pytest.mark.parametrize("texts", [[], [TEN], ["a"]], ids=["none", "one", "one short"])
def test_few_texts(texts):
    assert near_duplicate_pairs(texts) == []
    assert duplicate_clusters(texts).tolist() == list(range(len(texts)))


@pytest.mark.parametrize("threshold", [0, -0.1, 1.1])
def test_a_threshold_outside_its_range_raises(threshold):
    with pytest.raises(ValueError, match="expected a number above 0 and at most 1"):
        near_duplicate_pairs([TEN], threshold)


_sentences = st.lists(
    st.lists(st.sampled_from(["sea", "port", "tide", "quay"]), min_size=1, max_size=9).map(
        " ".join
    ),
    max_size=12,
)


def _brute_force(texts, threshold):
    def similar(left, right):
        if left == right:
            return True
        if min(len(left.split()), len(right.split())) < 5:
            return False
        a, b = (set(zip(t.split(), t.split()[1:], strict=False)) for t in (left, right))
        return len(a & b) / len(a | b) >= threshold

    n_texts = len(texts)
    return {
        (left, right)
        for left in range(n_texts)
        for right in range(left + 1, n_texts)
        if similar(texts[left], texts[right])
    }


@settings(deadline=None)
@given(_sentences, st.sampled_from([0.3, 0.5, 0.8, 1.0]), st.integers(0, 3))
def test_pairs_and_families_are_those_of_comparing_all_with_all(texts, threshold, seed):
    expected = _brute_force(texts, threshold)

    found = {pair[:2] for pair in near_duplicate_pairs(texts, threshold, seed=seed)}

    assert found == expected
    graph = np.zeros((len(texts), len(texts)))
    for left, right in expected:
        graph[left, right] = 1
    families = connected_components(graph, directed=False)[1] if texts else np.array([])
    clusters = duplicate_clusters(texts, threshold, seed=seed)
    assert clusters.tolist() == in_order_of_appearance(families).tolist()


def test_a_large_family_of_like_texts_is_one():
    base = [f"w{number}" for number in range(30)]
    texts = [" ".join([*base, f"x{number}"]) for number in range(500)]  # 29 of 31 word pairs shared

    assert duplicate_clusters(texts).tolist() == [0] * 500


def test_in_order_of_appearance():
    assert in_order_of_appearance(np.array([7, 3, 7, 9, 3])).tolist() == [0, 1, 0, 2, 1]


def test_joined_merges_what_either_grouping_holds_together():
    first, second = np.array([0, 0, 1, 2, 3]), np.array([0, 1, 1, 2, 3])

    assert joined(first, second).tolist() == [0, 0, 0, 1, 2]


def test_groups_that_share_a_passage_are_joined():
    texts = ["Some other words stand here today", TEN, LONGER, "Nothing of the kind is here"]

    assert joined_groups(texts, ["a", "a", "b", "c"]).tolist() == [0, 0, 0, 1]


def test_articles_cut_into_other_paragraphs_are_joined():
    words = [f"w{number}" for number in range(30)]
    cuts = {"a": [10, 20], "b": [15], "c": []}
    texts, groups = [], []
    for group, ends in cuts.items():
        for start, end in zip([0, *ends], [*ends, 30], strict=True):
            texts.append(" ".join(words[start:end]))
            groups.append(group)

    assert len(set(duplicate_clusters(texts).tolist())) == 6
    assert joined_groups(texts, groups).tolist() == [0] * 6
