import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix

from stancekit.corpus.rare_pairs import rare_pairs, sharing_rare_pairs


def test_the_rarest_word_pairs_of_each_text_are_kept():
    # Columns occur in 3, 2, 1 and 1 texts. At 0.6, a text of 3 keeps 3 - 2 + 1 = 2 of them, one
    # of 2 keeps 2 - 2 + 1 = 1.
    shingles = csr_matrix(np.array([[1, 1, 1, 0], [1, 1, 0, 0], [1, 0, 0, 1]]))

    kept = rare_pairs(shingles, 0.6).toarray()

    assert kept.tolist() == [[0, 1, 1, 0], [0, 1, 0, 0], [0, 0, 0, 1]]


def test_only_members_that_share_one_are_brought_together():
    rare = csr_matrix(np.array([[1, 0, 1], [1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 1]]))

    parts = [part.tolist() for part in sharing_rare_pairs(np.array([0, 1, 2, 4]), rare)]

    assert parts == [[0, 1], [0, 4]]


@given(
    st.lists(st.sets(st.integers(0, 7), min_size=1), min_size=2, max_size=8),
    st.sampled_from([0.3, 0.5, 0.8, 1.0]),
)
def test_similar_sets_always_share_a_rare_element(sets, threshold):
    shingles = csr_matrix(np.array([[number in own for number in range(8)] for own in sets]))

    rare = rare_pairs(shingles, threshold).toarray() > 0

    for left, first in enumerate(sets):
        for right, second in enumerate(sets):
            if len(first & second) / len(first | second) >= threshold:
                assert (rare[left] & rare[right]).any()
