"""An entailment model with the hypotheses of a codebook: passages to probabilities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from stancekit.models.arrays import BoolArray, FloatArray
from stancekit.models.calibration import softmax
from stancekit.models.contract import Progress
from stancekit.models.passages import PassageColumns, to_columns
from stancekit.models.reading import ReadingOptions
from stancekit.models.shrinkage import Calibration
from stancekit.models.windows import Encoded, OnLong, longest_input
from stancekit.models.wording import read_passages
from stancekit.models.zeroshot.hypotheses import Hypotheses
from stancekit.models.zeroshot.network import EntailmentNetwork
from stancekit.models.zeroshot.pairs import PairReader

CHUNK: Final = 256
"""Passages scored at once: memory does not grow with their number."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How passages and hypotheses are read."""

    reading: ReadingOptions
    max_length: int | None
    on_long: OnLong
    no_target: str | None


class ZeroshotScorer:
    """Predicts by what follows from a passage.

    A label's score is the log odds of its hypothesis; that of an absent label without one is 0, the
    log odds of what is as likely as not. For hypotheses that follow or not independently of each
    other, the softmax of these scores is the probability of each label given that exactly one of
    the hypotheses follows, or none and the label is then the absent one.
    """

    def __init__(
        self,
        network: EntailmentNetwork,
        hypotheses: Hypotheses,
        how: Reading,
        calibrations: Mapping[str, Calibration],
    ) -> None:
        self.axes: Mapping[str, tuple[str, ...]] = hypotheses.labels
        self.network = network
        self.hypotheses = hypotheses
        self.how = how
        self.calibrations = dict(calibrations)
        self._pairs = PairReader(
            network.tokenizer,
            hypotheses.texts,
            max_length=longest_input(network.config, network.tokenizer, how.max_length),
            on_long=how.on_long,
            no_target=how.no_target,
        )

    def predict_proba(self, X: Any) -> dict[str, FloatArray]:
        """Give calibrated probabilities for each axis, shape (n, labels in codebook order)."""
        columns = to_columns(X)
        found = {axis: np.empty((len(columns), len(names))) for axis, names in self.axes.items()}
        for start in range(0, len(columns), CHUNK):
            part = slice(start, start + CHUNK)
            odds = self.log_odds(columns.rows(part), first=start)
            for axis, scores in self.scores(odds).items():
                found[axis][part] = softmax(self.calibrations[axis].logits(scores))
        return found

    def log_odds(
        self, columns: PassageColumns, *, first: int = 0, progress: Progress | None = None
    ) -> FloatArray:
        """Give the log odds of each hypothesis, shape (passages, hypotheses)."""
        pairs = self.encode(columns, first=first)
        shape = len(columns), len(self.hypotheses.texts)
        return self.network.log_odds(pairs, progress=progress).reshape(shape)

    def encode(self, columns: PassageColumns, *, first: int = 0) -> Encoded:
        """Give token ids of all pairs; `truncated` has an entry a passage."""
        return self._pairs.pairs(columns, read_passages(columns, self.how.reading), first=first)

    def truncated(self, X: Any) -> BoolArray:
        """Give which passages are longer than the network reads, shape (n,)."""
        columns = to_columns(X)
        found = np.zeros(len(columns), bool)
        for start in range(0, len(columns), CHUNK):
            part = slice(start, start + CHUNK)
            found[part] = self.encode(columns.rows(part), first=start).truncated
        return found

    def scores(self, log_odds: FloatArray) -> dict[str, FloatArray]:
        """Give uncalibrated scores for each axis, shape (n, labels in codebook order)."""
        nothing = np.zeros(len(log_odds))
        return {
            axis: np.stack(
                [
                    nothing if place is None else log_odds[:, place]
                    for place in self.hypotheses.places(axis)
                ],
                axis=1,
            )
            for axis in self.axes
        }
