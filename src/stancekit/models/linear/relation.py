"""How a passage relates to its target: shared words, and shared subject.

Whether a text speaks of its target at all decides whether it can take a stance on it. Shared
subject is the cosine of text and target in a latent space (Deerwester et al. 1990) of the training
passages.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from stancekit.models.arrays import FloatArray, IntArray
from stancekit.models.linear.bags import Bag

if TYPE_CHECKING:
    from stancekit.models.linear.counts import TrainingCounts

_DIMENSIONS = 100


@dataclass(frozen=True)
class Relation:
    """Word weights and word vectors by which text and target are compared.

    Parameters
    ----------
    idf
        Weight of each known word in the overlap, shape (known words,).
    unseen
        Weight of a word that training did not hold.
    vectors
        Shape (known words, dimensions).
    """

    idf: FloatArray
    unseen: float
    vectors: NDArray[np.floating[Any]]

    n_features = 5

    @classmethod
    def fit(cls, counts: TrainingCounts, rows: IntArray, idf: FloatArray) -> Relation:
        """Learn word vectors from the words of those rows and their targets."""
        import scipy.sparse as sp
        from sklearn.decomposition import TruncatedSVD
        from sklearn.preprocessing import normalize

        n_known = len(idf)
        bags = [bag for bag in (counts.texts, counts.targets) if bag is not None]
        matrices = [
            sp.csr_matrix((bag.weights, (bag.rows, bag.features)), shape=(bag.n_rows, n_known))
            for bag in bags
        ]
        weighed = normalize(sp.vstack([matrix[rows] for matrix in matrices]) @ sp.diags(idf))
        dimensions = min(_DIMENSIONS, min(weighed.shape) - 1)
        if dimensions < 1:
            return cls(idf, float(np.log(1 + len(rows)) + 1), np.zeros((n_known, 1)))
        # One fixed seed: the solver's start is no choice of the experiment's.
        components = TruncatedSVD(dimensions, random_state=0).fit(weighed).components_
        # As they are saved, so that a saved model predicts what the fitted one does.
        vectors = (components * idf).T.astype(np.float32)
        return cls(idf, float(np.log(1 + len(rows)) + 1), vectors)

    def features(self, texts: Bag, targets: Bag, prefix_ids: IntArray) -> FloatArray:
        """Compare each text with its target.

        Returns
        -------
        Shape (rows, 5): the share of the target's words found in the text, by weight; whether any
        is; how much of the text they are, at most 1 from a twentieth up; the cosine of the
        subjects, and the root of its positive part.
        """
        share, mentions = self._overlap(texts, targets, prefix_ids)
        cosine = self._cosine(texts, targets)
        return np.column_stack([share, share > 0, mentions, cosine, np.sqrt(np.maximum(cosine, 0))])

    def _overlap(
        self, texts: Bag, targets: Bag, prefix_ids: IntArray
    ) -> tuple[FloatArray, FloatArray]:
        width = int(prefix_ids.max()) + 1 if len(prefix_ids) else 1
        text_keys = texts.rows * width + prefix_ids[texts.features]
        target_keys = targets.rows * width + prefix_ids[targets.features]
        weights = np.full(len(prefix_ids), self.unseen)
        weights[: len(self.idf)] = np.where(self.idf > 0, self.idf, self.unseen)
        found = np.isin(target_keys, text_keys) * weights[targets.features]
        share = _ratio(
            np.bincount(targets.rows, found, targets.n_rows),
            np.bincount(targets.rows, weights[targets.features], targets.n_rows),
        )
        mentions = _ratio(
            np.bincount(texts.rows, np.isin(text_keys, target_keys), texts.n_rows),
            np.bincount(texts.rows, minlength=texts.n_rows),
        )
        return share, np.minimum(1.0, 20 * mentions)

    def _cosine(self, texts: Bag, targets: Bag) -> FloatArray:
        a, b = self._embed(texts), self._embed(targets)
        lengths = np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1)
        return _ratio((a * b).sum(axis=1), lengths)

    def _embed(self, bag: Bag) -> FloatArray:
        known = bag.features < len(self.vectors)
        rows, features = bag.rows[known], bag.features[known]
        embedded = np.zeros((bag.n_rows, self.vectors.shape[1]))
        if len(rows):
            starts = np.flatnonzero(np.diff(rows, prepend=-1))
            weighed = bag.weights[known, None] * self.vectors[features]
            embedded[rows[starts]] = np.add.reduceat(weighed, starts, axis=0)
        return embedded


def _ratio(a: ArrayLike, b: ArrayLike) -> FloatArray:
    over, under = np.asarray(a, float), np.asarray(b, float)
    ratio: FloatArray = np.divide(over, under, out=np.zeros(len(over)), where=under > 0)
    return ratio
