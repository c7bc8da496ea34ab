"""Counts over many simulated studies, kept in a file: a run that was cut off goes on behind it.

A study has its number for a seed, so that any hundred of them are the same whenever they are run.
Whoever changes what is measured starts another file.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

PART = 100
FULL = 2000

Count = Callable[[int], dict[str, list[int]]]
"""Gives what the study of that number adds to each count, by name."""


class Studies:
    """Runs studies by number, part by part, and keeps what they counted."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.path.parent.mkdir(parents=True, exist_ok=True)
        lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
        self.known = {_key(row["of"], row["part"]): row for row in map(json.loads, lines)}
        self.seconds: dict[str, float] = {}

    def shares(self, of: dict[str, Any], n: int, count: Count) -> dict[str, NDArray[np.float64]]:
        """Give, of `n` studies, the share in which each thing happened."""
        total: dict[str, NDArray[np.int64]] = {}
        took = 0.0
        for part in [range(start, min(start + PART, n)) for start in range(0, n, PART)]:
            key = _key(of, [part.start, part.stop])
            if key not in self.known:
                self._run(of, part, count)
            row = self.known[key]
            took += row["seconds"]
            for name, counts in row["counts"].items():
                total[name] = total.get(name, 0) + np.array(counts, dtype=np.int64)
        self.seconds[json.dumps(of)] = took / n
        return {name: counts / n for name, counts in total.items()}

    def tell(self) -> None:
        """Say on the error stream what all studies that were asked for would take."""
        minutes = FULL * sum(self.seconds.values()) / 60
        print(
            f"{FULL:,} studies of each of these {len(self.seconds)} kinds: {minutes:.1f} minutes "
            f"of one core; kept in {self.path}",
            file=sys.stderr,
        )

    def _run(self, of: dict[str, Any], part: range, count: Count) -> None:
        started = time.process_time()
        total: dict[str, list[int]] = {}
        for number in part:
            for name, counts in count(number).items():
                before = total.setdefault(name, [0] * len(counts))
                total[name] = [int(a + b) for a, b in zip(before, counts, strict=True)]
        row = {
            "of": of,
            "part": [part.start, part.stop],
            "counts": total,
            "seconds": time.process_time() - started,
        }
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
        self.known[_key(of, row["part"])] = row


def add_options(parser: argparse.ArgumentParser, *, out: str) -> None:
    """Add how many studies of which sizes are run, and where they are kept."""
    parser.add_argument("--studies", type=int, default=FULL)
    parser.add_argument(
        "--only", type=int, nargs="+", default=[15, 30, 100], metavar="ARTICLES", dest="articles"
    )
    parser.add_argument("--out", type=Path, default=Path("runs/benchmarks") / out)
    parser.add_argument("--seed", type=int, default=0)


def _key(of: dict[str, Any], part: list[int]) -> str:
    return json.dumps([of, part], sort_keys=True)
