"""A fine-tuned model: one network or several, whose probabilities are averaged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from stancekit.models.arrays import BoolArray, FloatArray
from stancekit.models.batching import compute, has_segments, pad_id
from stancekit.models.calibration import softmax
from stancekit.models.devices import Device, Precision, choose_device, choose_dtype
from stancekit.models.passages import PassageColumns, to_columns
from stancekit.models.reading import ReadingOptions
from stancekit.models.side_by_side import split_axes
from stancekit.models.windows import Encoded, OnLong, encode_readings
from stancekit.models.wording import read_passages

if TYPE_CHECKING:
    import torch

    from stancekit.models.transformer.network import StanceNetwork

CHUNK = 4096
"""Passages scored at once, so that memory does not grow with their number."""


@dataclass(frozen=True, kw_only=True)
class Running:
    """How passages are read and where the networks run."""

    reading: ReadingOptions
    max_length: int
    on_long: OnLong
    device: Device
    precision: Precision


class TransformerScorer:
    """Predicts with fine-tuned networks."""

    def __init__(
        self,
        networks: Sequence[StanceNetwork],
        tokenizer: Any,
        running: Running,
        temperatures: Mapping[str, float],
    ) -> None:
        self.axes: Mapping[str, tuple[str, ...]] = {
            axis: tuple(labels) for axis, labels in networks[0].config.axes
        }
        self.running = running
        self.temperatures = dict(temperatures)
        self.tokenizer = tokenizer
        self.device = choose_device(running.device)
        self.dtype = choose_dtype(running.precision, self.device)
        self.networks = [network.to(self.device, self.dtype).eval() for network in networks]

    def predict_proba(self, X: Any) -> dict[str, FloatArray]:
        """Give calibrated probabilities for each axis, shape (n, labels in codebook order)."""
        columns = to_columns(X)
        found = {axis: np.empty((len(columns), len(names))) for axis, names in self.axes.items()}
        for start in range(0, len(columns), CHUNK):
            part = slice(start, start + CHUNK)
            encoded = self.encode(columns.rows(part))
            for axis, proba in self._averaged(encoded).items():
                found[axis][part] = proba
        return found

    def encode(self, columns: PassageColumns) -> Encoded:
        """Give token ids, in windows where a passage is longer than the networks read."""
        return encode_readings(
            read_passages(columns, self.running.reading),
            self.tokenizer,
            max_length=self.running.max_length,
            on_long=self.running.on_long,
        )

    def truncated(self, X: Any) -> BoolArray:
        """Give which passages are longer than the networks read, shape (n,)."""
        return self.encode(to_columns(X)).truncated

    def _averaged(self, encoded: Encoded) -> dict[str, FloatArray]:
        each = [split_axes(self.score(network, encoded), self.axes) for network in self.networks]
        return {
            axis: np.mean([softmax(one[axis], self.temperatures[axis]) for one in each], axis=0)
            for axis in self.axes
        }

    def score(self, network: StanceNetwork, encoded: Encoded) -> FloatArray:
        """Give one network's scores of all labels, shape (passages, labels of all axes)."""
        segments = has_segments(network.encoder.config)

        def forward(batch: dict[str, torch.Tensor]) -> torch.Tensor:
            if not segments:
                del batch["token_type_ids"]
            logits: torch.Tensor = network(**batch).logits
            return logits

        found = compute(encoded, forward, pad=pad_id(self.tokenizer), device=self.device)
        return found.astype(np.float64)
