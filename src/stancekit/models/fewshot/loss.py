"""The loss: on each axis, every pair among the passages of a step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import torch
from sentence_transformers.sentence_transformer.losses import CoSENTLoss, CosineSimilarityLoss

from stancekit.models.fewshot.options import Loss


class PairLoss(torch.nn.Module):  # type: ignore[misc]
    """sentence-transformers' loss of pairs, over all pairs of a step and all axes.

    A passage is embedded once, whatever the number of its pairs. How near two passages ought to be
    is the chance that a label drawn for either is the same: 1 or 0, in between for soft labels.

    Parameters
    ----------
    model
        The encoder, as sentence-transformers runs it.
    widths
        How many labels each axis has.
    """

    def __init__(self, model: Any, widths: Sequence[int], loss: Loss) -> None:
        super().__init__()
        self.model = model
        self.widths = tuple(widths)
        is_cosine = loss == "cosine"
        self.pairs = (
            CosineSimilarityLoss(model, BalancedError()) if is_cosine else CoSENTLoss(model)
        )

    def forward(self, features: Sequence[dict[str, Any]], labels: torch.Tensor) -> torch.Tensor:
        """Give the loss of the pairs of two labelled passages, summed over the axes.

        Parameters
        ----------
        labels
            Shape (passages, labels of all axes); NaN where an axis has no label.
        """
        embeddings = self.model(features[0])["sentence_embedding"].float()
        total = embeddings.sum() * 0.0
        for shares in labels.split(self.widths, dim=1):
            known = ~torch.isnan(shares).any(dim=1)
            total = total + self._of_axis(embeddings[known], shares[known])
        return total

    def _of_axis(self, embeddings: torch.Tensor, shares: torch.Tensor) -> torch.Tensor:
        if len(shares) < 2:
            return embeddings.sum() * 0.0
        first, second = torch.triu_indices(len(shares), len(shares), offset=1)
        nearness = (shares[first] * shares[second]).sum(dim=1)
        pair = [embeddings[first], embeddings[second]]
        loss: torch.Tensor = self.pairs.compute_loss_from_embeddings(pair, nearness)
        return loss


class BalancedError(torch.nn.Module):  # type: ignore[misc]
    """Mean squared error in which pairs of one label count as much as all others together.

    Among three labels only a third of the pairs are of one label.
    """

    def forward(self, found: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
        """Give the error."""
        errors = (found - wanted) ** 2
        sides = [wanted, 1.0 - wanted]
        means = [(errors * side).sum() / side.sum() for side in sides if bool(side.sum() > 0)]
        return torch.stack(means).mean()
