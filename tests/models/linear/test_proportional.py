from __future__ import annotations

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression

from stancekit.models.linear.proportional import merge_proportional


def test_columns_that_are_multiples_become_one_as_long_as_all():
    # The first and third are 3 and 4 times one direction: together 5 times. The fourth is empty.
    columns = np.array([[3.0, 1.0, 4.0, 0.0], [0.0, 2.0, 0.0, 0.0], [3.0, 0.0, 4.0, 0.0]])
    merged = merge_proportional(sp.csr_array(columns))
    assert merged.features.shape == (3, 2)
    stands, other = merged.direction[0], merged.direction[1]
    assert merged.direction.tolist()[:3] == [stands, other, stands]
    np.testing.assert_allclose(merged.features.toarray()[:, stands], [5.0, 0.0, 5.0])
    np.testing.assert_allclose(merged.share, [0.6, 1.0, 0.8, 0.0])


def test_a_model_of_the_merged_columns_is_the_model_of_all():
    rng = np.random.default_rng(3)
    base = rng.uniform(0.1, 1.0, size=(60, 6)) * (rng.random((60, 6)) < 0.4)
    columns = sp.csr_array(np.hstack([base, 0.3 * base, 2.0 * base[:, :2], np.zeros((60, 1))]))
    y = rng.integers(0, 3, size=60)
    merged = merge_proportional(columns)
    assert merged.features.shape == (60, 6)
    full = LogisticRegression(C=2.0, tol=1e-10, max_iter=1000).fit(columns, y)
    small = LogisticRegression(C=2.0, tol=1e-10, max_iter=1000).fit(merged.features, y)
    np.testing.assert_allclose(merged.expand(small.coef_), full.coef_, atol=1e-6)


def test_nothing_to_read_is_nothing_to_merge():
    merged = merge_proportional(sp.csr_array((4, 3)))
    assert merged.features.shape == (4, 0)
    assert merged.expand(np.zeros((2, 0))).tolist() == [[0.0] * 3] * 2
