"""Passages and their labels as the rows of a data loader."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from stancekit.models.arrays import FloatArray, IntArray
from stancekit.models.batching import padded
from stancekit.models.task import Task
from stancekit.models.windows import Encoded


@dataclass(frozen=True, eq=False)
class Examples:
    """Rows of token ids, each with the share of every label, NaN where an axis has none."""

    encoded: Encoded
    labels: FloatArray

    def __len__(self) -> int:
        return len(self.encoded)

    def __getitem__(self, row: int) -> dict[str, Any]:
        return {"input_ids": self.encoded.ids[row], "row": row}

    def select(self, rows: IntArray) -> Examples:
        """Give some of the rows."""
        return Examples(self.encoded.rows(rows.tolist()), self.labels[rows])


@dataclass(frozen=True)
class Collator:
    """Pads rows of examples to one length, and stacks their labels."""

    examples: Examples
    pad: int
    weights: torch.Tensor | None
    with_segments: bool

    def __call__(self, rows: Sequence[Mapping[str, Any]]) -> dict[str, torch.Tensor]:
        """Give the tensors that the network takes."""
        numbers = [int(row["row"]) for row in rows]
        batch = padded(self.examples.encoded, numbers, self.pad, torch.device("cpu"))
        if not self.with_segments:
            del batch["token_type_ids"]
        batch["labels"] = torch.from_numpy(self.examples.labels[numbers]).float()
        if self.weights is not None:
            batch["weights"] = self.weights
        return batch


def joint_labels(task: Task, *, smoothing: float) -> FloatArray:
    """Give the shares of all axes' labels side by side, smoothed (Szegedy et al. 2016)."""
    each = task.targets.values()
    smoothed = [targets * (1.0 - smoothing) + smoothing / targets.shape[1] for targets in each]
    return np.concatenate(smoothed, axis=1)


def label_weights(task: Task, rows: IntArray, asked: Any) -> FloatArray | None:
    """Give what each label of each axis counts in the loss; ``None`` where all count the same.

    ``balanced`` makes each label of an axis count as much as every other, over its rows.
    """
    if asked is None:
        return None
    parts = []
    for axis, names in task.labels.items():
        if isinstance(asked, Mapping):
            parts.append(np.array([asked.get(name, 1.0) for name in names]))
            continue
        counts = np.nansum(task.targets[axis][rows], axis=0)
        known = counts > 0
        weights = np.zeros(len(names))
        weights[known] = counts[known].sum() / (known.sum() * counts[known])
        parts.append(weights)
    return np.concatenate(parts)
