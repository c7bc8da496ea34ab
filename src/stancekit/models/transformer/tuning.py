"""Fine-tunes one network, from where a run that was cut off left it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from transformers import (
    EarlyStoppingCallback,
    Trainer,
    TrainerCallback,
    TrainingArguments,
    set_seed,
)

from stancekit.models.batching import has_segments
from stancekit.models.contract import Progress
from stancekit.models.devices import choose_device, is_out_of_memory
from stancekit.models.processes import count_processes
from stancekit.models.training_loop import loop_arguments
from stancekit.models.transformer.examples import Collator, Examples
from stancekit.models.transformer.learning_rates import parameter_groups
from stancekit.models.transformer.network import StanceNetwork
from stancekit.models.transformer.options import TransformerOptions
from stancekit.models.transformer.resuming import Watch, last_whole

_LOGGER = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True)
class Tuning:
    """What one network is fine-tuned with.

    `folder` takes the checkpoints; what a run that was cut off left there is gone on with.
    """

    options: TransformerOptions
    seed: int
    folder: Path
    pad: int
    weights: torch.Tensor | None
    step: str
    progress: Progress | None


def fine_tune(
    build: Callable[[], StanceNetwork], train: Examples, validation: Examples | None, tuning: Tuning
) -> StanceNetwork:
    """Give a fine-tuned network: that of the epoch with the least loss on validation rows.

    A step that finds no memory left is halved, and the run goes on from the last epoch.
    """
    accumulation = tuning.options.accumulation
    while True:
        try:
            return _run(build, train, validation, tuning, accumulation)
        except Exception as error:
            accumulation *= 2
            if not is_out_of_memory(error) or accumulation > tuning.options.batch_size:
                raise
            size = max(1, tuning.options.batch_size // accumulation)
            _LOGGER.warning("out of memory: going on with %d passages at a time", size)


def _run(
    build: Callable[[], StanceNetwork],
    train: Examples,
    validation: Examples | None,
    tuning: Tuning,
    accumulation: int,
) -> StanceNetwork:
    set_seed(tuning.seed)
    network = build()
    resumed = last_whole(tuning.folder)
    trainer = _Trainer(
        network,
        _arguments(tuning, accumulation, validates=validation is not None),
        train,
        validation,
        tuning,
    )
    with _quick_attention(network, choose_device(tuning.options.device)):
        trainer.train(resume_from_checkpoint=None if resumed is None else str(resumed))
    return network


@contextmanager
def _quick_attention(network: StanceNetwork, device: torch.device) -> Iterator[None]:
    """Train by plain products on a CPU, whose fused attention has a backward pass twice as slow."""
    usual = network.encoder.config._attn_implementation  # noqa: SLF001 - no public name
    if device.type == "cpu":
        network.encoder.set_attn_implementation("eager")
    try:
        yield
    finally:
        network.encoder.set_attn_implementation(usual)


class _Trainer(Trainer):  # type: ignore[misc]
    """transformers' own loop, with learning rates by depth and batches of ours."""

    def __init__(
        self,
        network: StanceNetwork,
        arguments: TrainingArguments,
        train: Examples,
        validation: Examples | None,
        tuning: Tuning,
    ) -> None:
        self._tuning = tuning
        callbacks: list[TrainerCallback] = [Watch(tuning.step, tuning.progress)]
        if validation is not None and tuning.options.patience is not None:
            callbacks.append(EarlyStoppingCallback(tuning.options.patience))
        super().__init__(
            network, arguments, train_dataset=train, eval_dataset=validation, callbacks=callbacks
        )
        self.callback_handler.callbacks = [
            each for each in self.callback_handler.callbacks if "Printer" not in type(each).__name__
        ]

    def create_optimizer(self, model: Any = None) -> torch.optim.Optimizer:  # noqa: ARG002
        options = self._tuning.options
        groups = parameter_groups(
            self.model,
            rate=options.learning_rate,
            decay=options.layer_decay,
            weight_decay=options.weight_decay,
        )
        self.optimizer = torch.optim.AdamW(groups, lr=options.learning_rate, fused=True)
        return self.optimizer

    def get_train_dataloader(self) -> Any:
        self.data_collator = self._collator(self.train_dataset)
        return super().get_train_dataloader()

    def get_eval_dataloader(self, eval_dataset: Any = None) -> Any:
        self.data_collator = self._collator(eval_dataset or self.eval_dataset)
        return super().get_eval_dataloader(eval_dataset)

    def _collator(self, examples: Any) -> Collator:
        encoder = self.model.encoder.config
        return Collator(
            examples,
            self._tuning.pad,
            self._tuning.weights,
            with_segments=has_segments(encoder),
        )


def _arguments(tuning: Tuning, accumulation: int, *, validates: bool) -> TrainingArguments:
    options = tuning.options
    device = choose_device(options.device)
    n_devices = torch.cuda.device_count() if device.type == "cuda" else 1
    at_once = max(1, options.batch_size // (accumulation * max(n_devices, count_processes())))
    return TrainingArguments(
        **loop_arguments(
            tuning.folder, seed=tuning.seed, device=options.device, precision=options.precision
        ),
        num_train_epochs=options.epochs,
        per_device_train_batch_size=at_once,
        per_device_eval_batch_size=at_once * 2,
        gradient_accumulation_steps=accumulation,
        learning_rate=options.learning_rate,
        warmup_steps=options.warmup,
        train_sampling_strategy="group_by_length",
        eval_strategy="epoch" if validates else "no",
        save_strategy="epoch",
        load_best_model_at_end=validates and options.patience is not None,
        metric_for_best_model="eval_loss" if validates else None,
        greater_is_better=False if validates else None,
        restore_callback_states_from_checkpoint=True,
        remove_unused_columns=False,
        label_names=["labels"],
        prediction_loss_only=True,
    )
