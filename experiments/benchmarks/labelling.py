"""Replays labelling: how many labels each strategy of ``suggest`` needs, beside random.

From a random start, a batch is suggested, its gold labels are given, the linear family is trained
anew (with one strength, two folds for the temperature), and scored on fixed test rows: macro-F1,
the mean over the axes. The mark is 95 % of what the same recipe reaches with all labels. A curve
passes it where its isotonic fit does (linear between batches): each curve, random's too, is
smoothed by the same rule, which uses all of it and has nothing to tune. Seeds draw the start, and
pair each strategy with random; the interval is Student's t over them, and says nothing of other
test rows.

    python experiments/benchmarks/labelling.py BENCHMARKS [--only fomc] [--held-out validation]

With ``--held-out validation`` the test rows of fomc stay unread: its training rows are labelled and
its validation rows scored, for choices to be made by. Each finished run is kept in the scratch
folder, and not run again.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import matplotlib as mpl
import numpy as np
import pandas as pd
from joblib import Parallel, delayed
from scipy.stats import t as student
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import f1_score

import stancekit.corpus.suggest
from stancekit.corpus import Corpus, load_corpus, split_by_column, split_corpus
from stancekit.corpus.suggest import STRATEGIES, suggest_passages
from stancekit.models import build_model

RECIPE = {"C": [2.0], "folds": 2}
MARK = 0.95
KNOWN = ["text", "target", "speaker", "affiliation"]


@dataclass(frozen=True)
class Task:
    name: str
    train: Corpus
    test: Corpus
    start: int
    batch: int


def fomc_task(folder: Path, held_out: str) -> Task:
    def load(name: str) -> Corpus:
        return load_corpus(folder / f"{name}.jsonl", axes={"policy": "label"})

    if held_out == "validation":
        return Task("fomc-validation", load("train"), load("validation"), 100, 50)
    joined = folder / "train.jsonl", folder / "validation.jsonl"
    return Task("fomc", load_joined(joined), load("test"), 100, 50)


def load_joined(files: Sequence[Path]) -> Corpus:
    with TemporaryDirectory() as temporary:
        path = Path(temporary) / "train.jsonl"
        path.write_text("".join(file.read_text("utf-8") for file in files), "utf-8")
        return load_corpus(path, axes={"policy": "label"})


def talks_task(folder: Path, held_out: str) -> Task:
    corpus = load_corpus(folder)
    if "split" in corpus.passages.column_names:
        sides = split_by_column(corpus)
        train, test = sides["train"], sides["test"]
    else:
        split = split_corpus(corpus, by="group", test_size=0.25, seed=7)
        train, test = corpus.select(split.train), corpus.select(split.test)
    if held_out == "validation":
        split = split_corpus(train, by="group", test_size=0.25, seed=7)
        train, test = train.select(split.train), train.select(split.test)
    return Task(f"talks{'-validation' * (held_out == 'validation')}", train, test, 200, 200)


class Replay:
    """One labelling of a task's training rows from a random start."""

    def __init__(self, task: Task, seed: int) -> None:
        self.task, self.seed = task, seed
        self.codebook = task.train.codebook
        self.frames = {"train": task.train.frame(), "test": task.test.frame()}
        order = np.random.default_rng(seed).permutation(len(task.train)).tolist()
        self.labelled, self.pool = order[: task.start], order[task.start :]

    def run(self, strategy: str) -> list[tuple[int, float]]:
        """Give the number of labels and the macro-F1 after each batch."""
        curve = []
        while True:
            model = self._fitted()
            curve.append((len(self.labelled), self._score(model)))
            if not self.pool:
                return curve
            chosen = self._suggested(model, strategy)
            self.labelled += chosen
            taken = set(chosen)
            self.pool = [row for row in self.pool if row not in taken]

    def _fitted(self) -> Any:
        train = self.frames["train"].iloc[self.labelled].reset_index(drop=True)
        model = build_model("linear", RECIPE, codebook=self.codebook, seed=self.seed)
        return model.fit(train[_known(train)], train[list(self.codebook.axes)])

    def _score(self, model: Any) -> float:
        test = self.frames["test"]
        predicted = model.predict(test[_known(test)])
        scores = []
        for axis, own in self.codebook.axes.items():
            gold = test[axis].notna().to_numpy()
            y_true, y_pred = test[axis][gold], predicted[axis][gold]
            names = [name for name in own.label_names if (y_true == name).any()]
            scores.append(f1_score(y_true, y_pred, labels=names, average="macro", zero_division=0))
        return float(np.mean(scores))

    def _suggested(self, model: Any, strategy: str) -> list[int]:
        train = self.frames["train"]
        pool, labelled = train.iloc[self.pool], train.iloc[self.labelled]
        axes = {axis: own.label_names for axis, own in self.codebook.axes.items()}
        found = suggest_passages(
            pool["text"].tolist(),
            model.predict_proba(pool[_known(pool)]),
            self.task.batch,
            labels=axes,
            strategy=strategy,  # type: ignore[arg-type]
            labelled=labelled["text"].tolist(),
            label_counts={
                axis: [int((labelled[axis] == name).sum()) for name in names]
                for axis, names in axes.items()
            },
            seed=self.seed,
        )
        # Where near-duplicates of labelled rows alone are left, they close the curve.
        return [self.pool[suggestion.row] for suggestion in found] or list(self.pool)


def _known(frame: pd.DataFrame) -> list[str]:
    return [name for name in KNOWN if name in frame]


