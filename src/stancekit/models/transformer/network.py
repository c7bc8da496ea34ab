"""The network: one encoder, pooled, with one linear head an axis."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

import torch
from transformers import AutoConfig, AutoModel, PretrainedConfig, PreTrainedModel
from transformers.modeling_outputs import SequenceClassifierOutput

from stancekit.models.loading import load_encoder, quiet_loading


class StanceConfig(PretrainedConfig):  # type: ignore[misc]
    """What a stance network is: its encoder's configuration, and the labels of each axis.

    Parameters
    ----------
    encoder
        The encoder's configuration as plain data.
    axes
        Each axis with its labels, both in codebook order. A list: transformers writes the keys of
        a mapping in alphabetical order, and the heads' columns would be taken for one another.
    """

    model_type = "stancekit"

    def __init__(
        self,
        encoder: Mapping[str, Any] | None = None,
        axes: Sequence[tuple[str, Sequence[str]]] = (),
        *,
        dropout: float = 0.1,
        **other: Any,
    ) -> None:
        self.encoder = dict(encoder or {})
        self.axes = [[axis, list(labels)] for axis, labels in axes]
        self.dropout = dropout
        super().__init__(**other)


class StanceNetwork(PreTrainedModel):  # type: ignore[misc]
    """An encoder whose mean state goes to one linear head an axis.

    All heads are one layer, whose outputs stand side by side in the order of the axes: a pass over
    the text serves every axis.
    """

    config_class = StanceConfig
    base_model_prefix = "encoder"

    def __init__(self, config: StanceConfig) -> None:
        super().__init__(config)
        own = dict(config.encoder)
        encoder = AutoConfig.for_model(own.pop("model_type"), **own)
        self.encoder = AutoModel.from_config(encoder)
        self.dropout = torch.nn.Dropout(config.dropout)
        n_labels = sum(len(labels) for _, labels in config.axes)
        self.heads = torch.nn.Linear(encoder.hidden_size, n_labels)
        self.post_init()

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read a network that `save_pretrained` wrote."""
        with quiet_loading():
            network: Self = cls.from_pretrained(folder, local_files_only=True)
        return network

    def forward(
        self,
        input_ids: torch.Tensor,
        attention_mask: torch.Tensor,
        token_type_ids: torch.Tensor | None = None,
        labels: torch.Tensor | None = None,
        weights: torch.Tensor | None = None,
    ) -> SequenceClassifierOutput:
        """Give the scores of all labels of all axes, and, with labels, the loss.

        Parameters
        ----------
        labels
            Share of each label, shape (rows, labels of all axes); NaN where an axis has no label.
        weights
            What each label counts in the loss, shape (labels of all axes,).
        """
        segments = {} if token_type_ids is None else {"token_type_ids": token_type_ids}
        states = self.encoder(
            input_ids=input_ids, attention_mask=attention_mask, **segments
        ).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(states.dtype)
        pooled = (states * mask).sum(dim=1) / mask.sum(dim=1)
        logits = self.heads(self.dropout(pooled))
        loss = None if labels is None else self._loss(logits.float(), labels, weights)
        return SequenceClassifierOutput(loss=loss, logits=logits)

    def _loss(
        self, logits: torch.Tensor, labels: torch.Tensor, weights: torch.Tensor | None
    ) -> torch.Tensor:
        """Give the cross entropy, each axis over its labelled rows, summed over axes.

        Label smoothing has been done to `labels`, which may be soft anyway.
        """
        total, first = logits.sum() * 0.0, 0
        for _, names in self.config.axes:
            part = slice(first, first + len(names))
            first += len(names)
            known = ~torch.isnan(labels[:, part]).any(dim=1)
            if not bool(known.any()):
                continue
            targets = labels[known, part]
            if weights is not None:
                targets = targets * weights[part]
            entropy = -(targets * torch.log_softmax(logits[known, part], dim=1)).sum(dim=1)
            # Over the batch's weight: as in torch's own weighted cross entropy.
            total = total + entropy.sum() / targets.sum()
        return total


def build_network(
    folder: Path,
    axes: Mapping[str, Sequence[str]],
    *,
    dropout: float | None,
    attention_dropout: float | None,
) -> StanceNetwork:
    """Give a network with the weights of a pretrained encoder, and new heads."""
    encoder = load_encoder(folder)
    own = encoder.config.to_dict()
    own.pop("_name_or_path", None)  # where it lay is nobody's business, and no part of the model
    for name, usual in own.items():
        # Each architecture has names of its own: hidden_dropout_prob, attention_dropout, ...
        asked = attention_dropout if "att" in name else dropout
        if "drop" in name and isinstance(usual, float) and asked is not None:
            own[name] = asked
    usual = own.get("hidden_dropout_prob", 0.1)
    config = StanceConfig(
        encoder=own,
        axes=tuple(axes.items()),
        dropout=usual if dropout is None else dropout,
    )
    network = StanceNetwork(config)
    network.encoder.load_state_dict(encoder.state_dict())
    return network
