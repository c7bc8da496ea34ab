"""Fits SetFit as it comes to the rows that `fewshot.py` drew; run in SetFit's own environment.

Reads JSON from stdin: ``{checkpoint, seed, texts, labels, asked}``; writes
``{labels, seconds, seconds_predicting}`` as the last line of stdout.
"""

from __future__ import annotations

import json
import sys
import time

from datasets import Dataset
from setfit import SetFitModel, Trainer, TrainingArguments


def main() -> None:
    task = json.load(sys.stdin)
    started = time.perf_counter()
    model = SetFitModel.from_pretrained(
        task["checkpoint"], labels=sorted(set(task["labels"])), device="cpu"
    )
    rows = Dataset.from_dict({"text": task["texts"], "label": task["labels"]})
    arguments = TrainingArguments(
        seed=task["seed"], report_to="none", save_strategy="no", show_progress_bar=False
    )
    trainer = Trainer(model, arguments, train_dataset=rows)
    trainer.train()
    fitted = time.perf_counter()
    predicted = [str(label) for label in model.predict(task["asked"], show_progress_bar=False)]
    done = time.perf_counter()
    answer = {
        "labels": predicted,
        "seconds": fitted - started,
        "seconds_predicting": done - fitted,
    }
    print("\n" + json.dumps(answer))


if __name__ == "__main__":
    main()
