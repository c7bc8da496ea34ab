"""Masked language modelling on a user's own texts, before the fine-tuning."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from transformers import (
    DataCollatorForLanguageModeling,
    PrinterCallback,
    Trainer,
    TrainingArguments,
    set_seed,
)

from stancekit.errors import ModelError
from stancekit.models.checkpoints import copy_checkpoint
from stancekit.models.contract import Progress
from stancekit.models.devices import Device, Precision
from stancekit.models.loading import load_network, load_tokenizer
from stancekit.models.processes import count_processes, is_first, wait_for_all
from stancekit.models.training_loop import loop_arguments
from stancekit.models.transformer.options import PretrainingOptions
from stancekit.models.transformer.resuming import Watch, last_whole
from stancekit.output import whole_folder
from stancekit.tables import stream_rows

FINISHED = "pretrained"


def pretrain(
    checkpoint: Path,
    texts: Sequence[str],
    options: PretrainingOptions,
    *,
    max_length: int,
    device: Device,
    precision: Precision,
    seed: int,
    folder: Path,
    progress: Progress | None,
) -> Path:
    """Give a checkpoint that has learned to fill gaps in those texts (Gururangan et al. 2020).

    Parameters
    ----------
    folder
        Takes the checkpoints and the result; what a run that was cut off left there is gone on
        with.
    """
    finished = folder / FINISHED
    if finished.is_dir():
        return finished
    set_seed(seed)
    tokenizer = load_tokenizer(checkpoint)
    # A head for masked words may be new: most published encoders come without theirs.
    model, _ = load_network(checkpoint, "AutoModelForMaskedLM")
    arguments = TrainingArguments(
        **loop_arguments(folder, seed=seed, device=device, precision=precision),
        num_train_epochs=options.epochs,
        per_device_train_batch_size=max(1, options.batch_size // count_processes()),
        learning_rate=options.learning_rate,
        warmup_steps=0.06,
        weight_decay=0.01,
        save_strategy="epoch",
    )
    trainer = Trainer(
        model,
        arguments,
        train_dataset=_Texts(tokenizer, texts, max_length),
        data_collator=DataCollatorForLanguageModeling(tokenizer, mlm_probability=options.masked),
        callbacks=[Watch("pretrain", progress)],
    )
    trainer.remove_callback(PrinterCallback)
    resumed = last_whole(folder)
    trainer.train(resume_from_checkpoint=None if resumed is None else str(resumed))
    if is_first():
        with whole_folder(finished) as temporary:
            # What the checkpoint says of pooling and length stays; the weights are written over.
            copy_checkpoint(checkpoint, temporary, tuned=model.base_model)
        for path in folder.glob("checkpoint-*"):
            shutil.rmtree(path, ignore_errors=True)
    wait_for_all()
    return finished


def read_texts(source: str) -> list[str]:
    """Read the texts of a file of rows.

    Raises
    ------
    ModelError
        If a row has no text.
    """
    texts = []
    for place, row in stream_rows(source, columns={"text"}):
        text = row.get("text")
        if not isinstance(text, str):
            raise ModelError(f"{place}: found the text {text!r}, expected words")
        texts.append(text)
    return texts


class _Texts(torch.utils.data.Dataset):  # type: ignore[misc]
    """Texts as token ids, each once."""

    def __init__(self, tokenizer: Any, texts: Sequence[str], max_length: int) -> None:
        found = tokenizer(
            list(dict.fromkeys(texts)),
            truncation=True,
            max_length=max_length,
            return_special_tokens_mask=True,
        )
        self._rows = [
            {"input_ids": ids, "special_tokens_mask": mask}
            for ids, mask in zip(found["input_ids"], found["special_tokens_mask"], strict=True)
        ]

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, row: int) -> dict[str, Any]:
        return self._rows[row]
