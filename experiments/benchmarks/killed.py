"""Kills trainings with SIGKILL at random moments, and compares what the resumed ones end at.

For each family one run goes through undisturbed. Then runs are killed at moments that are drawn
evenly over the time it took, and each is gone on with by the same command, which may be killed
again, until ten kills have been made; the last run is let finish. The models must have the same
seal: the SHA-256 of all that they are, weights included.

    python experiments/benchmarks/killed.py --checkpoint FOLDER [--only transformer] [--kills 10]
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import yaml

STANCEKIT = Path(sys.executable).with_name("stancekit")
ROWS = 120
FAMILIES: dict[str, dict[str, Any]] = {
    "transformer": {
        "epochs": 3,
        "n_models": 2,
        "batch_size": 8,
        "max_length": 64,
        "pretraining": {"epochs": 2, "batch_size": 8},
    },
    "fewshot": {"passes": 16.0, "n_held_out": 1, "max_length": 64},
    "encoder": {"max_length": 64, "cache": None},
    "ensemble": {
        "members": [
            {"family": "linear", "folds": 3, "C": [1.0]},
            {"family": "transformer", "epochs": 2, "batch_size": 8, "max_length": 64},
        ]
    },
}


def configure(family: str, home: Path, checkpoint: str) -> Path:
    """Write the configuration of a family on a few passages of the bundled corpus."""
    rows = Path("data/talks/passages.jsonl").read_text("utf-8").splitlines()
    few = home / "passages.jsonl"
    few.write_text("\n".join(random.Random(0).sample(rows, ROWS)) + "\n", "utf-8")
    config = {
        "name": f"killed-{family}",
        "seed": 7,
        "codebook": "data/talks/codebook.yaml",
        "data": {"train": str(few), "columns": {"group": "article_id"}, "split": None},
        "model": {"family": family, "checkpoint": checkpoint, **FAMILIES[family]},
        "tracking": {"uri": f"sqlite:///{home / 'mlflow.db'}"},
    }
    path = home / f"{family}.yaml"
    path.write_text(yaml.safe_dump(config), "utf-8")
    return path


def run(config: Path, folder: Path, *, seconds: float | None) -> bool:
    """Train, and tell whether it was done before it was killed."""
    words = [STANCEKIT, "train", config, "--out", folder]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    try:
        _, said = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        return False
    if process.returncode:
        raise SystemExit(f"{config}: exit {process.returncode}\n{said.decode()[-3000:]}")
    return True


def seal(folder: Path) -> str:
    return str(json.loads((folder / "model" / "stancekit.json").read_text("utf-8"))["seal"])


def check(family: str, home: Path, options: argparse.Namespace) -> bool:
    """Kill and resume one family, and tell whether all models are the same."""
    config, chance = configure(family, home, options.checkpoint), random.Random(options.seed)
    started = time.perf_counter()
    run(config, home / "whole", seconds=None)
    took = time.perf_counter() - started
    expected = seal(home / "whole")
    found, kills, number = [], [], 0
    while len(kills) < options.kills:
        folder, number, done = home / f"killed-{number}", number + 1, False
        while not done:
            left = len(kills) < options.kills
            moment = chance.uniform(0.0, took)
            done = run(config, folder, seconds=moment if left else None)
            if not done:
                kills.append(moment)
        found.append(seal(folder))
    same = all(one == expected for one in found)
    print(
        f"{family:<12} whole run {took:.0f} s; {len(kills)} kills after "
        f"{', '.join(f'{moment:.0f}' for moment in kills)} s; {len(found)} resumed runs; "
        f"{'the same model' if same else 'ANOTHER MODEL'} ({expected[:12]})",
        flush=True,
    )
    return same


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--checkpoint", default="sentence-transformers/all-MiniLM-L6-v2")
    parser.add_argument("--only", default="", help="the beginning of a family's name")
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    same = []
    for family in FAMILIES:
        if family.startswith(options.only):
            with tempfile.TemporaryDirectory(prefix="stancekit-killed-") as home:
                same.append(check(family, Path(home), options))
    raise SystemExit(0 if all(same) else 1)


if __name__ == "__main__":
    main()
