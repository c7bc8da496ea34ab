"""What is known of the annotators' agreement on one axis, and how alpha is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from stancekit.corpus.annotator_pairs import PairAgreement
from stancekit.resampling import Score

Reading = Literal["firm", "tentative", "insufficient", "undefined"]

_FIRM, _TENTATIVE = 0.8, 0.667


def reading_of(alpha: float | None) -> Reading:
    """Say what conclusions alpha allows, by the customary bars (Krippendorff 2004).

    From .80 on ``firm`` ones, from .667 on ``tentative`` ones, below that none: ``insufficient``.

    Examples
    --------
    >>> [reading_of(alpha) for alpha in (0.8, 0.7, 0.5, None)]
    ['firm', 'tentative', 'insufficient', 'undefined']
    """
    if alpha is None:
        return "undefined"
    if alpha >= _FIRM:
        return "firm"
    return "tentative" if alpha >= _TENTATIVE else "insufficient"


@dataclass(frozen=True, slots=True)
class LabelAgreement:
    """How often a second annotator gave the label, too, where a first one did.

    `n` counts how often it was given to passages that were labelled twice or more.
    """

    agreement: Score
    n: int

    def to_dict(self) -> dict[str, Any]:
        """Give the score and the count."""
        return {"agreement": self.agreement.to_dict(), "n": self.n}


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A passage on which annotators differ: annotator to label."""

    id: str
    labels: Mapping[str, str]

    def to_dict(self) -> dict[str, Any]:
        """Give the id and the labels."""
        return asdict(self)


@dataclass(frozen=True, kw_only=True)
class AxisAgreement:
    """The annotators' agreement on one axis.

    Parameters
    ----------
    n_items, n_groups
        Passages labelled twice or more, which every measure counts; the groups they form.
    n_single
        Passages with one label only, which no measure counts.
    annotators
        Name to number of labels, single ones included.
    agreement
        Share of equal labels among all pairs of labels of one passage.
    alpha
        Krippendorff's alpha for nominal data, over all labels.
    alpha_ordinal
        Alpha for ordinal data over the labels that have a position, in the order of positions;
        labels of equal position count as one, and one without a position (such as ``none``) as a
        missing label, so that only passages with two placed labels count. ``None`` where the axis
        has fewer than three positions: an order of two says no more than their names.
    alpha_gate
        Nominal alpha of expressed against not expressed; ``None`` where no label means absent.
    per_label
        Specific agreement, in codebook order.
    pairwise
        Every two annotators, by name.
    disagreements
        In the order of the corpus.
    resamples, seed
        Of the bootstrap behind the intervals.
    """

    axis: str
    n_items: int
    n_groups: int
    n_single: int
    annotators: Mapping[str, int]
    agreement: Score
    alpha: Score
    alpha_ordinal: Score | None
    alpha_gate: Score | None
    per_label: Mapping[str, LabelAgreement]
    pairwise: tuple[PairAgreement, ...]
    disagreements: tuple[Disagreement, ...]
    resamples: int
    seed: int

    @property
    def reading(self) -> Reading:
        """What conclusions `alpha` allows."""
        return reading_of(self.alpha.value)

    def to_dict(self) -> dict[str, Any]:
        """Give plain data for JSON."""
        return {
            "axis": self.axis,
            "n_items": self.n_items,
            "n_groups": self.n_groups,
            "n_single": self.n_single,
            "annotators": dict(self.annotators),
            "agreement": self.agreement.to_dict(),
            "alpha": self.alpha.to_dict(),
            "reading": self.reading,
            "alpha_ordinal": _plain(self.alpha_ordinal),
            "alpha_gate": _plain(self.alpha_gate),
            "per_label": {label: one.to_dict() for label, one in self.per_label.items()},
            "pairwise": [pair.to_dict() for pair in self.pairwise],
            "disagreements": [one.to_dict() for one in self.disagreements],
            "resamples": self.resamples,
            "seed": self.seed,
        }


def _plain(score: Score | None) -> dict[str, Any] | None:
    return None if score is None else score.to_dict()
