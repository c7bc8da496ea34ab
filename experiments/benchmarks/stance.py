"""Trains families on the public benchmarks and on the bundled corpus, and makes one table.

Every choice is made inside training and validation rows; the test rows are scored once, by the
benchmark folder's own ``score.py``. The interval is that of ``stancekit train``, by its cluster
bootstrap. Each run is a process of its own, whose seconds and peak memory are measured; its line
goes into ``stance.jsonl`` of the scratch folder, and what stands there is not run again.

    python experiments/benchmarks/stance.py BENCHMARKS --family linear encoder --checkpoint FOLDER
    python experiments/benchmarks/stance.py BENCHMARKS --only fomc --family ensemble --seeds 7 8 9
    python experiments/benchmarks/stance.py BENCHMARKS --table
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

STANCEKIT = Path(sys.executable).with_name("stancekit")
MIB = 1024


@dataclass(frozen=True)
class Task:
    """A data set: its configuration, its folder, and the number that its papers give.

    `by` is a column whose values are scored one by one; the mean over them stands beside. `mark` is
    a word that the collection itself put into its texts, and which is taken out of them.
    """

    name: str
    config: str
    folder: str
    axis: str
    metric: str
    by: str | None = None
    where: str | None = None
    mark: str | None = None


TASKS = [
    Task("fomc 5768", "fomc", "fomc", "policy", "weighted_f1"),
    Task("fomc 78516", "fomc", "fomc/seed-78516", "policy", "weighted_f1"),
    Task("fomc 944601", "fomc", "fomc/seed-944601", "policy", "weighted_f1"),
    Task(
        "tweeteval",
        "tweeteval",
        "tweeteval_stance",
        "stance",
        "favor_against_f1",
        by="group",
        mark="#SemST",
    ),
    Task("newsmtsc", "newsmtsc", "newsmtsc", "sentiment", "macro_f1"),
    Task("vast", "vast", "vast", "stance", "macro_f1", where="shot=zero"),
]
REAL = ("posture", "outlook")
"""The axes of the bundled corpus that real articles have labels of."""


def run_task(task: Task, seed: int, options: argparse.Namespace) -> dict[str, Any]:
    """Train, predict with the command line, score."""
    data, run = options.benchmarks / task.folder, _run_folder(task.name, seed, options)
    files = {name: data / f"{name}.jsonl" for name in ("train", "validation", "test")}
    if task.mark is not None:
        folder = options.scratch / f"{task.name}-without-mark"
        files = {name: _without(task.mark, file, folder) for name, file in files.items()}
    trained = _train(
        f"configs/{task.config}-{options.one_family}.yaml",
        run,
        [f"seed={seed}", *(f"data.{name}={path}" for name, path in files.items())],
        options,
    )
    predicted = run / "test.jsonl"
    _call("predict", files["test"], "--model", run / "model", "-o", predicted)
    score = [options.benchmarks / "score.py", "stance", files["test"], predicted]
    score += ["--axis", task.axis]
    scored = _scored(score)
    found = {
        "task": task.name,
        "family": options.one_family,
        "seed": seed,
        "metric": task.metric,
        "value": scored[task.metric],
        "n": scored["n"],
        "interval": trained["test"][task.axis].get(task.metric),
        "seconds": trained["seconds"],
        "peak_mib": trained["peak_mib"],
    }
    if task.by is not None:
        rows = [json.loads(line) for line in files["test"].read_text("utf-8").splitlines()]
        each = {
            value: _scored([*score, "--where", f"{task.by}={value}"])[task.metric]
            for value in sorted({row[task.by] for row in rows})
        }
        found["mean_over_values"] = statistics.mean(each.values())
        found["by_value"] = each
    if task.where is not None:
        found[task.where] = _scored([*score, "--where", task.where])[task.metric]
    return found


def run_talks(seed: int, options: argparse.Namespace) -> list[dict[str, Any]]:
    """Score the fixed test split, then train on all of it and score the real articles."""
    config = f"configs/talks-{options.one_family}.yaml"
    run = _run_folder("talks", seed, options)
    split = _train(config, run, [f"seed={seed}"], options)
    whole_run = _run_folder("talks-whole", seed, options)
    whole = _train(config, whole_run, [f"seed={seed}", "data.split=null"], options)
    articles, tagged = options.benchmarks / "real_articles", whole_run / "tagged.jsonl"
    _call("tag", articles / "dev.jsonl", "--model", whole_run / "model", "-o", tagged)
    scored = _scored(
        [options.benchmarks / "score.py", "articles", articles / "dev_gold.jsonl", tagged]
    )
    rows = []
    for axis, scores in split["test"].items():
        row = {
            "task": f"talks: {axis}",
            "family": options.one_family,
            "seed": seed,
            "metric": "macro_f1",
            "value": scores["macro_f1"]["value"],
            "n": scores["n"],
            "interval": scores["macro_f1"],
            "seconds": split["seconds"],
            "peak_mib": split["peak_mib"],
        }
        rows.append(row)
        if axis in REAL:
            real = {"value": scored["axes"][axis]["macro_f1"], "n": scored["axes"][axis]["n"]}
            taken = {"seconds": whole["seconds"], "peak_mib": whole["peak_mib"]}
            rows.append({**row, **taken, **real, "task": f"real news: {axis}", "interval": None})
    return rows


def _without(mark: str, file: Path, folder: Path) -> Path:
    """Copy rows into a folder, without a word of the collection's own."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    # A text that was nothing else is a full stop: every row is predicted.
    cleaned = [{**row, "text": row["text"].replace(mark, "").strip() or "."} for row in rows]
    copy = folder / file.name
    copy.write_text("".join(json.dumps(row) + "\n" for row in cleaned), encoding="utf-8")
    return copy


