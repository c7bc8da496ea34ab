"""Learning rates that fall from the heads down to the embeddings."""

from __future__ import annotations

import re
from typing import Any

from stancekit.models.transformer.network import StanceNetwork

_LAYER = re.compile(r"\.(?:layers?|h|block)\.(\d+)\.")


def parameter_groups(
    network: StanceNetwork, *, rate: float, decay: float, weight_decay: float
) -> list[dict[str, Any]]:
    """Give the optimizer's groups: one a depth, with and without weight decay.

    The heads have `rate`; each layer below has `decay` times that of the one above it, and the
    embeddings that of a layer below the first (Howard and Ruder 2018).
    """
    n_layers = int(getattr(network.encoder.config, "num_hidden_layers", 0))
    groups: dict[tuple[int, bool], dict[str, Any]] = {}
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        depth = _depth(name, n_layers)
        decays = parameter.ndim > 1
        group = groups.setdefault(
            (depth, decays),
            {
                "params": [],
                "lr": rate * decay ** (n_layers + 1 - depth),
                "weight_decay": weight_decay if decays else 0.0,
            },
        )
        group["params"].append(parameter)
    return [groups[key] for key in sorted(groups)]


def _depth(name: str, n_layers: int) -> int:
    """Give 0 for embeddings, 1 for the first layer, one more than the layers for the heads."""
    if not name.startswith("encoder."):
        return n_layers + 1
    layer = _LAYER.search(name)
    return 0 if layer is None else min(int(layer.group(1)) + 1, n_layers)
