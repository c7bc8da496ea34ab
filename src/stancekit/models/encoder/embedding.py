"""A frozen encoder: passages to embeddings of unit length."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

import numpy as np
import numpy.typing as npt

from stancekit.errors import ModelError
from stancekit.models.batching import compute, has_segments, pad_id
from stancekit.models.checkpoints import require_torch
from stancekit.models.contract import Progress
from stancekit.models.devices import Device, Precision, choose_device, choose_dtype
from stancekit.models.encoder.options import EmbeddingOptions, Pooling
from stancekit.models.loading import load_encoder, load_tokenizer
from stancekit.models.windows import Encoded, OnLong, encode_readings, longest_input
from stancekit.models.wording import Reading

if TYPE_CHECKING:
    import torch

Embeddings = npt.NDArray[np.float32]

_PLAIN_MODULES: Final = ("Transformer", "Pooling", "Normalize")
_POOLING: Final = {"pooling_mode_mean_tokens": "mean", "pooling_mode_cls_token": "cls"}


@dataclass(frozen=True, kw_only=True)
class Network:
    """How an encoder is run; part of what its embeddings depend on.

    `max_length` ``None`` goes by the checkpoint.
    """

    pooling: Pooling = "auto"
    layers: int = 1
    max_length: int | None = None
    on_long: OnLong = "window"
    device: Device = "auto"
    precision: Precision = "auto"

    @classmethod
    def of(cls, options: EmbeddingOptions) -> Self:
        """Take what a family's options say of it."""
        return cls(
            pooling=options.pooling,
            layers=options.layers,
            max_length=options.max_length,
            on_long=options.on_long,
            device=options.device,
            precision=options.precision,
        )


class Embedder:
    """Embeds passages with a pretrained encoder whose weights stay as they are.

    The library `transformers` reads checkpoint and tokenizer; of what `sentence-transformers`
    writes beside them, pooling and the longest input are gone by.
    """

    def __init__(self, model: Any, tokenizer: Any, network: Network, pooling: str) -> None:
        self.network = network
        self.pooling = pooling
        self.device = choose_device(network.device)
        self.dtype = choose_dtype(network.precision, self.device)
        self.max_length = longest_input(model.config, tokenizer, network.max_length)
        self.n_columns = int(model.config.hidden_size) * network.layers
        self._model = model.to(self.device, self.dtype).eval()
        self._tokenizer = tokenizer

    @classmethod
    def load(cls, folder: Path, network: Network) -> Self:
        """Load a checkpoint from its folder.

        Raises
        ------
        ModelError
            If it cannot be read, or embeds in a way that is not known here.
        """
        require_torch("the encoder family")
        said = _said_of_itself(folder)
        pooling = said.pooling if network.pooling == "auto" else network.pooling
        longest = network.max_length or said.max_length
        tokenizer = load_tokenizer(folder)
        model = load_encoder(folder)
        _check_vocabulary(folder, tokenizer, model)
        _check_layers(folder, model, network.layers)
        return cls(model, tokenizer, replace(network, max_length=longest), pooling)

    def with_encoder(self, model: Any) -> Self:
        """Embed in the same way with another encoder of the same kind, as one that was tuned."""
        return type(self)(model, self._tokenizer, self.network, self.pooling)

    @property
    def pad(self) -> int:
        """The id that fills a batch up."""
        return pad_id(self._tokenizer)

    def encode(self, readings: Sequence[Reading]) -> Encoded:
        """Give token ids, in windows where a passage is longer than the encoder reads."""
        return encode_readings(
            readings, self._tokenizer, max_length=self.max_length, on_long=self.network.on_long
        )

    def embed(self, encoded: Encoded, progress: Progress | None = None) -> Embeddings:
        """Give embeddings of unit length, shape (passages, columns)."""
        found = compute(
            encoded,
            self._forward,
            pad=self.pad,
            device=self.device,
            progress=progress,
            step="embed",
        )
        return found if len(encoded) else np.empty((0, self.n_columns), np.float32)

    def _forward(self, batch: dict[str, torch.Tensor]) -> torch.Tensor:
        import torch

        if not has_segments(self._model.config):
            batch = {name: value for name, value in batch.items() if name != "token_type_ids"}
        n_layers = self.network.layers
        said = self._model(**batch, output_hidden_states=n_layers > 1)
        # Some architectures still normalise the last layer behind its hidden state.
        below = said.hidden_states[-n_layers:-1] if n_layers > 1 else ()
        pooled = [
            torch.nn.functional.normalize(self._pool(layer.float(), batch["attention_mask"]), dim=1)
            for layer in (*below, said.last_hidden_state)
        ]
        return torch.cat(pooled, dim=1) / len(pooled) ** 0.5

    def _pool(self, states: torch.Tensor, attended: torch.Tensor) -> torch.Tensor:
        if self.pooling == "cls":
            return states[:, 0]
        mask = attended.unsqueeze(-1).float()
        return (states * mask).sum(dim=1) / mask.sum(dim=1)


@dataclass(frozen=True, slots=True)
class _Said:
    pooling: str = "mean"
    max_length: int | None = None


def _said_of_itself(folder: Path) -> _Said:
    """Read what sentence-transformers wrote beside a checkpoint, if it did."""
    modules = _json(folder / "modules.json")
    if modules is None:
        return _Said()
    kinds = [str(module.get("type", "")).rpartition(".")[2] for module in modules]
    strange = [kind for kind in kinds if kind not in _PLAIN_MODULES]
    if strange:
        raise ModelError(
            f"checkpoint {folder}: found the modules {', '.join(strange)} behind the encoder, "
            f"expected only {', '.join(_PLAIN_MODULES)}; take a checkpoint without them"
        )
    bounds = _json(folder / "sentence_bert_config.json") or {}
    longest = bounds.get("max_seq_length")
    return _Said(_pooling(folder, modules), longest if isinstance(longest, int) else None)


def _pooling(folder: Path, modules: Sequence[Any]) -> str:
    """Read how tokens are pooled: from flags, or from the word that took their place."""
    places = [m.get("path", "") for m in modules if str(m.get("type")).endswith("Pooling")]
    said = (_json(folder / places[0] / "config.json") or {}) if places else {}
    flags = [key for key, value in said.items() if key.startswith("pooling_mode_") and value]
    asked = [_POOLING.get(flag, flag) for flag in flags] or [str(said.get("pooling_mode", "mean"))]
    if len(asked) > 1 or asked[0] not in ("mean", "cls"):
        raise ModelError(
            f"checkpoint {folder}: found the pooling {', '.join(asked)}, expected mean or cls; "
            "set pooling yourself, or take another checkpoint"
        )
    return str(asked[0])


def _check_vocabulary(folder: Path, tokenizer: Any, model: Any) -> None:
    rows = model.get_input_embeddings().weight.shape[0]
    if len(tokenizer) > rows:
        raise ModelError(
            f"checkpoint {folder}: its tokenizer knows {len(tokenizer)} tokens and its network "
            f"{rows}: they do not belong together. Get both from one checkpoint"
        )


def _check_layers(folder: Path, model: Any, layers: int) -> None:
    n_layers = int(model.config.num_hidden_layers)
    if layers > n_layers:
        raise ModelError(
            f"checkpoint {folder}: found {n_layers} layers, expected at least the {layers} asked "
            "for; lower layers"
        )


def _json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise ModelError(f"{path}: it cannot be read: {error}") from error
