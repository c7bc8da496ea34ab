"""The fewshot family beside SetFit with the same encoder, on the same few labels of public data.

Each draw takes so many rows of each label from the training rows; both are fitted to them, one
after the other on one core, and answer the test rows. Seconds are those of the fit alone, ours with
its held-out tunings; neither counts imports. Every draw is a line of the output file, and a run
that was cut off goes on behind the last of them. Choices are made with ``--split validation``.

SetFit 1.2.0 needs an environment of its own:

    python -m venv SETFIT
    SETFIT/bin/pip install setfit==1.2.0 transformers==4.57.6 sentence-transformers==5.7.0
    python experiments/benchmarks/fewshot.py BENCHMARKS --peer SETFIT/bin/python [--only fomc]
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
from sklearn.metrics import f1_score

THREADS = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
PEER = Path(__file__).with_name("fewshot_peer.py")


@dataclass(frozen=True)
class Task:
    """A corpus, and whether its rows say what they are about."""

    name: str
    has_target: bool


TASKS = [Task("fomc", has_target=False), Task("newsmtsc", has_target=True)]


def draw(rows: pd.DataFrame, size: int, seed: int) -> pd.DataFrame:
    """Take so many rows of each label."""
    chance = np.random.default_rng(seed)
    parts = [part.iloc[chance.permutation(len(part))[:size]] for _, part in rows.groupby("label")]
    return pd.concat(parts, ignore_index=True)


def fit_ours(
    task: Task, few: pd.DataFrame, asked: pd.DataFrame, seed: int, options: dict[str, Any]
) -> dict[str, Any]:
    from stancekit.models.fewshot.estimator import FewshotStanceClassifier

    columns = ["text", "target"] if task.has_target else ["text"]
    model = FewshotStanceClassifier(options=options, random_state=seed)
    started = time.perf_counter()
    model.fit(few[columns], few[["label"]])
    seconds = time.perf_counter() - started
    return {"labels": model.predict(asked[columns])["label"].tolist(), "seconds": seconds}


def fit_peer(
    task: Task, few: pd.DataFrame, asked: pd.DataFrame, seed: int, peer: Path, checkpoint: str
) -> dict[str, Any]:
    rows = {
        "checkpoint": checkpoint,
        "seed": seed,
        "texts": peer_texts(task, few),
        "labels": few["label"].tolist(),
        "asked": peer_texts(task, asked),
    }
    done = subprocess.run(
        [peer, PEER],
        input=json.dumps(rows),
        capture_output=True,
        text=True,
        env={**os.environ, **THREADS, "HF_HUB_OFFLINE": "1"},
    )
    if done.returncode:
        raise SystemExit(f"{peer} {PEER}: {done.stderr[-2000:]}")
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def peer_texts(task: Task, rows: pd.DataFrame) -> list[str]:
    """Give the texts, with what they are about before them: SetFit takes one text."""
    if not task.has_target:
        return list(rows["text"])
    return [f"{target}: {text}" for target, text in zip(rows["target"], rows["text"], strict=True)]


def run_draw(task: Task, size: int, number: int, options: argparse.Namespace) -> dict[str, Any]:
    folder = options.benchmarks / task.name
    train, asked = (
        pd.read_json(folder / f"{split}.jsonl", lines=True) for split in ("train", options.split)
    )
    few = draw(train, size, number)
    fewshot = {"checkpoint": options.checkpoint, "device": "cpu", **json.loads(options.options)}
    answers = {"ours": fit_ours(task, few, asked, number, fewshot)}
    if options.peer is not None:
        answers["setfit"] = fit_peer(task, few, asked, number, options.peer, options.checkpoint)
    scores = {
        name: {
            "macro_f1": f1_score(asked["label"], answer["labels"], average="macro"),
            "seconds": answer["seconds"],
        }
        for name, answer in answers.items()
    }
    return {"task": task.name, "split": options.split, "size": size, "draw": number, **scores}


def summary(rows: list[dict[str, Any]]) -> str:
    """Give means, and the mean paired difference with its 95 % interval over draws."""
    ours = [row["ours"]["macro_f1"] for row in rows]
    took = statistics.mean(row["ours"]["seconds"] for row in rows)
    line = f"{rows[0]['task']:<10}{rows[0]['size']:>4}{len(rows):>4}{statistics.mean(ours):>9.4f}"
    if not all("setfit" in row for row in rows):
        return f"{line}{'':>27}{took:>8.0f}"
    theirs = [row["setfit"]["macro_f1"] for row in rows]
    also_took = statistics.mean(row["setfit"]["seconds"] for row in rows)
    gains = np.subtract(ours, theirs)
    from scipy.stats import t

    half = (
        t.ppf(0.975, len(gains) - 1) * gains.std(ddof=1) / len(gains) ** 0.5
        if len(gains) > 1
        else float("nan")
    )
    return (
        f"{line}{statistics.mean(theirs):>9.4f}{gains.mean():>+9.4f} ±{half:<7.4f}"
        f"{took:>8.0f}{also_took:>8.0f}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("--peer", type=Path, help="the Python of SetFit's environment")
    parser.add_argument("--checkpoint", default="sentence-transformers/all-MiniLM-L6-v2")
    parser.add_argument("--only", default="", help="the beginning of a corpus' name")
    parser.add_argument("--sizes", type=int, nargs="+", default=[8, 16, 32, 64])
    parser.add_argument("--draws", type=int, default=10)
    parser.add_argument("--split", choices=["test", "validation"], default="test")
    parser.add_argument("--options", default="{}", help="the family's options, as JSON")
    parser.add_argument("--out", type=Path, default=Path("runs/benchmarks/fewshot.jsonl"))
    options = parser.parse_args()
    os.environ.update(THREADS)
    import torch

    torch.set_num_threads(1)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    lines = options.out.read_text().splitlines() if options.out.is_file() else []
    known = {
        (row["task"], row["split"], row["size"], row["draw"]): row for row in map(json.loads, lines)
    }
    print(
        f"{'corpus':<10}{'n':>4}{'of':>4}{'ours':>9}{'setfit':>9}{'difference':>18}"
        f"{'ours s':>8}{'setfit s':>9}"
    )
    for task in TASKS:
        if not task.name.startswith(options.only):
            continue
        for size in options.sizes:
            rows = []
            for number in range(options.draws):
                key = task.name, options.split, size, number
                if key not in known:
                    known[key] = run_draw(task, size, number, options)
                    with options.out.open("a") as file:
                        file.write(json.dumps(known[key]) + "\n")
                rows.append(known[key])
            print(summary(rows), flush=True)


if __name__ == "__main__":
    main()
