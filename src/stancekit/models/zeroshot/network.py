"""An entailment model: pairs of passage and hypothesis to the log odds that one follows."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Self

import numpy as np
import torch

from stancekit.errors import ModelError
from stancekit.models.arrays import FloatArray
from stancekit.models.batching import compute, has_segments, pad_id
from stancekit.models.contract import Progress
from stancekit.models.devices import Device, Precision, choose_device, choose_dtype
from stancekit.models.loading import load_network, load_tokenizer
from stancekit.models.windows import Encoded

if TYPE_CHECKING:
    from transformers import PreTrainedModel

_LOGGER = logging.getLogger(__name__)

_ENTAILMENT: Final = "entailment"
_OTHERS: Final = frozenset(
    ["contradiction", "neutral", "not_entailment", "non_entailment", "no_entailment"]
)


class EntailmentNetwork:
    """A sequence classifier of which one output says that the hypothesis follows.

    Attributes
    ----------
    entailment
        Which output that is.
    """

    def __init__(
        self,
        model: PreTrainedModel,
        tokenizer: Any,
        *,
        entailment: int,
        device: Device,
        precision: Precision,
    ) -> None:
        self.entailment = entailment
        self.tokenizer = tokenizer
        self.config: Any = model.config
        self.device = choose_device(device)
        self._model = model.to(self.device, choose_dtype(precision, self.device)).eval()
        self._has_segments = has_segments(model.config)

    @classmethod
    def load(
        cls, folder: Path, *, entailment: int | None, device: Device, precision: Precision
    ) -> Self:
        """Load a checkpoint from its folder.

        Parameters
        ----------
        entailment
            Which output says that the hypothesis follows; ``None`` goes by the checkpoint's own
            names of its outputs.

        Raises
        ------
        ModelError
            If it cannot be read, is no classifier of pairs, or does not plainly say which of its
            outputs is entailment.
        """
        tokenizer = load_tokenizer(folder)
        model, missing = load_network(folder, "AutoModelForSequenceClassification")
        _check_whole(folder, missing, model, tokenizer)
        labels = {int(place): str(name) for place, name in model.config.id2label.items()}
        place = entailment_place(folder, labels, entailment)
        return cls(model, tokenizer, entailment=place, device=device, precision=precision)

    def log_odds(
        self, pairs: Encoded, *, progress: Progress | None = None, step: str = "entail"
    ) -> FloatArray:
        """Give the log odds that the hypothesis of each pair follows, shape (pairs,)."""
        found = compute(
            pairs,
            self._forward,
            pad=pad_id(self.tokenizer),
            device=self.device,
            progress=progress,
            step=step,
        )
        return found.astype(np.float64).reshape(-1)

    def _forward(self, batch: dict[str, torch.Tensor]) -> torch.Tensor:
        if not self._has_segments:
            batch = {name: value for name, value in batch.items() if name != "token_type_ids"}
        logits: torch.Tensor = self._model(**batch).logits.float()
        follows = logits[:, self.entailment]
        others = torch.cat([logits[:, : self.entailment], logits[:, self.entailment + 1 :]], dim=1)
        return (follows - torch.logsumexp(others, dim=1)).unsqueeze(1)


def entailment_place(folder: Path, labels: Mapping[int, str], asked: int | None) -> int:
    """Give which output is entailment: the one asked for, else the one that says so; no guess.

    Parameters
    ----------
    labels
        The checkpoint's name of each output.

    Raises
    ------
    ModelError
        If the checkpoint does not plainly say it and nothing was asked for, or what was asked for
        is no output.
    """
    listed = ", ".join(f"{place}: {labels[place]}" for place in sorted(labels))
    if len(labels) < 2:
        raise ModelError(
            f"checkpoint {folder}: it has {len(labels)} output ({listed}), expected two or more, "
            "one of them entailment; take a checkpoint trained on natural language inference"
        )
    said = _said(labels)
    if asked is None:
        if said is None:
            raise ModelError(
                f"checkpoint {folder}: its outputs are {listed}, expected entailment, neutral and "
                "contradiction; which one is entailment is not guessed. Look it up where the "
                "checkpoint comes from, and give its number, as in entailment: 0"
            )
        return said
    if asked not in labels:
        raise ModelError(
            f"entailment: found {asked}, but the outputs of checkpoint {folder} are {listed}; give "
            "the number of the one that is entailment"
        )
    if said not in (None, asked):
        _LOGGER.warning(
            "entailment is %d, as you say, though the checkpoint's outputs are %s", asked, listed
        )
    return asked


def _said(labels: Mapping[int, str]) -> int | None:
    words = {place: name.strip().lower().replace("-", "_") for place, name in labels.items()}
    places = [place for place, word in words.items() if word == _ENTAILMENT]
    others = {word for word in words.values() if word != _ENTAILMENT}
    return places[0] if len(places) == 1 and others <= _OTHERS else None


def _check_whole(folder: Path, missing: Any, model: Any, tokenizer: Any) -> None:
    if missing:
        raise ModelError(
            f"checkpoint {folder}: it has no weights for {', '.join(sorted(missing))}, so that it "
            "was not trained to classify pairs; take one trained on natural language inference"
        )
    rows = model.get_input_embeddings().weight.shape[0]
    if len(tokenizer) > rows:
        raise ModelError(
            f"checkpoint {folder}: its tokenizer knows {len(tokenizer)} tokens and its network "
            f"{rows}: they do not belong together. Get both from one checkpoint"
        )
