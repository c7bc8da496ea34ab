"""How far each two annotators agree on the passages that both labelled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import combinations
from typing import Any

import numpy as np

from stancekit.corpus import coincidences
from stancekit.corpus.axis_annotations import AxisAnnotations
from stancekit.resampling import IntArray


@dataclass(frozen=True, slots=True)
class PairAgreement:
    """Two annotators on their `n` common passages.

    `agreement` is the share of equal labels, `kappa` Cohen's, `alpha` Krippendorff's for nominal
    data. A measure is ``None`` where it is undefined: without common passages, and, kappa and
    alpha, where the two used one label only.
    """

    annotators: tuple[str, str]
    n: int
    agreement: float | None
    kappa: float | None
    alpha: float | None

    def to_dict(self) -> dict[str, Any]:
        """Give the fields as plain data."""
        return {**asdict(self), "annotators": list(self.annotators)}


def pair_agreements(annotations: AxisAnnotations) -> Iterator[PairAgreement]:
    """Yield the agreement of every two annotators, by name."""
    own = [np.flatnonzero(annotations.annotator == i) for i in range(len(annotations.annotators))]
    for one, other in combinations(range(len(own)), 2):
        _, at, other_at = np.intersect1d(
            annotations.passage[own[one]],
            annotations.passage[own[other]],
            assume_unique=True,
            return_indices=True,
        )
        yield _pair(
            (annotations.annotators[one], annotations.annotators[other]),
            annotations.label[own[one][at]],
            annotations.label[own[other][other_at]],
            n_labels=len(annotations.label_names),
        )


def _pair(
    names: tuple[str, str], one: IntArray, other: IntArray, *, n_labels: int
) -> PairAgreement:
    table = np.bincount(one * n_labels + other, minlength=n_labels**2).astype(np.float64)
    table = table.reshape(n_labels, n_labels)
    met = table + table.T
    is_varied = np.count_nonzero(met.sum(axis=1)) > 1
    return PairAgreement(
        annotators=names,
        n=len(one),
        agreement=float(coincidences.agreement(met)) if len(one) else None,
        kappa=_cohen_kappa(one, other) if is_varied else None,
        alpha=float(coincidences.nominal_alpha(met)) if is_varied else None,
    )


def _cohen_kappa(one: IntArray, other: IntArray) -> float:
    from sklearn.metrics import cohen_kappa_score  # takes a second to import

    return float(cohen_kappa_score(one, other))
