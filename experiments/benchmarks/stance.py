"""Trains a family's configurations on the public benchmarks, and scores them with their scorer.

Every choice is made inside training and validation rows; the test rows are scored once, by the
benchmark folder's own ``score.py``. A scratch folder takes runs, predictions and the MLflow store.

    python experiments/benchmarks/stance.py BENCHMARKS [--scratch FOLDER] [--only fomc]
    python experiments/benchmarks/stance.py BENCHMARKS --family encoder --checkpoint FOLDER
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from stancekit.training import train


@dataclass(frozen=True)
class Task:
    name: str
    config: str
    folder: str
    axis: str
    metric: str


TASKS = [
    Task("fomc 5768", "fomc", "fomc", "policy", "weighted_f1"),
    Task("fomc 78516", "fomc", "fomc/seed-78516", "policy", "weighted_f1"),
    Task("fomc 944601", "fomc", "fomc/seed-944601", "policy", "weighted_f1"),
    Task("vast", "vast", "vast", "stance", "macro_f1"),
    Task("newsmtsc", "newsmtsc", "newsmtsc", "sentiment", "macro_f1"),
]


def run_task(
    task: Task, benchmarks: Path, scratch: Path, family: str, checkpoint: str | None
) -> dict[str, float]:
    """Train, predict with the command line, score."""
    data = benchmarks / task.folder
    run = scratch / f"{task.name.replace(' ', '-')}-{int(time.time())}"
    started = time.perf_counter()
    result = train(
        f"configs/{task.config}-{family}.yaml",
        overrides=[
            f"data.train={data / 'train.jsonl'}",
            f"data.validation={data / 'validation.jsonl'}",
            f"data.test={data / 'test.jsonl'}",
            f"tracking.uri=sqlite:///{scratch / 'mlflow.db'}",
            *([] if checkpoint is None else [f"model.checkpoint={checkpoint}"]),
        ],
        output=run,
    )
    seconds = time.perf_counter() - started
    predicted = run / "test.jsonl"
    stancekit = Path(sys.executable).with_name("stancekit")
    rows = ["predict", data / "test.jsonl", "--model", result.model_path, "-o", predicted]
    subprocess.run([stancekit, *rows], check=True)
    scorer = [sys.executable, benchmarks / "score.py", "stance", "--axis", task.axis]
    scored = subprocess.run(
        [*scorer, data / "test.jsonl", predicted], check=True, capture_output=True, text=True
    )
    return {**json.loads(scored.stdout), "seconds": seconds}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("--scratch", type=Path, default=Path("runs/benchmarks"))
    parser.add_argument("--only", default="")
    parser.add_argument("--family", default="linear")
    parser.add_argument("--checkpoint", help="a folder or hub id, in place of the configuration's")
    options = parser.parse_args()
    scratch = options.scratch.absolute()
    scratch.mkdir(parents=True, exist_ok=True)
    print(f"{'task':<14}{'metric':<14}{'value':>8}{'n':>8}{'train s':>9}")
    fomc = []
    for task in TASKS:
        if not task.name.startswith(options.only):
            continue
        scores = run_task(task, options.benchmarks, scratch, options.family, options.checkpoint)
        value = scores[task.metric]
        fomc += [value] * task.name.startswith("fomc")
        print(
            f"{task.name:<14}{task.metric:<14}{value:>8.4f}{scores['n']:>8}"
            f"{scores['seconds']:>9.0f}",
            flush=True,
        )
    if len(fomc) > 1:
        mean, deviation = statistics.mean(fomc), statistics.stdev(fomc)
        print(f"{'fomc mean':<14}{'weighted_f1':<14}{mean:>8.4f}  (sd {deviation:.4f})")


if __name__ == "__main__":
    main()