def _train(
    config: str, run: Path, settings: Iterable[str], options: argparse.Namespace
) -> dict[str, Any]:
    settings = [*settings, f"tracking.uri=sqlite:///{options.scratch / 'mlflow.db'}"]
    if options.checkpoint is not None and "checkpoint" in Path(config).read_text("utf-8"):
        settings.append(f"model.checkpoint={options.checkpoint}")
    settings += options.set
    sets = [part for setting in settings for part in ("--set", setting)]
    started = time.perf_counter()
    words = [STANCEKIT, "train", config, *sets, "--out", run, "--json"]
    with tempfile.TemporaryFile("w+") as answer:
        process = subprocess.Popen(words, stdout=answer)
        # Of this process alone, which what its parent has of all its children would not tell.
        _, status, used = os.wait4(process.pid, 0)
        if status:
            raise SystemExit(f"{config}: stancekit train failed")
        answer.seek(0)
        trained: dict[str, Any] = json.load(answer)
    seconds = time.perf_counter() - started
    return {**trained, "seconds": seconds, "peak_mib": used.ru_maxrss / MIB}


def _call(*words: Any) -> str:
    done = subprocess.run([STANCEKIT, *words], stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise SystemExit(done.returncode)
    return done.stdout


def _scored(words: list[Any]) -> dict[str, Any]:
    done = subprocess.run([sys.executable, *words], check=True, capture_output=True, text=True)
    scored: dict[str, Any] = json.loads(done.stdout)
    return scored


def _run_folder(name: str, seed: int, options: argparse.Namespace) -> Path:
    folder: Path = options.scratch / f"{name.replace(' ', '-')}-{options.one_family}-{seed}"
    return folder


def table(rows: Iterable[Mapping[str, Any]]) -> str:
    """Give one line a data set and family; several seeds are their mean, with the deviation."""
    cells = defaultdict(list)
    for row in rows:
        name = "fomc" if row["task"].startswith("fomc") else row["task"]
        cells[name, row["family"], row["metric"]].append(row)
    lines = [
        "| data | family | metric | value | interval | n | runs | s a run | peak MiB |",
        "| --- | --- | --- | ---: | --- | ---: | ---: | ---: | ---: |",
    ]
    for (name, family, metric), found in sorted(cells.items()):
        values = [row["value"] for row in found]
        spread = f" (sd {statistics.stdev(values):.3f})" if len(values) > 1 else ""
        bounds = found[0]["interval"] if len(found) == 1 else None
        between = f"{bounds['low']:.3f} to {bounds['high']:.3f}" if bounds else ""
        extra = [
            f"; {title} {statistics.mean(row[key] for row in found):.3f}"
            for key, title in (
                ("mean_over_values", "mean over targets"),
                ("shot=zero", "zero-shot"),
            )
            if key in found[0]
        ]
        lines.append(
            f"| {name} | {family} | {metric} | {statistics.mean(values):.4f}{spread}"
            f"{''.join(extra)} | {between} | {found[0]['n']} | {len(found)} "
            f"| {statistics.mean(row['seconds'] for row in found):.0f} "
            f"| {max(row['peak_mib'] for row in found):.0f} |"
        )
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("--scratch", type=Path, default=Path("runs/benchmarks"))
    parser.add_argument("--only", default="", help="the beginning of a data set's name")
    parser.add_argument("--family", nargs="+", default=["linear"])
    parser.add_argument("--seeds", type=int, nargs="+", default=[7])
    parser.add_argument("--checkpoint", help="a folder or hub id, in place of the configuration's")
    parser.add_argument("--set", action="append", default=[], help="model.precision=bf16")
    parser.add_argument("--table", action="store_true", help="print what was measured, run nothing")
    options = parser.parse_args()
    options.scratch = options.scratch.absolute()
    options.benchmarks = options.benchmarks.absolute()
    options.scratch.mkdir(parents=True, exist_ok=True)
    record = options.scratch / "stance.jsonl"
    lines = record.read_text("utf-8").splitlines() if record.is_file() else []
    rows = [json.loads(line) for line in lines]
    known = {(row["task"], row["family"], row["seed"]) for row in rows}

    def keep(found: Iterable[dict[str, Any]]) -> None:
        for row in found:
            rows.append(row)
            with record.open("a", encoding="utf-8") as file:
                file.write(json.dumps(row) + "\n")

    for family in [] if options.table else options.family:
        options.one_family = family
        for seed in options.seeds:
            for task in TASKS:
                wanted = task.name.startswith(options.only)
                if wanted and (task.name, family, seed) not in known:
                    keep([run_task(task, seed, options)])
            asked = "talks".startswith(options.only)
            if asked and ("talks: posture", family, seed) not in known:
                keep(run_talks(seed, options))
    print(table(rows))


if __name__ == "__main__":
    main()
