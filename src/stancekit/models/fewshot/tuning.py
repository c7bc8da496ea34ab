"""Tunes an encoder on pairs of passages, from where a run that was cut off left it."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from datasets import Dataset
from sentence_transformers import (
    SentenceTransformer,
    SentenceTransformerTrainer,
    SentenceTransformerTrainingArguments,
)
from sentence_transformers.base.sampler import DefaultBatchSampler
from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
from torch.utils.data import SequentialSampler
from transformers import PrinterCallback, TrainerCallback, set_seed

from stancekit.errors import ModelError
from stancekit.models.arrays import FloatArray, IntArray
from stancekit.models.batching import has_segments, padded
from stancekit.models.contract import Progress
from stancekit.models.devices import choose_device, is_out_of_memory
from stancekit.models.fewshot.loss import PairLoss
from stancekit.models.fewshot.options import FewshotOptions
from stancekit.models.training_loop import loop_arguments
from stancekit.models.transformer.resuming import Watch, last_whole
from stancekit.models.windows import Encoded

_LOGGER = logging.getLogger(__name__)

SECONDS_BETWEEN: Final = 20.0
"""Between two checkpoints: one takes about a second to write."""
_FEWEST: Final = 4
"""Passages of which a step's pairs are at least taken."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Passages:
    """What is read: token ids, with the share of every label, NaN where an axis has none."""

    encoded: Encoded
    labels: FloatArray
    widths: Sequence[int]
    pad: int


@dataclass(frozen=True, kw_only=True)
class Tuning:
    """What one tuning is done with.

    `folder` takes the checkpoints, and what a run that was cut off left there is gone on with;
    ``None`` keeps none.
    """

    checkpoint: Path
    pooling: str
    options: FewshotOptions
    seed: int
    folder: Path
    keeps: bool
    step: str
    progress: Progress | None


def tune(passages: Passages, steps: IntArray, tuning: Tuning) -> Any:
    """Give the encoder, tuned on the pairs among the passages of each step.

    A step that finds no memory left is halved: its pairs are then those within each half.

    Parameters
    ----------
    steps
        Rows of `passages`, shape (steps, passages a step).

    Returns
    -------
    The encoder as transformers has it.
    """
    halvings = 0
    while True:
        try:
            return _run(passages, steps, tuning, 2**halvings)
        except Exception as error:
            halvings += 1
            size = steps.shape[1] // 2**halvings
            if not is_out_of_memory(error):
                raise
            if size < _FEWEST:
                raise ModelError(
                    f"out of memory with {size * 2} passages at a time: lower max_length, take a "
                    "smaller checkpoint, or set device to cpu"
                ) from error
            _LOGGER.warning("out of memory: going on with %d passages at a time", size)


def _run(passages: Passages, steps: IntArray, tuning: Tuning, parts: int) -> Any:
    set_seed(tuning.seed)
    model = _build(tuning)
    at_once = steps.shape[1] // parts
    rows = steps[:, : at_once * parts].ravel().tolist()
    trainer = _Trainer(
        model,
        _arguments(tuning, at_once, parts),
        train_dataset=Dataset.from_dict({"row": rows}),
        loss=PairLoss(model, passages.widths, tuning.options.loss),
        data_collator=_Collator(passages, with_segments=has_segments(model[0].auto_model.config)),
        callbacks=[Watch(tuning.step, tuning.progress), *([_Regular()] if tuning.keeps else [])],
    )
    trainer.remove_callback(PrinterCallback)
    resumed = last_whole(tuning.folder)
    trainer.train(resume_from_checkpoint=None if resumed is None else str(resumed))
    return model[0].auto_model


def _build(tuning: Tuning) -> SentenceTransformer:
    encoder = Transformer(str(tuning.checkpoint))
    encoder.auto_model.float()
    width = int(encoder.auto_model.config.hidden_size)
    device = choose_device(tuning.options.device)
    return SentenceTransformer(
        modules=[encoder, Pooling(width, tuning.pooling)], device=str(device)
    )


class _Trainer(SentenceTransformerTrainer):  # type: ignore[misc]
    """sentence-transformers' own loop, over passages that are drawn already."""

    def get_batch_sampler(self, dataset: Any, batch_size: int, **_: Any) -> DefaultBatchSampler:
        """Give the passages in the order in which they were drawn."""
        return DefaultBatchSampler(SequentialSampler(dataset), batch_size, drop_last=False)

    def add_model_card_callback(self, default_args_dict: Any) -> None:
        """Write no card: it would quote training passages."""


class _Collator:
    """Gives the passages of a batch as sentence-transformers' trainer takes them."""

    valid_label_columns = ("label",)

    def __init__(self, passages: Passages, *, with_segments: bool) -> None:
        self._passages = passages
        self._with_segments = with_segments

    def __call__(self, rows: Sequence[dict[str, Any]]) -> dict[str, torch.Tensor]:
        numbers = [int(row["row"]) for row in rows]
        passages = self._passages
        found = padded(passages.encoded, numbers, passages.pad, torch.device("cpu"))
        if not self._with_segments:
            del found["token_type_ids"]
        batch = {f"passage_{name}": tensor for name, tensor in found.items()}
        batch["label"] = torch.from_numpy(passages.labels[numbers].astype(np.float32))
        return batch


class _Regular(TrainerCallback):  # type: ignore[misc]
    """Asks for a checkpoint every so many seconds."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def on_step_end(self, args: Any, state: Any, control: Any, **_: Any) -> None:  # noqa: ARG002
        """Ask for one where it is time."""
        if time.monotonic() - self._last >= SECONDS_BETWEEN and state.global_step < state.max_steps:
            control.should_save = True

    def on_save(self, args: Any, state: Any, control: Any, **_: Any) -> None:  # noqa: ARG002
        """Note when it was written."""
        self._last = time.monotonic()


def _arguments(tuning: Tuning, at_once: int, parts: int) -> SentenceTransformerTrainingArguments:
    options = tuning.options
    return SentenceTransformerTrainingArguments(
        **loop_arguments(
            tuning.folder, seed=tuning.seed, device=options.device, precision=options.precision
        ),
        num_train_epochs=1,
        per_device_train_batch_size=at_once,
        gradient_accumulation_steps=parts,
        learning_rate=options.learning_rate,
        warmup_steps=options.warmup,
        weight_decay=options.weight_decay,
        save_strategy="no",
    )