def replay(task: Task, strategy: str, seed: int, scratch: Path) -> list[tuple[int, float]]:
    """Give a curve, from the scratch folder where it was drawn before by the same code and data."""
    kept = scratch / f"{task.name}-{strategy}-{seed}-{_key(task, strategy)}.json"
    if kept.exists():
        return [(int(n), float(score)) for n, score in json.loads(kept.read_text())]
    curve = Replay(task, seed).run(strategy)
    kept.write_text(json.dumps(curve))
    return curve


def _key(task: Task, strategy: str) -> str:
    package = Path(stancekit.corpus.suggest.__file__).parent
    code = (
        b""
        if strategy == "random"
        else b"".join(path.read_bytes() for path in sorted(package.glob("*.py")))
    )
    data = f"{task.train.digest} {task.test.digest} {task.start} {task.batch} {RECIPE}"
    return hashlib.sha256(code + data.encode()).hexdigest()[:12]


def labels_needed(curve: Sequence[tuple[int, float]], mark: float) -> float:
    """Give the number of labels at which the isotonic fit of a curve first reaches the mark."""
    n, scores = np.array(curve, dtype=float).T
    fitted = IsotonicRegression().fit_transform(n, scores)
    above = int(np.argmax(fitted >= mark))
    if above == 0:
        return float(n[0])
    share = (mark - fitted[above - 1]) / (fitted[above] - fitted[above - 1])
    return float(n[above - 1] + share * (n[above] - n[above - 1]))


def interval(values: Sequence[float]) -> tuple[float, float, float]:
    """Give the mean and its 95 % interval over seeds."""
    mean = float(np.mean(values))
    if len(values) < 2:
        return mean, float("nan"), float("nan")
    half = student.ppf(0.975, len(values) - 1) * np.std(values, ddof=1) / np.sqrt(len(values))
    return mean, mean - float(half), mean + float(half)


def draw(curves: pd.DataFrame, mark: float, path: Path) -> None:
    """Draw the mean curve of each strategy, with the range of its seeds for mix and random."""
    mpl.use("Agg")
    import matplotlib.pyplot as plt

    mpl.rcParams["svg.hashsalt"] = "labelling"
    figure, axes = plt.subplots(figsize=(7, 4.5), layout="constrained")
    for number, (strategy, own) in enumerate(curves.groupby("strategy", sort=False)):
        by_n = own.groupby("labels")["macro_f1"]
        mean = by_n.mean()
        axes.plot(mean.index, mean, label=strategy, color=f"C{number}")
        if strategy in ("mix", "random"):
            axes.fill_between(mean.index, by_n.min(), by_n.max(), color=f"C{number}", alpha=0.12)
    axes.axhline(mark, color="grey", linestyle=":", label="95 % of all labels' macro-F1")
    axes.set(xlabel="labels", ylabel="macro-F1 on the test rows")
    axes.legend()
    figure.savefig(path, metadata={"Date": None})
    plt.close(figure)


def report(task: Task, curves: dict[tuple[str, int], list[tuple[int, float]]], out: Path) -> None:
    """Print the labels needed, and write the curves as a table and a picture."""
    seeds = sorted({seed for _, seed in curves})
    strategies = list(dict.fromkeys(strategy for strategy, _ in curves))
    full = {seed: curves["random", seed][-1][1] for seed in seeds}
    needed = {key: labels_needed(curve, MARK * full[key[1]]) for key, curve in curves.items()}
    ceiling = float(np.mean(list(full.values())))
    print(
        f"\n{task.name}: {len(task.train)} rows to label, {len(task.test)} scored; macro-F1 with "
        f"all labels {ceiling:.3f}, mark {MARK * ceiling:.3f}"
    )
    print(f"{'strategy':<13}{'labels needed':>26}{'share of random':>26}   by seed")
    for strategy in strategies:
        own = [needed[strategy, seed] for seed in seeds]
        ratio = [needed[strategy, seed] / needed["random", seed] for seed in seeds]
        (mean, low, high), share = interval(own), interval(ratio)
        print(
            f"{strategy:<13}{mean:>8.0f} ({low:>6.0f} to {high:>5.0f}){share[0]:>10.2f} "
            f"({share[1]:.2f} to {share[2]:.2f})   {' '.join(f'{value:.0f}' for value in own)}",
            flush=True,
        )
    table = pd.DataFrame(
        [
            {"strategy": strategy, "seed": seed, "labels": n, "macro_f1": round(score, 4)}
            for (strategy, seed), curve in curves.items()
            for n, score in curve
        ]
    )
    table.to_csv(out / f"labelling-{task.name}.csv", index=False)
    draw(table, MARK * ceiling, out / f"labelling-{task.name}.svg")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("benchmarks", type=Path)
    parser.add_argument("--talks", type=Path, default=Path("data/talks"))
    parser.add_argument("--scratch", type=Path, default=Path("runs/labelling"))
    parser.add_argument("--only", choices=["fomc", "talks"])
    parser.add_argument("--held-out", choices=["test", "validation"], default="test")
    parser.add_argument("--strategies", nargs="+", choices=STRATEGIES, default=list(STRATEGIES))
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--jobs", type=int, default=1, help="processes; each takes one thread")
    options = parser.parse_args()
    options.scratch.mkdir(parents=True, exist_ok=True)
    tasks = []
    if options.only != "talks":
        tasks.append(fomc_task(options.benchmarks / "fomc", options.held_out))
    if options.only != "fomc":
        tasks.append(talks_task(options.talks, options.held_out))
    for task in tasks:
        keys = [
            (strategy, seed)
            for strategy in dict.fromkeys([*options.strategies, "random"])
            for seed in range(options.seeds)
        ]
        found = Parallel(options.jobs)(
            delayed(replay)(task, strategy, seed, options.scratch) for strategy, seed in keys
        )
        report(task, dict(zip(keys, found, strict=True)), options.scratch)


if __name__ == "__main__":
    main()
